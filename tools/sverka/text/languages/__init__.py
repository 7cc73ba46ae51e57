"""In which language a text is written: by its script, its letters and its function words."""

from .evidence import Verdict, function_words, identify, language_of, tells_apart
from .prose import Prose, prose

__all__ = ["Prose", "Verdict", "function_words", "identify", "language_of", "prose", "tells_apart"]
