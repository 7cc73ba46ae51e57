"""A text that alone affirms what the pivot and all other languages of an article deny."""

import re
from collections.abc import Sequence

from sverka.text import locales
from sverka.text.analysis import Text

from ._voices import FEWEST, Voice

_SOFT = {
    "ar": r"(?<!\w)[وف]?(?:لا|لم|لن|ليس\w*|لست\w*|ما|غير|[بم]?دون|بلا|بغير|عدم|بعدم|لعدم|إلا|سوى"
    r"|فقط|مجرد|نادر\w*|كف|توقف\w*|رفض\w*|يرفض\w*|فشل\w*|تعذر\w*|يستحيل|مستحيل|امتن\w*|خال\w*|أقصى|الأكثر"
    r"|تجنب\w*|حظر\w*|يحظر\w*|منع\w*|يمنع\w*|بالكاد|انعد\w*)(?!\w)",
    "de": r"\b(?:nicht\w*|nie\w*|kein\w*|weder|noch|ohne|nur|erst|kaum|selten|höchstens|maximal"
    r"|fehl\w+|verweiger\w+|scheiter\w+|lehn\w+|verbot\w*|verhinder\w+|vermeid\w+|bloß|lediglich"
    r"|un\w+(?:lich|bar|ig|t|sam|en)(?:e[nrsm]?)?|\w+(?:los|frei)(?:e[nrsm]?)?|statt|anstatt)\b",
    "es": r"\b(?:no|ni|nunca|nadie|nada|ning\w+|jamás|tampoco|sin|solo|sólo|solamente|apenas|salvo"
    r"|excepto|falt\w+|carec\w+|neg\w+|impid\w+|evit\w+|imposibl\w+|in\w+bles?|máximo|mucho|dej\w+"
    r"|rechaz\w+|prohíb\w+|prohib\w+|excl\w+|en vez|en lugar)\b",
    "fr": r"(?:\bn['’]|\b(?:ne|ni|non|pas|sans|jamais|aucun\w*|rien|personne|seul\w*|guère|plus"
    r"|sauf|manqu\w+|refus\w+|évit\w+|cess\w+|échou\w+|impossibl\w+|in\w+bles?|maximum|empêch\w+|interdi\w+"
    r"|exclu\w*|rarement|au lieu)\b)",
    "ja": r"な[いくけかしきさ]|ず|ぬ|ませ|無|不|未|非|のみ|だけ|しか|以外|欠|拒|禁|避|失敗",
    "ru": r"\b(?:не\w*|ни\w*|нет|без|только|лишь|едва|кроме|редко|максимум|отсутств\w+|отказ\w+"
    r"|избег\w+|запре[тщ]\w+|лиш\w+|вместо|перестал\w*)\b",
    "uk": r"\b(?:не\w*|ні\w*|нема\w*|без|тільки|лише|ледь|крім|окрім|рідко|максимум|жод\w+"
    r"|відсут\w+|відмов\w+|уник\w+|заборон\w+|позбав\w+|замість|перестал\w*|брак\w+)\b",
    "zh": r"[不没沒无無未非勿别否仅只才免拒禁]|缺乏|缺少|最多|至多|以外|除外|除了|停止|失败|难以",
}
"""What may deny or restrict, in whatever way."""
_WITHOUT = re.compile(
    r"\b(?:without|un\w+(?:ed|able|ing)|only|in\w+ble|free of|except|never|lack\w*|instead|rarely"
    r"|few|avoid\w*|fail\w*|refus\w*)\b|\w+(?:less|-free)\b",
    re.IGNORECASE,
)
"""What an English text says besides, and others so."""


def affirms_alone(
    pivot: Text, text: Text, told: Voice, one: Voice, others: Sequence[Voice]
) -> bool:
    """Say whether a text has nothing that could deny what the pivot and every other text denies."""
    known = [other.denials for other in others if other.denials]
    language = locales.language(text.locale)
    if not (one.denials and told.denials) or language not in _SOFT or one.denials[0]:
        return False
    if len(known) < FEWEST or not told.denials[1] or any(strong == 0 for strong, _ in known):
        return False
    besides = len(_WITHOUT.findall(pivot.value))
    return len(re.findall(_SOFT[language], text.value, re.IGNORECASE)) <= besides
