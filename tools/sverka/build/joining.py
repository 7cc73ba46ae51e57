"""Two messages that the article now writes in one: the sentence did not change, its end did.

Where two paragraphs become one and nothing ends a sentence at the seam (a colon, a small letter
after the full stop), their last and first sentence are one message. The build would have shown the
two translations side by side; it may show them joined.
"""

from collections.abc import Mapping

from sverka.article.rendering import side_by_side
from sverka.catalogue import Catalogue, Entry
from sverka.catalogue.joined import joined_pairs


def with_joined(old: Catalogue, merged: Catalogue, locale: str) -> Catalogue:
    """Return `merged` with new messages confirmed that are two messages of `old` side by side."""
    pairs = {first.msgid for first, _ in joined_pairs(old)}
    confirmed = {
        entry.msgid: entry
        for entry in old.entries
        if entry.translated and not entry.msgid_plural and entry.msgid not in pairs
    }
    known = {entry.msgid for entry in old.entries}
    changes = []
    for entry in merged.entries:
        waits = entry.fuzzy or not entry.msgstr
        if entry.obsolete or entry.msgid_plural or not waits or entry.msgid in known:
            continue
        if found := _halves(entry.msgid, confirmed):
            fields = {
                "msgstr": side_by_side(found[0].msgstr, found[1].msgstr, locale),
                "flags": tuple(flag for flag in entry.flags if flag != "fuzzy"),
                "previous_msgid": None,
                "previous_msgctxt": None,
                "previous_msgid_plural": None,
            }
            changes.append((entry, fields))
    return merged.replace_many(changes) if changes else merged


def _halves(text: str, confirmed: Mapping[str, Entry]) -> tuple[Entry, Entry] | None:
    at = text.find(" ")
    while at > 0:
        first, second = confirmed.get(text[:at]), confirmed.get(text[at + 1 :])
        if first and second:
            return first, second
        at = text.find(" ", at + 1)
    return None
