"""Parts of a sentence that its translation leaves out or adds, told by its length."""

import math
import re
from functools import cache

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.numbers import figures, spelled

from ._sentences import Model, weigh
from ._translations import Measured, Pair

_LONG = 50
"""Letters from which the length of a text tells something."""
_SHORTFALL, _ALONE = 0.62, 0.45
"""What is left at most of a text that lost a part, with the pivot's commas gone and without."""
_BEYOND_CHANCE = 3.3
"""Standard deviations."""
_HALF, _UNLIKELY, _A_COMMA = 0.56, 2.6, 0.2
"""The same, where two commas are gone as well, and what every further one counts for."""
_ITEM, _ITEM_HALF, _ITEM_CHANCE = 38, 0.555, 2.4
"""The same of one sentence that has an "and" or a comma less, and the letters from which on."""
AND = re.compile(
    r"(?<!\w)(?:and|then|und|dann|anschließend|и|а|затем|потом|після|та|й|і|потім|et|puis|y|e|luego"
    r"|i|ve|og|och|en|ثم)(?!\w)|，然后|并|و(?=\w)",
    re.IGNORECASE,
)
JOINT = re.compile(
    AND.pattern
    + r"|(?<!\w)(?:n?or|noch|oder|sowie|ни|или|ні|ані|або|чи|ni|ou|o|né|ani|eller)(?!\w)",
    re.IGNORECASE,
)
"""What joins two things that are said, or denied, of one."""
_ANDS = {
    language: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for language, words in {
        "en": "and|then|or", "de": "und|dann|sowie|oder", "ru": "и|а|затем|потом|или",
        "uk": "і|й|та|а|потім|або|чи", "fr": "et|puis|ainsi que|ou", "es": "y|e|luego|u|o",
        "it": "ed?|poi|od?", "pt": "e|depois|ou", "nl": "en|dan|of", "pl": "i|oraz|a|lub|albo",
        "sv": "och|sedan|eller", "da": "og|eller", "nb": "og|eller", "tr": "ve|veya",
    }.items()
}  # fmt: skip
"""Words that join the parts of a sentence."""
_BRIEF, _SURPLUS = 20, 1.75
"""Letters from which a longer text tells something, and how much longer it must be."""
_TAILED, _HEAD, _TAIL = 1.18, (0.7, 1.15), 3
"""How much longer a sentence with an "and" at its end must be, what it is up to there, and the
words from there on."""
_JOINT = re.compile(
    r"[,;:()–—/\d]|\b(?:with|plus|well|together|both|also|same|вместе|с|со|тоже|также|оба|обе|разом|з|із"
    r"|mit|sowie|samt|auch|beide\w*|avec|con)\b",
    re.IGNORECASE,
)
"""What joins without "and", or counts."""
_WITH_AND = 1.5
"""How much longer it must be where the translation has the only "and"."""
_SHORTENED = re.compile(r"[A-ZА-Я]{2}")
"""An acronym, which a translation may write out."""
_CLAUSE = re.compile(
    r",[”’\"»]? (?:and|but|so that|although|though|because|since|while|which|who|whose|where"
    r"|when|unless|if|as|until|whereas|even|и|а|но|хотя|потому|так как|чтобы|котор\w+|когда|где"
    r"|если|пока|причём"
    r"|und|aber|sondern|obwohl|weil|da|während|wobei|d(?:er|ie|as)|dass|damit|wenn|bis)\b",
    re.IGNORECASE,
)
_A_CLAUSE = 2.4
"""Standard deviations, where a clause of the pivot has a comma and the translation has none."""
_ONE_LIST = 110
"""Letters up to which the commas of a sentence are those of one enumeration."""
_ASIDE = re.compile(
    r"^(?:However|Meanwhile|Moreover|Finally|Today|Also|Then|Thus|On|In|At|As|By|For|From|After|Before|When"
    r"|While|If|Although|Though|Since|Because|Despite|During|With|Without|Through|Via|To|Unlike|Among"
    r"|Bei|Im|In|Am|An|Mit|Ohne|Nach|Vor|Wenn|Als|Da|Weil|Obwohl|Während|Seit|Um|Zum|Zur|Für|Aus|Wer"
    r"|В|Во|На|По|При|После|До|Если|Когда|Хотя|Поскольку|Из|Для|Согласно|Тем|Таким|Однако|Кроме|Чтобы|Как"
    r"|За|С|Со|Так|Но|К|Через|Без|Под|Над|Перед|Якщо|Коли|Хоча|Після|Для|За|Під|Але)\b"
    r"|, (?:which|who|whose|where|when|while|including|such as|as well|but|because|although|so|if"
    r"|der|die|das|den|dem|deren|dessen|dass|weil|wenn|als|ob|wie|was|wo|um|damit|obwohl|aber|sondern|so"
    r"|котор\w+|что|чтобы|если|когда|как|где|куда|поскольку|хотя|потому|но|а|включая|например|то|так|чем"
    r"|with|в том|так\w+ как|у котор\w+|в котор\w+"
    r"|\w+(?:щ|вш|нн|т)(?:ий|ая|ее|ие|их|ей|ую|им|ый|ые|ых|ого|ой|ое)"
    r"|що|щоб|якщо|коли|де|але|як\w*|котр\w+)\b",
)
"""An introduction or a clause, whose comma another language does without."""
_LISTED = 0.85
"""What is left at most of a text whose list lost a part."""
_CODE = re.compile(r"[`<>{}%]|//|, \w+ing\b")
"""Code, and what is no thing of a list: ", returning"."""
_TOGETHER = re.compile(
    r"\b(?:with|together|both|mit|samt|beide\w*|avec|con|с|со|вместе|оба|обе|з|із|зі|разом)\b",
    re.IGNORECASE,
)
"""What joins two things of a list besides "and"."""
_ONE_SHORT_LIST = 90
"""Letters up to which a sentence is taken for one with a list."""
_THREE = re.compile(
    r"(?:[^\W\d_][\w'’-]* ){0,4}[^\W\d_][\w'’-]*, (?:[^\W\d_][\w'’-]* ){0,3}[^\W\d_][\w'’-]*,?"
    r" (?:and|und|и|і|та) ",
    re.IGNORECASE,
)
"""Three things of a few words each."""
_INTRODUCED = re.compile(
    r"(?:\w+ly|Besides|Indeed|Still|Instead|Also|Now|Then|Yes|No|So|Well|You know|Please|Dear \w+"
    r"|Возможно|Конечно|Кстати|Впрочем|Наконец|Сегодня|Сейчас|Да|Нет|Вы знаете|Пожалуйста"
    r"|Ja|Nein|Nun|Bitte|Також|Звісно|Так|Ні|Hence|Yet|Here|There|Later|Often|Sometimes), ",
    re.IGNORECASE,
)
_STOPS, _BOTH_STOPS = re.compile(r"[,;:(–—]"), re.compile(r"[,;] ,")
_LIST = re.compile(
    r"[^,.;:()\n]{6,}, (?:[^,.;:()\n]{6,}, ?)*[^,.;:()\n]{6,},? (?:and|or|и|или|і|або|und|oder) \w"
)
"""An enumeration of three parts and more, each of more than a short word."""


_LAST = re.compile(
    r", (?:and|but|while|und|aber|während|а|но|и|і|й|та|але|et|mais|tandis que|y|pero|mientras que)"
    r" ((?:[^\s.!?]+ ){2,}[^\s.!?]+)[.!?]\s*\Z",
    re.IGNORECASE,
)
"""A last clause of three words and more that is joined to the one before."""
_JOINS = re.compile(
    r"(?<!\w)(?:and|but|while|whereas|though|although|with|where|which|who|as|or|also|too|so"
    r"|und|aber|während|doch|jedoch|sondern|sowie|wobei|oder|auch|mit|wo|als|dabei|damit"
    r"|и|а|но|или|однако|причём|причем|тогда|котор\w+|где|при|также|чтобы|хотя|пока|зато|с|тоже"
    r"|і|й|та|але|або|проте|тоді|як\w*|де|також|щоб|хоча|з|із|теж"
    r"|et|mais|tandis|alors|ou|dont|qui|où|avec|aussi|y|e|pero|mientras|o|que|con|donde|también"
    r"|sino|en)(?!\w)|[;:(–—]|\w(?:ing|ив|ав|яв|ючи|вши)(?!\w)",
    re.IGNORECASE,
)
"""What may join a clause in a translation, or stand for one."""


def shortfall(measured: Measured, model: Model) -> float | None:
    """Return how much shorter than to be expected a translation is, if that is beyond chance.

    0.5: half of it seems to be missing. Code, addresses and placeholders do not count.
    """
    pair, here, there = measured
    mine, theirs = here.weight, there.weight / model.ratio
    if mine < _ITEM or theirs > _SHORTFALL * mine:
        return None
    if pair.target.value.count("`") != pair.pivot.value.count("`"):
        return None
    if theirs < _ITEM_HALF * mine and _lacks_item(measured):
        off = (mine - theirs) / math.sqrt(model.variance * (theirs + 10))
        if off > _ITEM_CHANCE:
            return 1 - theirs / mine
    if mine < _LONG:
        return None
    deviation = (theirs - mine) / math.sqrt(model.variance * (mine + 10))
    least = _BEYOND_CHANCE
    gone = _commas(pair.pivot) - _commas(pair.target)
    if gone < 1 and theirs > _ALONE * mine:
        return None
    if gone and not _commas(pair.target) and _CLAUSE.search(pair.pivot.value):
        least = _A_CLAUSE
    if gone >= 2 and theirs < _HALF * mine:
        least = _UNLIKELY - _A_COMMA * min(gone - 2, 2)
    return 1 - theirs / mine if deviation < -least else None


def _lacks_item(measured: Measured) -> bool:
    """Say whether one sentence has fewer commas and "and" than the one that it translates."""
    if not measured.pivot.sentences == measured.target.sentences == 1:
        return False
    mine, theirs = (
        sum(map(text.value.count, ",،，、;；")) + len(AND.findall(text.value))
        for text in (measured.pair.pivot, measured.pair.target)
    )
    return theirs < mine


def surplus(measured: Measured, model: Model) -> float | None:
    """Return how many times longer than to be expected a translation is, if that is beyond chance
    and it has an "and" or a number that the pivot has not."""
    pair, here, there = measured
    mine, theirs = here.weight, there.weight / model.ratio
    if theirs <= _TAILED * mine:
        return None
    if _tailed(measured, theirs, mine, model):
        return theirs / mine
    if theirs < _WITH_AND * mine or mine < _BRIEF or not here.sentences == there.sentences == 1:
        return None
    value = pair.pivot.value
    if value.rstrip()[-1:] not in (".", "!", "?") or _SHORTENED.search(value):
        return None
    chance = (theirs - mine) / math.sqrt(model.variance * (mine + 10))
    if theirs < _SURPLUS * mine or chance < _BEYOND_CHANCE:
        is_joined = chance > _A_CLAUSE and mine > _ITEM and _ands(pair.target) == 1
        is_plain = is_joined and not _ands(pair.pivot) and not _commas(pair.pivot)
        return theirs / mine if is_plain else None
    more = _ands(pair.target) > _ands(pair.pivot)
    return theirs / mine if more or _strange(pair) else None


def _tailed(measured: Measured, theirs: float, mine: float, model: Model) -> bool:
    """Say whether a plain sentence got an "and …" at its end that the pivot has nothing of."""
    pair, here, there = measured
    if not _TAILED * mine < theirs or mine < _BRIEF or not here.sentences == there.sentences == 1:
        return False
    value, words = pair.pivot.value, _ANDS.get(locales.language(pair.target.locale))
    if not words or value.rstrip()[-1:] not in (".", "!", "?") or _JOINT.search(value):
        return False
    if _ands(pair.pivot) or _SHORTENED.search(value) or _CODE.search(value):
        return False
    found = [*words.finditer(pair.target.value)]
    if not found:
        return False
    tail = pair.target.value[found[-1].end() :]
    if _JOINT.search(pair.target.value, max(0, found[-1].start() - 2)):
        return False
    head = weigh(pair.target.value[: found[-1].start()]) / model.ratio
    is_head = _HEAD[0] * mine < head < _HEAD[1] * mine
    return is_head and len(tail.split()) >= _TAIL and not _SHORTENED.search(tail)


def _ands(text: Text) -> int:
    """Count the words for "and": an analyser."""
    words = _ANDS.get(locales.language(text.locale))
    return len(words.findall(text.value)) if words else 0


def _strange(pair: Pair) -> bool:
    """Say whether a translation has a number, two and more, that the pivot has not."""
    there = {v for ask in (figures, spelled) for n in pair.pivot.ask(ask) for v in n.values}
    here = (n for ask in (figures, spelled) for n in pair.target.ask(ask))
    return any(there.isdisjoint(n.values) and 1 not in n.values for n in here)


_ALTHOUGH = {
    "en": ("although|though|despite", "while|but|albeit|yet|however|whereas|even|nevertheless|still"
           "|notwithstanding|if|regardless|in spite|except"),
    "de": ("obwohl|obgleich|wenngleich|trotz", "zwar|aber|jedoch|doch|trotz\\w*|während|auch|wenn"
           "|dennoch|allerdings|obschon|wobei|dabei|ungeachtet|nur"),
    "ru": ("хотя(?! бы)|несмотря", "хоть|но|однако|а|пусть|даже|вс[её][- ]же|тогда как|при этом"
           "|невзирая|вопреки|правда|только|вс[её] равно|тем не менее|если"),
    "uk": ("хоча(?! б)|незважаючи", "хоч|але|проте|однак|а|навіть|попри|втім|тоді як"
           "|щоправда|та|й"),
    "fr": ("bien que|quoique|malgré", "mais|cependant|pourtant|même|alors que|tandis que|toutefois"
           "|or|si|quand|en dépit"),
    "es": ("aunque|pese", "pero|sin embargo|a pesar|si bien|mientras|aun|aún|no obstante"
           "|mas|incluso"),
}  # fmt: skip
"""Words that make a concession, and others that other languages render them with."""
SHORTER = 0.86
"""What is left at most of a text that lost a concession, or any other part but one of a list."""


@cache
def _concessions(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    if language not in _ALTHOUGH:
        return None
    sure, more = _ALTHOUGH[language]
    patterns = (rf"(?<!\w)(?:{words})(?!\w)" for words in (sure, f"{sure}|{more}"))
    first, second = (re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    return first, second


def unconceded(measured: Measured, model: Model) -> bool:
    """Say whether an "although" of the pivot has nothing to answer to it in a shorter text."""
    pair, here, there = measured
    if there.weight >= SHORTER * here.weight * model.ratio or here.weight < _ITEM:
        return False
    mine, theirs = (
        _concessions(locales.language(text.locale)) for text in (pair.pivot, pair.target)
    )
    if not mine or not theirs:
        return False
    return bool(mine[0].search(pair.pivot.value)) and not theirs[1].search(pair.target.value)


def unlisted(measured: Measured, model: Model) -> bool:
    """Say whether a translation has fewer of the parts that a comma and "and" join than the pivot,
    a single sentence, and is shorter as well."""
    if _shortened_list(measured):
        return True
    pair, here, there = measured
    mine, theirs = here.weight, there.weight / model.ratio
    if (
        theirs >= _LISTED * mine
        or not _LONG <= mine <= _ONE_LIST
        or not here.sentences == there.sentences == 1
    ):
        return False
    if not {locales.language(t.locale) for t in (pair.pivot, pair.target)} <= _ANDS.keys():
        return False
    if _ASIDE.search(pair.pivot.value) or _INTRODUCED.match(pair.pivot.value):
        return False
    if "\n" in pair.pivot.value or not _LIST.search(pair.pivot.value):
        return False
    return _parts(pair.target) < _parts(pair.pivot)


def _shortened_list(measured: Measured) -> bool:
    """Say whether three things of a short sentence are two in its translation, however long."""
    pair, here, there = measured
    if not _BRIEF <= here.weight <= _ONE_SHORT_LIST or not here.sentences == there.sentences == 1:
        return False
    words = _ANDS.get(locales.language(pair.target.locale))
    value = pair.pivot.value
    if not words or ", " not in value or _STOPS.search(pair.target.value):
        return False
    if _CODE.search(value) or _TOGETHER.search(pair.target.value):
        return False
    if _ASIDE.search(value) or _INTRODUCED.match(value) or len(_STOPS.findall(value)) > 2:
        return False
    return bool(_THREE.search(value)) and len(words.findall(pair.target.value)) <= 1


def unjoined(measured: Measured, model: Model) -> bool:
    """Say whether the last clause of the pivot, which a comma and "and" or "but" join, is missing:
    nothing joins clauses in a shorter translation that has a comma less."""
    pair, here, there = measured
    if here.weight < _LONG or not here.sentences == there.sentences == 1:
        return False
    if there.weight >= _LISTED * here.weight * model.ratio or "\n" in pair.pivot.value:
        return False
    if not {locales.language(t.locale) for t in (pair.pivot, pair.target)} <= _ANDS.keys():
        return False
    last = _LAST.search(pair.pivot.value)
    if not last or _JOINS.search(pair.target.value) or _STOPS.search(last[1]):
        return False
    return _commas(pair.target) < _commas(pair.pivot)


def _parts(text: Text) -> int:
    """Count what commas and "and", or both together, part: an analyser."""
    words = _ANDS[locales.language(text.locale)]
    rest = words.sub(",", text.value)
    return len(_STOPS.findall(rest)) - len(_BOTH_STOPS.findall(rest))


def _commas(text: Text) -> int:
    return sum(map(text.value.count, ",،，、;；("))
