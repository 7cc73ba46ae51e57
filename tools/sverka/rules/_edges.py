"""Where clauses and phrases may begin or end."""

import re

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.prose import prose

_MARK = re.compile(r"[;()\[\]–—…\n]|[,:](?!\d)|(?<=\w)[.!?](?=\s)|(?<=\s)-(?=\s)")
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


def edges(text: Text) -> tuple[int, ...]:
    """Return where clauses and phrases may begin or end: an analyser."""
    value = text.ask(prose)
    joining = _JOINING[locales.language(text.locale)]
    marks = [hit.start() for pattern in (_MARK, joining) for hit in pattern.finditer(value)]
    return tuple(sorted({0, len(value), *marks}))
