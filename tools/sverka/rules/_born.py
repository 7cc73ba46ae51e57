"""Names that the pivot has wrong, and which translations inherited them."""

from collections.abc import Hashable, Iterator, Sequence

from sverka.review import Fact, Related, Unit, fact, related
from sverka.text.analysis import Text

from ._persons import Person, another, find, registered
from ._rows import Side, odd_word
from ._runs import name_rows

KEY = "born"


def noted(unit: Unit) -> Iterator[tuple[Hashable, Fact]]:
    """Note the names of a pivot that are not the source's; of a translation, whether it has the
    pivot's or the source's."""
    source, form = unit.source, unit.forms[0]
    if source is None:
        return
    pivot = form.pivot or form.text
    mine = unit._replace(
        role="pivot", locale=pivot.locale, forms=(form._replace(text=pivot, pivot=None),)
    )
    key = (KEY, unit.article, unit.where.msgctxt, unit.where.msgid)
    for mention in source.ask(name_rows):
        odd = another(Person(mention, None, None), mine, source, pivot)
        if odd is None or registered(odd.text, unit.background.names, pivot.locale):
            continue
        if unit.role == "pivot":
            yield key, fact(form, (odd.start, odd.end), mention.text)
            continue
        sides = (Side(odd.text, pivot.locale), Side(mention.text, source.locale))
        wrong, right = (_fit(side, form.text) for side in sides)
        if wrong[:2] != right[:2]:
            _, _, start, end = max(wrong, right)
            yield key, fact(form, (start, end), wrong > right)


def _fit(side: Side, text: Text) -> tuple[bool, float, int, int]:
    """Whether no word of what stands for a name is another's, how well it sounds, and where it
    stands."""
    found = find(side.name, side.locale, text.value, text.locale)
    if found is None:
        return False, 0.0, 0, 0
    return odd_word([side], found, text) is None, found.score, found.start, found.end


def told(facts: Sequence[Fact]) -> Iterator[tuple[Fact, str, list[Related]]]:
    """Yield each name that the pivot has wrong, what is to be said, and the translations."""
    translations = [one for one in facts if one.where.role != "pivot"]
    heirs = sorted({one.where.locale for one in translations if one.value})
    loyal = sorted({one.where.locale for one in translations if not one.value})
    for one in facts:
        if one.where.role != "pivot":
            continue
        message = f"{one.text} here, {one.value} in the source"
        message += f"; inherited by {', '.join(heirs)}" if heirs else ""
        message += f"; not by {', '.join(loyal)}" if loyal else ""
        yield (
            one,
            message,
            [related(t, "inherited it" if t.value else "did not") for t in translations],
        )
