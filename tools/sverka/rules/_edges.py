"""Where clauses and phrases may begin or end."""

import re

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.prose import prose

_MARK = re.compile(r"[,;:()\[\]–—…\n]|(?<=\w)[.!?](?=\s)|(?<=\s)-(?=\s)")
_JOINING = {
    language: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for language, words in {
        "en": "and|but|or|so|because|since|although|though|while|whereas|whether|if|unless|until|"
        "when|where|who|whose|which|that|after|before|as|with|without|despite|regardless|"
        "due|thanks|according",
        "de": "und|aber|oder|weil|da|obwohl|während|ob|falls|wenn|bis|wo|der|die|das|deren|"
        "dessen|dass|nachdem|bevor|als|wie|mit|ohne|trotz|dank|sondern|sodass|damit|um",
        "ru": "и|а|но|или|что|чтобы|потому|поскольку|хотя|если|пока|когда|где|котор\\w+|чем|"
        "после|до|перед|как|с|без|несмотря|благодаря|независимо|из-за|тогда|так|при",
        "uk": "і|й|та|а|але|або|чи|що|щоб|тому|оскільки|хоча|якщо|поки|коли|де|як\\w*|котр\\w+|"
        "після|до|перед|з|із|зі|без|попри|завдяки|незалежно|через|тоді|за",
        "fr": "et|mais|ou|car|parce|puisque|bien|quoique|si|tandis|alors|lorsqu|quand|où|qui|que|"
        "dont|après|avant|comme|avec|sans|malgré|grâce|quel\\w*|afin|pour",
        "es": "y|e|pero|o|u|porque|ya|aunque|si|mientras|cuando|donde|que|quien\\w*|cuy\\w+|"
        "después|antes|como|con|sin|pese|gracias|para|hasta|sino",
    }.items()
}  # fmt: skip
"""Words that begin a clause or a phrase."""
_DASHES = "—–"
_ASIDE = re.compile(
    r"\([^()\n]{6,}\)| [—–] [^—–()\n.;]{6,} (?=[—–] )|(?<=[^\W\d_])[—–][^—–()\n.;]{6,}(?=[—–])"
    r"|(?<=\w), (?:an?|the|eine?|der|die|das) [^,()\n.;]{4,}(?=,)"
)


def edges(text: Text) -> tuple[int, ...]:
    """Return where clauses and phrases may begin or end: an analyser."""
    value = text.ask(prose)
    joining = _JOINING[locales.language(text.locale)]
    marks = [hit.start() for pattern in (_MARK, joining) for hit in pattern.finditer(value)]
    return tuple(sorted({0, len(value), *marks}))


def lost_asides(here: Text, there: Text) -> tuple[tuple[int, int], ...]:
    """Return the spans of what stands in brackets, between dashes or, after a noun, between commas
    in one sentence of a text, where another text has fewer such marks."""
    mine, theirs = here.value, there.value
    found = []
    for aside in _ASIDE.finditer(here.ask(prose)):
        mark = aside[0].strip()[0]
        if mark == "(":
            is_lost = _fewer(mine, theirs, "(", 1) and not _fewer(theirs, mine, _DASHES, 1)
        else:
            is_lost = _fewer(mine, theirs, _DASHES if mark in _DASHES else ",", 2)
        if is_lost:
            found.append(aside.span())
    return tuple(found)


def _fewer(mine: str, theirs: str, marks: str, least: int) -> bool:
    there, here = (sum(map(value.count, marks)) for value in (mine, theirs))
    return there - here >= least
