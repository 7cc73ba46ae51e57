"""A rule: one named thing that can be wrong. Its name is its id, its file and its page."""

import importlib
import pkgutil
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Literal, TypeVar

import msgspec

from .finding import Certainty, Edit, Finding, Fix, Related, Role, Severity, Span, Where
from .needs import Needs
from .needs import needs as as_needs
from .unit import CatalogueFile, Form, State, Unit

Key = Hashable
Check = Callable[[Unit], Iterable[Finding]]
Judge = Callable[[Any, "Sequence[Fact]"], Iterable[Finding]]
C = TypeVar("C", bound=Callable[..., Any])


class Fact(msgspec.Struct, frozen=True, gc=False):
    """What a cross rule notes in one unit, to be judged together later: small and picklable."""

    where: Where
    span: Span | None
    text: str
    """The form that was noted."""
    value: Any = None
    """Whatever else `judge` needs."""


Inspect = Callable[[CatalogueFile], Iterable[Finding]]
Gather = Callable[[Unit], Iterable[tuple[Key, Fact]]]
Place = Form | Fact | Where


class Rule:
    """A rule, made at the top of its module and filled by its decorators.

    A unit rule decorates one generator with `check`; a cross rule decorates two, with `gather`
    and `judge`; a file rule decorates one with `inspect`. `roles` and `states` say which units it
    is shown. A finding gives way to findings of the rules it `yields_to` on the same span.

    `needs` is a promise that makes reviews fast: without these signs in the texts under review and
    their pivots (`sverka.review.needs`) the rule has nothing to say, and it is not shown the unit.
    A string is a regular expression for one character (`[%{]`) that one of them must have. `least`
    is another: the number of facts, one or two, below which `judge` has nothing to say of a key.
    """

    def __init__(
        self,
        module: str,
        *,
        family: str,
        severity: Severity,
        certainty: Certainty = "certain",
        roles: Iterable[Role] = ("target",),
        states: Iterable[State] = ("translated",),
        yields_to: Iterable[str] = (),
        needs: str | Needs | None = None,
        least: Literal[1, 2] = 1,
    ) -> None:
        self.name = module.rpartition(".")[2].replace("_", "-")
        self.family = family
        self.severity: Severity = severity
        self.certainty: Certainty = certainty
        self.roles = frozenset(roles)
        self.states = frozenset(states)
        self.yields_to = frozenset(yields_to)
        self.needs = as_needs(needs)
        self.least = least
        self.checker: Check | None = None
        self.inspector: Inspect | None = None
        self.gatherer: Gather | None = None
        self.judger: Judge | None = None

    def check(self, function: C) -> C:
        """Register the generator that maps a unit to findings."""
        self.checker = function
        return function

    def inspect(self, function: C) -> C:
        """Register the generator that maps a catalogue to findings."""
        self.inspector = function
        return function

    def gather(self, function: C) -> C:
        """Register the generator that maps a unit to (key, fact) pairs."""
        self.gatherer = function
        return function

    def judge(self, function: C) -> C:
        """Register the generator that sees all facts of one key and yields findings."""
        self.judger = function
        return function

    def wants(self, unit: Unit) -> bool:
        """Say whether the rule is to be shown this unit."""
        return unit.role in self.roles and unit.state in self.states

    def finding(
        self,
        place: Place,
        message: str,
        *,
        span: Span | None = None,
        related: Iterable[Related] = (),
        replacement: str | None = None,
        edits: Iterable[Edit] = (),
        safe: bool = False,
        form: str | None = None,
        severity: Severity | None = None,
        certainty: Certainty | None = None,
    ) -> Finding:
        """Make a finding of this rule.

        `place` is a form, a fact (whose span is then the default) or a bare place. `replacement`
        proposes a text for the span; `edits` proposes several. `form` is the offending form that
        the fingerprint is made of, by default the text of the span.
        """
        where = place if isinstance(place, Where) else place.where
        text: str | None = None
        if isinstance(place, Fact):
            span = span or place.span
            text = place.text if span == place.span else None
        elif isinstance(place, Form) and span:
            text = place.text.value[span[0] : span[1]]
        if span is None:
            text = None
        changes = tuple(edits)
        if replacement is not None and span is not None:
            changes = (Edit(span, replacement), *changes)
        return Finding(
            rule=self.name,
            family=self.family,
            severity=severity or self.severity,
            certainty=certainty or self.certainty,
            message=message,
            where=where,
            span=span,
            text=text,
            related=tuple(related),
            fix=Fix(changes, safe) if changes and span else None,
            form=form if form is not None else text or "",
        )

    @property
    def page(self) -> str:
        """The rule's page, Markdown."""
        return page(self.name)

    def __repr__(self) -> str:
        return f"<Rule {self.name}>"


def fact(form: Form, span: Span | None = None, value: Any = None) -> Fact:
    """Note a form's span (by default all of it)."""
    text = form.text.value if span is None else form.text.value[span[0] : span[1]]
    return Fact(form.where, span, text, value)


def related(place: Form | Fact, note: str, span: Span | None = None) -> Related:
    """Name another place as evidence; `note` says what it is ("pivot", "4 times", …)."""
    if isinstance(place, Fact):
        return Related(place.where, place.text, note, span or place.span)
    value = place.text.value
    return Related(place.where, value[span[0] : span[1]] if span else value, note, span)


def pivot_of(form: Form, note: str = "pivot", span: Span | None = None) -> Related:
    """Name the pivot text of a form as evidence."""
    text = form.pivot.value if form.pivot else form.where.msgid
    plural = form.where.plural is not None and text != form.where.msgid
    where = msgspec.structs.replace(
        form.where, field="msgid_plural" if plural else "msgid", plural=None
    )
    return Related(where, text[span[0] : span[1]] if span else text, note, span)


@cache
def rules() -> dict[str, Rule]:
    """Return all rules by name: every module of `sverka.rules` that holds a `rule`."""
    package = importlib.import_module("sverka.rules")
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(package.__path__, "sverka.rules."):
        candidate = getattr(importlib.import_module(module.name), "rule", None)
        if isinstance(candidate, Rule):
            found[candidate.name] = candidate
    return dict(sorted(found.items()))


@cache
def page(name: str) -> str:
    """Return the page of a rule, Markdown. Raises KeyError if there is none."""
    path = resources.files("sverka.rules") / f"{name.replace('-', '_')}.md"
    if not path.is_file():
        raise KeyError(name)
    return path.read_text("utf-8")


def families() -> dict[str, str]:
    """Return the family of every rule, by the rule's name."""
    return {rule.name: rule.family for rule in rules().values()}


def choose(
    known: Mapping[str, str], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the names of the rules that `select` and `ignore` (rules or families) leave.

    `known` is what `families` returns. Raises ValueError for a name that is neither a rule nor a
    family.
    """
    names = {*known, *known.values()}
    for name in (*select, *ignore):
        if name not in names:
            raise ValueError(_unknown(name, names))
    wanted, unwanted = set(select) or names, set(ignore)
    return tuple(
        name
        for name, family in known.items()
        if {name, family} & wanted and not {name, family} & unwanted
    )


def _unknown(name: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, list(known), 1)
    hint = f"did you mean {near[0]!r}?" if near else "see `sverka explain` for the list"
    return f"no rule or family is named {name!r}; {hint}"
