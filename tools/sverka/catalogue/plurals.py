"""The Plural-Forms header: how many forms there are, and which one a number takes.

The expression is a C expression in the variable n (GNU gettext manual, "Plural forms"). It is
parsed and computed here, never evaluated as code.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

_HEADER = re.compile(r"\s*nplurals\s*=\s*(\d{1,3})\s*;\s*plural\s*=\s*(.*?)\s*;?\s*", re.DOTALL)
_COUNT = re.compile(r"nplurals\s*=\s*(\d{1,3})")
_TOKEN = re.compile(r"\s*(n|\d{1,9}|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:()])")
_BINARY: tuple[tuple[str, ...], ...] = (
    ("||",),
    ("&&",),
    ("==", "!="),
    ("<", ">", "<=", ">="),
    ("+", "-"),
    ("*", "/", "%"),
)
_DEPTH = 100

Expression = Callable[[int], int]


class PluralError(ValueError):
    """A Plural-Forms header that cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class PluralForms:
    """The number of forms and the index of the form for each n ≥ 0."""

    count: int
    text: str
    expression: Expression

    def index(self, n: int) -> int:
        """The form for n things. Raises PluralError when the expression leaves 0 … count-1."""
        value = self.expression(n)
        if not 0 <= value < self.count:
            raise PluralError(f"for n={n} the form is {value}, but nplurals={self.count}")
        return value

    def examples(self, index: int, limit: int = 3, upto: int = 1000) -> list[int]:
        """The smallest numbers up to `upto` that take this form."""
        found: list[int] = []
        for n in range(upto + 1):
            if self.expression(n) == index:
                found.append(n)
                if len(found) == limit:
                    break
        return found


def plural_count(header: str) -> int:
    """nplurals of a Plural-Forms value, or 0 when it does not say."""
    found = _COUNT.search(header)
    return int(found[1]) if found else 0


@cache
def parse_plural_forms(header: str) -> PluralForms:
    """Read the value of a Plural-Forms header. Raises PluralError."""
    found = _HEADER.fullmatch(header)
    if found is None:
        raise PluralError(f"expected nplurals=COUNT; plural=EXPRESSION; found {header!r}")
    return PluralForms(int(found[1]), found[2], parse_expression(found[2]))


def parse_expression(text: str) -> Expression:
    """A function of n from a C expression. Raises PluralError with the place of the fault."""
    tokens: list[tuple[str, int]] = []
    place = 0
    while text[place:].strip():
        found = _TOKEN.match(text, place)
        if found is None:
            raise PluralError(
                f"unexpected {text[place:].strip()[0]!r} in plural expression {text!r}"
            )
        tokens.append((found[1], found.start(1)))
        place = found.end()
    parser = _Parser(text, tokens)
    expression = parser.conditional(0)
    if parser.peek():
        raise parser.error()
    return expression


class _Parser:
    def __init__(self, text: str, tokens: list[tuple[str, int]]) -> None:
        self.text, self.tokens, self.place = text, tokens, 0

    def peek(self) -> str:
        return self.tokens[self.place][0] if self.place < len(self.tokens) else ""

    def accept(self, *wanted: str) -> str:
        token = self.peek()
        if token in wanted and token:
            self.place += 1
            return token
        return ""

    def expect(self, wanted: str) -> None:
        if not self.accept(wanted):
            raise self.error()

    def error(self) -> PluralError:
        token = self.peek()
        where = f"{token!r}" if token else "the end"
        return PluralError(f"unexpected {where} in plural expression {self.text!r}")

    def conditional(self, depth: int) -> Expression:
        if depth > _DEPTH:
            raise PluralError("the plural expression is nested too deeply")
        test = self.binary(0, depth)
        if not self.accept("?"):
            return test
        yes = self.conditional(depth + 1)
        self.expect(":")
        no = self.conditional(depth + 1)
        return lambda n: yes(n) if test(n) else no(n)

    def binary(self, level: int, depth: int) -> Expression:
        if level == len(_BINARY):
            return self.unary(depth)
        left = self.binary(level + 1, depth)
        while operator := self.accept(*_BINARY[level]):
            left = _operation(operator, left, self.binary(level + 1, depth))
        return left

    def unary(self, depth: int) -> Expression:
        if depth > _DEPTH:
            raise PluralError("the plural expression is nested too deeply")
        if self.accept("!"):
            inner = self.unary(depth + 1)
            return lambda n: int(not inner(n))
        if self.accept("("):
            inner = self.conditional(depth + 1)
            self.expect(")")
            return inner
        token = self.peek()
        if token == "n":
            self.place += 1
            return lambda n: n
        if token.isdecimal():
            self.place += 1
            value = int(token)
            return lambda n: value
        raise self.error()


def _operation(operator: str, left: Expression, right: Expression) -> Expression:
    def divide(n: int) -> int:
        return _quotient(left(n), right(n))

    def modulo(n: int) -> int:
        one, other = left(n), right(n)
        return one - other * _quotient(one, other)

    table: dict[str, Expression] = {
        "||": lambda n: int(bool(left(n)) or bool(right(n))),
        "&&": lambda n: int(bool(left(n)) and bool(right(n))),
        "==": lambda n: int(left(n) == right(n)),
        "!=": lambda n: int(left(n) != right(n)),
        "<": lambda n: int(left(n) < right(n)),
        ">": lambda n: int(left(n) > right(n)),
        "<=": lambda n: int(left(n) <= right(n)),
        ">=": lambda n: int(left(n) >= right(n)),
        "+": lambda n: left(n) + right(n),
        "-": lambda n: left(n) - right(n),
        "*": lambda n: left(n) * right(n),
        "/": divide,
        "%": modulo,
    }
    return table[operator]


def _quotient(one: int, other: int) -> int:
    if other == 0:
        raise PluralError("the plural expression divides by zero")
    return one // other
