"""The template of an article: what its catalogues are merged with."""

from collections.abc import Mapping
from urllib.parse import quote

from sverka.article.model import Article, Segment
from sverka.article.states import Messages, state
from sverka.article.states import message as message_of
from sverka.catalogue import Catalogue, Entry

_SAFE = "/!$&'()*+,;=@[]{}~^|"
BEFORE = " before: "
"""After the source's locale: begins the comment with the sentence that the source had before."""


def template(
    article: Article,
    reference: str,
    source: Messages | None = None,
    source_locale: str = "",
    before: Mapping[str, str] | None = None,
) -> Catalogue:
    """Return the template: an entry per message, in the order of the article.

    `reference` is the article's path as translators know it. A `#:` reference names it and the
    block by its first words, never a line, so that entries stay the same when lines move. The
    `#.` comments tell the block's kind, the place in it and, from the source catalogue, the
    sentence in which the text was first written. The same article and source give the same bytes.

    `before` holds, by message, the source's sentence that the article was made from; where it is
    another now, a comment keeps it, and the message rests on what is no more.
    """
    known, rests_on = source or {}, before or {}
    entries = []
    for text, places in _by_message(article).items():
        notes = list(dict.fromkeys(_place(segment) for segment in places))
        notes += dict.fromkeys(note for segment in places for note in _inline(article, segment))
        originals = dict.fromkeys(
            _one_line(original.msgstr)
            for segment in places
            if (original := message_of(article, segment, known)) and state(original) == "translated"
        )
        notes += (f"{source_locale}: {original}" for original in originals)
        if originals and rests_on.get(text, "") not in ("", *originals):
            notes.append(f"{source_locale}{BEFORE}{rests_on[text]}")
        names = dict.fromkeys(_reference(article, segment, reference) for segment in places)
        entries.append(
            Entry(msgid=text, comment="\n".join(notes), occurrences=[(name, "") for name in names])
        )
    return Catalogue.from_entries(entries, _header(article))


def rests_on(template: Catalogue, source_locale: str) -> dict[str, str]:
    """Return, by message, the source's sentence that the article was made from."""
    found = {}
    for entry in template.entries:
        for line in entry.comment.split("\n"):
            for sign in (f"{source_locale}: ", source_locale + BEFORE):
                if line.startswith(sign):
                    found[entry.msgid] = line.removeprefix(sign)
    return found


def stale(template: Catalogue, source_locale: str) -> frozenset[str]:
    """Return the messages whose source has changed since the article was made from it."""
    sign = source_locale + BEFORE
    if sign.encode() not in template.source.buffer:
        return frozenset()
    return frozenset(
        entry.msgid
        for entry in template.entries
        if any(line.startswith(sign) for line in entry.comment.split("\n"))
    )


def _by_message(article: Article) -> Mapping[str, list[Segment]]:
    found: dict[str, list[Segment]] = {}
    for segment in article.segments:
        found.setdefault(segment.text, []).append(segment)
    return found


def _place(segment: Segment) -> str:
    if segment.count == 1:
        return segment.kind
    return f"{segment.kind}, sentence {segment.position} of {segment.count}"


def _inline(article: Article, segment: Segment) -> list[str]:
    """Tell what the placeholders of a message stand for."""
    return [
        f"{piece.text}: {_one_line(article.text[piece.start : piece.end])}"
        for piece in segment.changes
        if piece.nesting >= 0 and piece.text.strip() and not piece.visible
        if piece.text != article.text[piece.start : piece.end]
    ]


def _reference(article: Article, segment: Segment, reference: str) -> str:
    name = "".join(quote(each) if not _plain(each) else each for each in reference)
    return f"{name}#{article.blocks[segment.block].ident}"


def _plain(character: str) -> bool:
    return character.isalnum() or character in _SAFE or character in "-_."


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _header(article: Article) -> dict[str, str]:
    """Return a header without a creation date: the template changes only when the article does."""
    return {
        "Project-Id-Version": article.name,
        "Report-Msgid-Bugs-To": "",
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": "LANGUAGE <LL@li.org>",
        "Language": "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": article.locale,
    }
