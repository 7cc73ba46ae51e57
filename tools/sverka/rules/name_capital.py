"""Names with a small letter, and adjectives of places with a capital."""

import re
from collections.abc import Iterator
from functools import lru_cache

import regex

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import here, there
from sverka.review.unit import Form
from sverka.text import lexicon, locales
from sverka.text.analysis import Text
from sverka.text.names import same_name
from sverka.text.names.skeleton import coarse
from sverka.text.places import ADJECTIVE, PLACE, capital_adjectives, small_places
from sverka.text.prose import prose
from sverka.text.signs import Make, never, of_pieces


def _written_in(script: str) -> Make:
    return lambda locale: None if locales.script(locale) == script else never


_LATIN, _CYRILLIC = of_pieces(_written_in("Latn")), of_pieces(_written_in("Cyrl"))

rule = Rule(
    __name__,
    family="names",
    severity="warning",
    certainty="likely",
    roles=("target", "source"),
    yields_to=("capital-mismatch",),
    needs=here(PLACE | ADJECTIVE)
    | (here(_CYRILLIC) & there(_LATIN))
    | (here(_LATIN) & there(_CYRILLIC)),
)

_NAME = regex.compile(
    r"(?<=\p{Ll}[,\u00a0 ] ?|\p{Lu}\p{Ll}+ |\b[ВІУЗ] )"
    r"(?P<word>\p{Lu}\p{Ll}{3,})(?!['’]?\w|[-‐/.@]\w)"
)
"""A word whose capital is not the sentence's."""
_PLACED = re.compile(
    r"\b(?:[Ii]n|[Ff]rom|[Nn]ear|to|[Aa]t|of|[Oo]utside|by|with|[Вв]о?|[Ии]з|[Пп]од|[Нн]а|[Оо]коло|[Бб]лиз|с|до"
    r"|[Уу]|[Зз]|[Іі]з|[Бб]іля) \Z"
    r"|\b[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ]+,? \Z"
)
"""What stands before the name of a place or a person, not before that of a drug."""
_GOES_ON = regex.compile(r"[\u00a0 ]\p{Lu}\p{Ll}")
"""A surname after a given name."""
_WORD = regex.compile(r"(?<![\p{L}\p{N}_/@.\-‐=:\\])\p{L}\p{Ll}{3,}(?![\p{L}\p{N}_/@\-‐=]|\.\p{L})")
_LIVING = re.compile(
    r"[\u00a0 ](?:bacteri|bacill|virus|parasit|fung[ui]|infection|species|spp|strain|toxin|yeast"
    r"|бактери|бацилл|вирус|вірус|паразит|гриб|инфекци|інфекці|штамм|токсин)"
)
"""What follows the name of a genus, which other languages write small: Borrelia bacteria."""
_ADJECTIVE = re.compile(
    r"(?:(?:зьк|ськ|цьк)(?:и|о|а|у|е|і)\w{0,2}|[сц]к(?:и|ы|о\w|[ау][яю]|і)\w{0,2})\Z"
)
_ABSTRACT = re.compile(
    r"(?:phobia|pathy|logy|therapy|mania|scopy|graphy|tomy|ism|ity|tions?"
    r"|(?:фоби|пати|логи|терапи|мани|скопи|графи|томи|изм|ізм|ци|ці|ость|ість)[а-яіїєё]{0,3})\Z"
)
"""How words end that name no place and no person."""
_SAME, _NEAR = 0.7, 0.45
_SENTENCE = re.compile(r"[.!?][»”\"')]*\s*\Z")
_COMMON = re.compile(
    r"(?:instit|univers|akadem|academ|federa|republi|komite|committ|kongres|congres|konferen|parlam|parliam"
    r"|profes|doktor|doctor|presid|prezid|minist|direk|direct|program|proje|interne|sputnik|sovet|soviet"
    r"|depart|associ|assotsi|klinik|clinic|hospit|gospit|kance|tsentr|center|centre|fond|bibli|olymp|olimp"
    r"|fahrenh|celsi|cyril|latin|кирил|латин|segment|сегмент|menu|меню|фаренг|цельс|baccal|бакал|covid|kovid|korona|corona|google|гугл|ковид|корона|инстит|универс|академ|федера|республ|комите"
    r"|конгресс|конферен|парлам|профес|доктор|презид|минист|директ|програм|проект|интерн|совет|департ|ассоц|клини"
    r"|госпит|центр|фонд|библи|олимп|миллион|миллиард|million|billion|король|принц|сэр|лорд|мисс|мистер|генерал)",
    re.IGNORECASE,
)
"""Words that both languages have, and write small but in names."""


@rule.check
def find(unit: Unit) -> Iterator[Finding]:
    """Report the small names and the capital adjectives of each form."""
    for form, pivot in unit.pairs:
        for start, end in form.text.ask(small_places):
            word = form.text.value[start:end]
            if word not in pivot.value and " " in pivot.value.strip():
                yield _small(form, (start, end), f"{word} is a name")
                return
        for start, end in form.text.ask(capital_adjectives):
            word = form.text.value[start:end]
            yield rule.finding(
                form,
                f"{word} is an adjective and no part of a name here; write it small",
                span=(start, end),
                related=[pivot_of(form)],
                replacement=word[0].lower() + word[1:],
            )
        scripts = {locales.script(form.text.locale), locales.script(pivot.locale)}
        if scripts == {"Latn", "Cyrl"} and locales.language(unit.locale) != "de":
            yield from _by_sound(form, pivot)


def _by_sound(form: Form, pivot: Text) -> Iterator[Finding]:
    """Report the small words that sound like a name of the pivot which stands nowhere else."""
    if not _NAME.search(pivot.value) or not _SENTENCE.search(pivot.value):
        return
    value, latin = pivot.ask(prose), locales.script(form.text.locale) == "Latn"
    names = [hit for hit in _NAME.finditer(value) if _is_name(hit, value, pivot.locale)]
    if not names:
        return
    words = list(_WORD.finditer(form.text.ask(prose)))
    capitals = [word[0] for word in words if word[0][0].isupper()]
    for name in names:
        sound = _sound(name["word"])
        if any(_far(sound, _sound(other)) <= _NEAR for other in capitals):
            continue
        for word in words:
            small = word[0]
            if (
                small[0].isupper()
                or small in pivot.value
                or small.isascii() != latin
                or _ADJECTIVE.search(small)
            ):
                continue
            if _sound(small)[:1] != sound[:1] or _far(sound, _sound(small)) > _NEAR:
                continue
            if _is_common(small, form.text.locale) or _is_quoted(word):
                continue
            alike = same_name(name["word"], small.capitalize(), pivot.locale, form.text.locale)
            if alike >= _SAME:
                yield _small(form, word.span(), f"{small} is a name: {name['word']}")
                return


def _is_name(hit: "regex.Match[str]", value: str, locale: str) -> bool:
    word = hit["word"]
    if word.lower() in value or _COMMON.match(word) or _ADJECTIVE.search(word):
        return False
    if _LIVING.match(value, hit.end("word")):
        return False
    placed = _PLACED.search(value, 0, hit.start("word")) or _GOES_ON.match(value, hit.end("word"))
    return placed is not None and not _is_common(word.lower(), locale)


def _is_common(word: str, locale: str) -> bool:
    """Say whether a word is a common noun of its language."""
    if _COMMON.match(word) or _ABSTRACT.search(word):
        return True
    return bool(Text(word, locale).ask(lexicon.pool))


def _is_quoted(word: "regex.Match[str]") -> bool:
    """Say whether a word stands in a quotation, which may be a title."""
    before = word.string[: word.start()]
    return before.count("«") > before.count("»") or before.count('"') % 2 == 1


def _small(form: Form, span: tuple[int, int], message: str) -> Finding:
    word = form.text.value[slice(*span)]
    return rule.finding(
        form,
        f"{message}; write it with a capital",
        span=span,
        related=[pivot_of(form)],
        replacement=" ".join(part[0].upper() + part[1:] for part in word.split()),
    )


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    return coarse(word.lower())


def _far(a: str, b: str) -> float:
    """Return the share of sounds in which two words differ, but for one or two at the end."""
    from rapidfuzz.distance import Levenshtein

    short = min(len(a), len(b))
    edits = Levenshtein.distance(a[: short + 1], b[: short + 1])
    return edits / max(short, 1)
