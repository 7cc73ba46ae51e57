"""A text that is analysed once, however many rules ask."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")


class Text(dict[Callable[["Text"], Any], Any]):
    """A string in a locale, which remembers what was found out about it.

    An *analyser* is any function of a `Text`; `ask` runs it at most once a text::

        words = text.ask(words_of)

    A text is itself the dictionary of its answers: nothing else is as fast to ask. It is true,
    even if nobody asked yet.
    """

    __slots__ = ("locale", "value")

    def __init__(self, value: str, locale: str) -> None:
        self.value = value
        self.locale = locale

    if TYPE_CHECKING:

        def ask(self, analyser: "Callable[[Text], T]") -> T:
            """Return what `analyser` says of this text."""

    else:
        ask = dict.__getitem__

    def __missing__(self, analyser: "Callable[[Text], T]") -> T:
        answer = self[analyser] = analyser(self)
        return answer

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"Text({self.value!r}, {self.locale!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.value == other.value and self.locale == other.locale

    def __hash__(self) -> int:  # type: ignore[override]
        return hash((self.value, self.locale))

    def __reduce__(self) -> "tuple[type[Text], tuple[str, str]]":
        return Text, (self.value, self.locale)
