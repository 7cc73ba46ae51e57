"""Golden rules of pySBD that Sverka does not follow, by the beginning of the text, and why."""

DISPUTED: dict[str, dict[str, str]] = {
    "ar": {
        "سؤال وجواب: ماذا": "a colon does not end a sentence",
        "الاحد, 21 فبراير/": "a colon does not end a sentence",
        "عثر في الغرفة على": "a comma does not end a sentence",
    },
    "bg": {
        "Той поставя началото": "„150 г.“ closes the first sentence, „Саргон“ opens the next",
    },
    "da": {
        "I wasn’t really ...": "an ellipsis before a capital ends a sentence; 'I' tells nothing",
        "Hello world.I dag is": "without a space only a lower-case word is taken to end a sentence",
    },
    "de": {
        "Fit in vier Wochen": "expects a cut at a line without punctuation in the running text",
        "Andere Fischsorten": "expects rewritten text (z.B. becomes z. B.)",
    },
    "en": {
        "I wasn’t really ...": "an ellipsis before a capital ends a sentence; 'I' tells nothing",
        "One further habit": "the four dots end the sentence; three of them do not begin the next",
    },
    "es": {
        "Centro de Relaciones": "a single line break is white space (Señores: / EMBAJADA)",
        "__________": "a single line break is white space; a rule of underscores is markup",
    },
    "it": {'"Ei fu. Siccome': "a quotation of two sentences has two sentences"},
    "ja": {"これは父の": "expects the space removed from the text"},
    "kk": {"Оқушылар үйі, Достық": "the next word is in lower case"},
    "ru": {
        "«К чему ты готовишься": "speech, the speaker, speech again: two sentences, as in prose",
        "Л.Н. Толстой написал": "„1898 г.“ ends a sentence; „В 1854 году“ opens the next",
    },
    "sk": {"„Prieskumy beriem": "a quotation of two sentences has two sentences"},
}
