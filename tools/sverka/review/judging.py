"""The reduce: every cross rule judges its groups, and again only those that a change touches."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from .collecting import rarely_collecting
from .finding import Finding, Problem
from .record import ENOUGH, Group, Record
from .rule import Fact, Key, Rule, rules
from .store import FolderStore, Store
from .workers import Workers

_WHOLE = 1 << 64
_SLICE = 16 << 20
"""Bytes of facts judged at once: what bounds memory."""
_WORTHWHILE = 2 << 20
"""Bytes of facts below which other processes are not asked."""


class Judged(msgspec.Struct, array_like=True):
    """What the groups of some records gave, by the group's number."""

    groups: dict[int, list[Finding]]
    problems: list[Problem]


class State(msgspec.Struct, array_like=True):
    """The groups of an earlier run, and the records they were made of, by file and role."""

    records: dict[str, str]
    groups: dict[int, list[Finding]]


_judged = msgspec.msgpack.Decoder(Judged)
_state = msgspec.msgpack.Decoder(State)


def decode_state(raw: bytes | None) -> State | None:
    """Return the state in bytes, if there is one."""
    return _state.decode(raw) if raw else None


def judge_all(
    names: Sequence[str], store: Store, chosen: Sequence[Rule], workers: Workers
) -> Judged:
    """Judge all groups of the records, slice by slice."""
    judges = tuple(rule.name for rule in chosen if rule.judger)
    if not judges:
        return Judged({}, [])
    total = sum(len(store.view(name)) for name in names)
    parts = total // _SLICE + 1
    if isinstance(store, FolderStore) and workers.count > 1 and total > _WORTHWHILE:
        parts = max(parts, 2 * workers.count)
    else:
        workers = Workers()
    bounds = pairwise(_WHOLE * part // parts for part in range(parts + 1))
    tasks = ((store, names, judges, low, high) for low, high in bounds)
    result = Judged({}, [])
    done = sorted(
        ((task[3], raw) for task, raw in workers.run(judge_slice, tasks)), key=lambda d: d[0]
    )
    for _, raw in done:
        part = _judged.decode(raw)
        result.groups.update(part.groups)
        result.problems += part.problems
    return result


def judge_slice(
    store: Store, names: Sequence[str], judges: Sequence[str], low: int, high: int
) -> bytes:
    """Judge the groups whose number is in [low, high)."""
    facts: Counter[int] = Counter()
    for name in names:
        for number, weight in Record(store.view(name)).weights(low, high):
            facts[number] += weight
    worth = {number for number, weight in facts.items() if weight >= ENOUGH}
    groups = (
        group for name in names for group in Record(store.view(name)).between(low, high, worth)
    )
    with rarely_collecting():
        return msgspec.msgpack.encode(_judge(groups, judges))


def judge_again(
    state: State, now: dict[str, str], store: Store, chosen: Sequence[Rule]
) -> Judged | None:
    """Judge only the groups that changed records touch; None if the old records are gone."""
    touched: set[int] = set()
    for place in state.records.keys() | now.keys():
        old, new = state.records.get(place), now.get(place)
        if old == new:
            continue
        for name in filter(None, (old, new)):
            raw = store.get(name)
            if raw is None:
                return None
            touched.update(Record(raw).ids)
    groups = (group for name in now.values() for group in Record(store.view(name)).among(touched))
    fresh = _judge(groups, [rule.name for rule in chosen if rule.judger])
    kept = {number: found for number, found in state.groups.items() if number not in touched}
    return Judged({**kept, **fresh.groups}, fresh.problems)


def _judge(groups: Iterable[Group], judges: Sequence[str]) -> Judged:
    gathered: dict[tuple[str, Key], tuple[int, list[Fact]]] = {}
    for number, rule, key, facts in groups:
        gathered.setdefault((rule, key), (number, []))[1].extend(facts)
    known = rules()
    result = Judged({}, [])
    for (name, key), (number, facts) in gathered.items():
        judger = known[name].judger if name in judges else None
        if judger is None:
            continue
        try:
            if found := list(judger(key, facts)):
                result.groups.setdefault(number, []).extend(found)
        except Exception as error:
            message = (
                f"the rule {name} broke off on {key!r} ({type(error).__name__}: {error}); "
                f"report this, and meanwhile use `--ignore {name}`"
            )
            result.problems.append(Problem(facts[0].where.file, 1, 1, message))
    return result
