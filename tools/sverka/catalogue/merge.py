"""Bringing a catalogue up to date with its template."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sverka.catalogue.adapt import adapt
from sverka.catalogue.document import Catalogue, CatalogueError
from sverka.catalogue.entry import Entry, same_comments
from sverka.catalogue.far import Predecessor
from sverka.catalogue.joined import joined_pairs
from sverka.catalogue.match import predecessors
from sverka.catalogue.plurals import plural_count
from sverka.catalogue.scan import uncollected

Key = tuple[str | None, str]  # msgctxt, msgid

_NO_PREVIOUS = dict.fromkeys(("previous_msgctxt", "previous_msgid", "previous_msgid_plural"))
_PROGRAMMERS = ("-format", "wrap")  # how flags end that the template decides


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one message. `old` is its predecessor, `new` what is written.

    `kind`: kept, refreshed (only what the template says about it), fuzzy, adapted, context,
    compendium, revived, added, obsoleted, dropped (it had no translation).
    """

    kind: str
    new: Entry | None
    old: Entry | None = None
    similarity: float = 100.0
    others: tuple[Entry, ...] = ()
    """Further predecessors, of which the message was joined."""


@dataclass(frozen=True, slots=True)
class Merge:
    """The plan of an update: every change, in the order of the new file."""

    changes: tuple[Change, ...] = field(repr=False)

    @property
    def counts(self) -> dict[str, int]:
        """How many changes there are of each kind."""
        counts: dict[str, int] = {}
        for change in self.changes:
            counts[change.kind] = counts.get(change.kind, 0) + 1
        return counts


@dataclass(frozen=True, slots=True)
class Options:
    """See `update`."""

    no_fuzzy: bool = False
    min_similarity: float = 0.0
    compendium: Sequence[Catalogue] = ()
    comments: bool = True
    references: bool = True


def update(catalogue: Catalogue, template: Catalogue, **options: Any) -> Catalogue:
    """The catalogue with the messages of the template, in the order of the template.

    Options: `no_fuzzy`: only exact matches; `min_similarity` (0…1): a floor for fuzzy ones;
    `compendium`: further catalogues to take exact translations from; `comments`, `references`:
    whether to take extracted comments and references from the template (default: yes).

    What does not change keeps its bytes; when nothing but dates would change, the same
    catalogue is returned. Raises CatalogueError when a file has unreadable regions, or bytes that
    are not in its charset and would have to be written anew.
    """
    from sverka.catalogue.assemble import assemble

    return assemble(catalogue, template, plan(catalogue, template, **options))


def plan(catalogue: Catalogue, template: Catalogue, **options: Any) -> Merge:
    """What `update` with the same arguments would do; nothing is written."""
    with uncollected():
        return _plan(catalogue, template, Options(**options))


def _plan(catalogue: Catalogue, template: Catalogue, chosen: Options) -> Merge:
    for file in (catalogue, template, *chosen.compendium):
        if file.domains:
            raise CatalogueError(f"{file.path}: files with domain directives are not merged")
        if file.unreadable:
            raise CatalogueError(f"{file.problems[0]}; correct the file before an update")
        if file is not catalogue:  # whose bytes are kept, as far as possible
            file.refuse_undecodable()
    live, wanted = _live(catalogue.entries), _unique(_live(template.entries))
    new = list(wanted.values())
    same, used = _exact(live, wanted)
    changes: dict[int, Change] = {
        index: _refresh(live[place], new[index], chosen) for index, place in same.items()
    }
    changes |= _revived(catalogue, new, changes, chosen)
    changes |= _from_compendium(new, changes, chosen)
    if not chosen.no_fuzzy:
        changes |= _fuzzy(live, new, same, used, changes, chosen)
    forms = plural_count(catalogue.header.get("Plural-Forms", "")) or 2
    ordered = [changes.get(i) or _added(entry, forms) for i, entry in enumerate(new)]
    _part(catalogue, ordered)
    gone = [entry for place, entry in enumerate(live) if place not in used]
    return Merge((*ordered, *map(_obsoleted, gone)))


def _live(entries: Iterable[Entry]) -> list[Entry]:
    # msgid first: it is decoded for many entries at once, and `obsolete` with it
    texts = [(entry.msgid, entry) for entry in entries]
    return [entry for _, entry in texts if not entry.obsolete]


def _unique(entries: Iterable[Entry]) -> dict[Key, Entry]:
    found: dict[Key, Entry] = {}
    for entry in entries:
        found.setdefault((entry.msgctxt, entry.msgid), entry)
    found.pop((None, ""), None)  # a second header
    return found


def _exact(live: Sequence[Entry], new: Iterable[Key]) -> tuple[dict[int, int], set[int]]:
    """New index → old index, and the old indices that were used."""
    places: dict[Key, int] = {}
    for place, entry in enumerate(live):
        places.setdefault((entry.msgctxt, entry.msgid), place)
    same = {index: places[key] for index, key in enumerate(new) if key in places}
    return same, set(same.values())


def _refresh(old: Entry, new: Entry, options: Options) -> Change:
    """The same message: what the template says of it is taken over."""
    if same_comments(old, new) and old.msgid_plural == new.msgid_plural:
        return Change("kept", old, old)
    fields = _template_fields(old, new, options)
    if old.msgid_plural != new.msgid_plural:
        fields |= _plural_fields(old, new)
    changed = old.changed(**fields)
    return Change("kept" if changed is old else "refreshed", changed, old)


def _template_fields(old: Entry, new: Entry, options: Options) -> dict[str, Any]:
    fields: dict[str, Any] = {"flags": _flags(old.flags, new.flags)}
    if options.comments:
        fields["comment"] = new.comment
    if options.references:
        fields["occurrences"] = new.occurrences
    return fields


def _flags(old: tuple[str, ...], new: tuple[str, ...], fuzzy: bool = False) -> tuple[str, ...]:
    """The template decides on formats, the translators on the rest."""
    wanted = [flag for flag in dict.fromkeys(old) if _is_translators(flag) or flag in new]
    wanted += [flag for flag in dict.fromkeys(new) if flag not in wanted and flag != "fuzzy"]
    if fuzzy and "fuzzy" not in wanted:
        wanted.insert(0, "fuzzy")
    return tuple(wanted)


def _is_translators(flag: str) -> bool:
    return not flag.endswith(_PROGRAMMERS) and not flag.startswith("range:")


def _plural_fields(old: Entry, new: Entry) -> dict[str, Any]:
    """The message gained, lost or changed its plural: the translation awaits confirmation."""
    fields: dict[str, Any] = {"msgid_plural": new.msgid_plural}
    first = next((form for form in old.forms if form), "")
    if new.msgid_plural and not old.msgid_plural:
        fields |= {"msgstr": "", "msgstr_plural": {0: first, 1: first} if first else {}}
    elif not new.msgid_plural:
        fields |= {"msgstr": first, "msgstr_plural": {}}
    if first:
        fields["flags"] = _flags(old.flags, new.flags, fuzzy=True)
        fields |= _previous(old)
    return fields


def _previous(old: Entry) -> dict[str, Any]:
    """The original for which the translation was made."""
    source = "previous_" if old.fuzzy and old.previous_msgid is not None else ""
    return {
        "previous_msgctxt": getattr(old, f"{source}msgctxt"),
        "previous_msgid": getattr(old, f"{source}msgid"),
        "previous_msgid_plural": getattr(old, f"{source}msgid_plural") or None,
    }


def _revived(
    catalogue: Catalogue, new: Sequence[Entry], done: dict[int, Change], options: Options
) -> dict[int, Change]:
    """Messages that were obsolete and are wanted again."""
    obsolete = {entry.key: entry for entry in catalogue.entries if entry.obsolete}
    if not obsolete:
        return {}
    changes = {}
    for index, entry in enumerate(new):
        old = obsolete.get(entry.key)
        if index in done or old is None:
            continue
        fields = _template_fields(old, entry, options)
        if old.msgid_plural != entry.msgid_plural:
            fields |= _plural_fields(old, entry)
        changes[index] = Change("revived", old.changed(obsolete=False, **fields), old)
    return changes


def _from_compendium(
    new: Sequence[Entry], done: dict[int, Change], options: Options
) -> dict[int, Change]:
    if not options.compendium:
        return {}
    known: dict[tuple[str | None, str, str], Entry] = {}
    for file in options.compendium:
        for entry in file.entries:
            if entry.translated:
                known.setdefault((*entry.key, entry.msgid_plural), entry)
    changes = {}
    for index, entry in enumerate(new):
        old = known.get((*entry.key, entry.msgid_plural))
        if index not in done and old is not None:
            taken = entry.changed(msgstr=old.msgstr, msgstr_plural=old.msgstr_plural)
            changes[index] = Change("compendium", taken, old)
    return changes


def _fuzzy(
    live: Sequence[Entry],
    new: Sequence[Entry],
    same: dict[int, int],
    used: set[int],
    done: dict[int, Change],
    options: Options,
) -> dict[int, Change]:
    """Predecessors: the same text in another context, then a similar text. Fills `used`."""
    changes: dict[int, Change] = {}
    pairs = dict(same)
    for index, place in _other_contexts(live, new, done, used):
        if place not in used:
            pairs[index] = place
            used.add(place)
        changes[index] = _from_predecessor("context", live[place], new[index], options)
    settled = {*done, *changes} - pairs.keys()  # these do not come from this file's order
    for found in predecessors(
        [entry.msgid for entry in live],
        [entry.msgid for entry in new],
        pairs,
        settled,
        options.min_similarity * 100,
    ):
        used |= {found.old, *found.others}
        changes[found.new] = _from_similar(found, live, new[found.new], options)
    return changes


def _other_contexts(
    live: Sequence[Entry], new: Sequence[Entry], done: dict[int, Change], used: set[int]
) -> Iterator[tuple[int, int]]:
    wanted = [(index, entry.msgid) for index, entry in enumerate(new) if index not in done]
    places: dict[str, list[int]] = {msgid: [] for _, msgid in wanted}
    for place, entry in enumerate(live):
        if entry.msgid in places:
            places[entry.msgid].append(place)
    for index, msgid in wanted:
        if candidates := places[msgid]:
            yield index, next((place for place in candidates if place not in used), candidates[0])


def _from_similar(
    found: Predecessor, live: Sequence[Entry], entry: Entry, options: Options
) -> Change:
    old = live[found.old]
    change = _from_predecessor("fuzzy", old, entry, options, found.similarity, found.shared)
    if found.others:
        change = replace(change, others=tuple(live[place] for place in found.others))
    if found.others and change.new is not None and not entry.msgid_plural:
        parts = _in_order([live[place] for place in sorted((found.old, *found.others))], entry)
        texts = [part.msgstr for part in parts]
        if all(texts):
            joined = change.new.changed(msgstr=" ".join(texts))
            return replace(change, kind="fuzzy", new=joined)
    return change


def _in_order(parts: list[Entry], entry: Entry) -> list[Entry]:
    """The messages that were joined, in the order in which they stand in the new one."""
    places = [entry.msgid.find(part.msgid) for part in parts]
    return (
        sorted(parts, key=lambda part: entry.msgid.find(part.msgid)) if min(places) >= 0 else parts
    )


def _from_predecessor(
    kind: str,
    old: Entry,
    entry: Entry,
    options: Options,
    similarity: float = 100.0,
    shared: bool = False,
) -> Change:
    """The old entry under its new msgid, its translation to be confirmed."""
    fields: dict[str, Any] = {
        "msgctxt": entry.msgctxt,
        "msgid": entry.msgid,
        "msgid_plural": entry.msgid_plural,
        "comment": entry.comment,
        "occurrences": entry.occurrences,
    }
    if old.msgid_plural != entry.msgid_plural:
        fields |= _plural_fields(old, entry)
    translated = any(old.forms)
    fields["flags"] = _flags(old.flags, entry.flags, fuzzy=translated)
    if translated:
        fields |= _previous(old)
    if translated and not entry.msgid_plural and not old.msgid_plural and not old.fuzzy:
        adapted = adapt(old.msgstr, old.msgid, entry.msgid)
        if adapted is not None and kind == "fuzzy":
            kind = "adapted"
            fields["msgstr"] = adapted
    if not shared:
        return Change(kind, old.changed(**fields), old, similarity)
    values = {"msgstr": old.msgstr, "msgstr_plural": old.msgstr_plural, **fields}
    return Change(kind, entry.changed(**values), old, similarity)


def _part(catalogue: Catalogue, ordered: list[Change]) -> None:
    """Make the translation of a joined pair fuzzy where the pair no longer stands together.

    Else whatever sentence comes next would pass for translated.
    """
    pairs = {id(first): follower.key for first, follower in joined_pairs(catalogue)}
    if not pairs:
        return
    following = [*(change.new for change in ordered[1:]), None]
    for index, (change, after) in enumerate(zip(ordered[:], following, strict=True)):
        key = pairs.get(id(change.old))
        if key is None or change.new is None or change.new.fuzzy:
            continue
        if after is None or after.key != key:
            flags = ("fuzzy", *change.new.flags)
            ordered[index] = replace(change, kind="fuzzy", new=change.new.changed(flags=flags))


def _added(entry: Entry, forms: int) -> Change:
    fields: dict[str, Any] = {"msgstr": "", "flags": _flags((), entry.flags), **_NO_PREVIOUS}
    if entry.msgid_plural:
        fields["msgstr_plural"] = dict.fromkeys(range(forms), "")
    return Change("added", entry.changed(**fields))


def _obsoleted(entry: Entry) -> Change:
    if not any(entry.forms):
        return Change("dropped", None, entry)
    return Change("obsoleted", entry.changed(obsolete=True, comment="", occurrences=()), entry)
