"""Names of people and organisations: whether two forms are one name, where names stand in text.

Everything works on strings and locale names, in any script, and never raises on bad input.
"""

from sverka.text.names.finding import Found, Mention, find_name, is_personal, names_in
from sverka.text.names.inflection import lemmas
from sverka.text.names.matching import same_name, same_names
from sverka.text.names.sounds import are_far
from sverka.text.names.variants import same_form, variant_score

__all__ = [
    "Found",
    "Mention",
    "are_far",
    "find_name",
    "is_personal",
    "lemmas",
    "names_in",
    "same_form",
    "same_name",
    "same_names",
    "variant_score",
]
