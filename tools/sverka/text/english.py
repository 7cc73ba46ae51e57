"""Dictionary forms of English words, for terms: careful where stemmers are not.

infected, infection and infectivity are three terms; only plurals, possessives and, for verbs,
-s, -ed and -ing are undone. British and American spellings of one word give one form.
"""

from functools import lru_cache

import regex

_IRREGULAR = {
    "children": "child", "men": "man", "women": "woman", "people": "person", "mice": "mouse",
    "lice": "louse", "feet": "foot", "teeth": "tooth", "geese": "goose", "oxen": "ox",
    "dice": "die", "data": "datum", "media": "medium", "bacteria": "bacterium",
    "criteria": "criterion", "phenomena": "phenomenon", "mitochondria": "mitochondrion",
    "spectra": "spectrum", "strata": "stratum", "sera": "serum", "ova": "ovum", "atria": "atrium",
    "genera": "genus", "viscera": "viscus", "foramina": "foramen", "stigmata": "stigma",
    "carcinomata": "carcinoma", "schemata": "schema", "nuclei": "nucleus", "fungi": "fungus",
    "stimuli": "stimulus", "loci": "locus", "foci": "focus", "bacilli": "bacillus",
    "thrombi": "thrombus", "emboli": "embolus", "radii": "radius", "alumni": "alumnus",
    "vertebrae": "vertebra", "larvae": "larva", "antennae": "antenna", "formulae": "formula",
    "indices": "index", "matrices": "matrix", "appendices": "appendix", "vertices": "vertex",
    "cortices": "cortex", "codices": "codex", "lives": "life", "leaves": "leaf", "halves": "half",
    "knives": "knife", "wives": "wife", "wolves": "wolf", "calves": "calf", "shelves": "shelf",
    "selves": "self", "scarves": "scarf", "thieves": "thief", "hooves": "hoof", "loaves": "loaf",
    "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "echoes": "echo",
    "embryos": "embryo", "quizzes": "quiz", "buses": "bus", "gases": "gas", "viruses": "virus",
    "series": "series", "species": "species", "means": "means", "news": "news",
    "diabetes": "diabetes", "herpes": "herpes", "rabies": "rabies", "measles": "measles",
    "lens": "lens", "lenses": "lens",
    "gave": "give", "given": "give", "took": "take", "taken": "take", "wrote": "write",
    "written": "write", "made": "make", "found": "find", "held": "hold", "kept": "keep",
    "built": "build", "sent": "send", "grew": "grow", "grown": "grow", "ran": "run",
    "bound": "bind", "spread": "spread", "fed": "feed", "bled": "bleed", "shed": "shed",
}  # fmt: skip

_SMALL = """
a about after all also an and any are as at be because been before being between both but by can
could did do does during each few first for from had has have he her here his how i if in into is it
its just like many may more most much must my new no nor not of off on one only or other others our
out over own per s same second she should so some such t than that the their them then there these
they this those three to too two under until up very via was we were what when where which while who
whom whose why will with within without would you your
"""
SMALL_WORDS = frozenset(_SMALL.split())
"""Words that begin or end no term."""

_GREEK_PLURAL = regex.compile(
    r"(.*(?:the|analy|diagno|progno|hypothe|synthe|cri|ba|ax|neuro|psycho|metasta|necro|fibro|"
    r"thrombo|steno|sclero|mito|meio|apopto|paraly|dialy|prosthe|anastomo|symbio|sep|oa))ses"
)
_BRITISH = (
    (regex.compile(r"(?<=h|l|n|p|c|f|k|x|^)(ae|oe)(?=[mdsntlcgp])"), "e"),
    (regex.compile(r"(?<=tum|col|lab|behavi|fav|hon|neighb|rum|vap|harb|hum|od|vig|sav)our"), "or"),
    (regex.compile(r"(?<=cent|fib|lit|met|calib|theat|spect)re\b"), "er"),
    (regex.compile(r"(?<=[a-z]{3}[lnrmtdcpvz])is(?=e[drs]?\b|ing\b|ations?\b)"), "iz"),
    (regex.compile(r"(?<=anal|paral|catal|dial)ys(?=e[drs]?\b|ing\b)"), "yz"),
    (regex.compile(r"rrhoea"), "rrhea"),
    (regex.compile(r"mould"), "mold"),
    (regex.compile(r"sulph"), "sulf"),
    (regex.compile(r"programme\b"), "program"),
)  # fmt: skip
_MAY_BE_BRITISH = regex.compile(r"[ao]e|our|re\b|ise|isi|isa|yse|ysi|mould|sulph|programme")
"""Without one of these a word is spelled as in America."""


@lru_cache(maxsize=65536)
def noun(word: str) -> str:
    """Return the singular of a word in small letters, spelled the American way."""
    return american(_singular(word))


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ics")):
        return word
    if found := _GREEK_PLURAL.fullmatch(word):
        return found[1] + "sis"
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("ses") and word.endswith(("uses", "ruses")) and not word.endswith("auses"):
        return word[:-2] if word.endswith(("viruses", "ruses", "sinuses", "fetuses")) else word[:-1]
    return word[:-1]


@lru_cache(maxsize=65536)
def verbs(word: str) -> frozenset[str]:
    """Return the infinitives that a word in small letters can be a form of."""
    found = {word, _IRREGULAR.get(word, word), _singular(word)}
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            found |= {stem, stem + "e"}
            if len(stem) > 3 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
            if ending == "ed" and stem.endswith("i"):
                found.add(stem[:-1] + "y")
    if word.endswith("es"):
        found.add(word[:-2])
    return frozenset(american(form) for form in found)


def american(word: str) -> str:
    """Return a word in American spelling, as far as regular pairs go: leukaemia → leukemia."""
    if not _MAY_BE_BRITISH.search(word):
        return word
    for pattern, replacement in _BRITISH:
        word = pattern.sub(replacement, word)
    return word
