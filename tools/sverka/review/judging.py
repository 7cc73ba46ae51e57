"""The reduce: every cross rule judges its groups, and again only those that a change touches."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from .collecting import rarely_collecting
from .finding import Finding, Problem
from .record import ENOUGH, Facts, Group, Record
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


def judge_facts(gathered: Iterable[Facts], chosen: Sequence[Rule]) -> Judged:
    """Judge facts that were never packed. The groups are numbered as they come."""
    judges = {rule.name: rule for rule in chosen if rule.judger}
    together: dict[str, dict[Key, list[Fact]]] = {name: {} for name in judges}
    for facts in gathered:
        for name, found in facts.items():
            groups = together.get(name)
            if groups is not None:
                for key, fact in found:
                    if key in groups:
                        groups[key].append(fact)
                    else:
                        groups[key] = [fact]
    result = Judged({}, [])
    for name, groups in together.items():
        least = judges[name].least
        for key, group in groups.items():
            if len(group) >= least:
                _judge_group(judges[name], key, group, len(result.groups), result)
    return result


def _judge(groups: Iterable[Group], judges: Sequence[str]) -> Judged:
    gathered: dict[tuple[str, Key], tuple[int, list[Fact]]] = {}
    for number, rule, key, facts in groups:
        gathered.setdefault((rule, key), (number, []))[1].extend(facts)
    known = rules()
    result = Judged({}, [])
    for (name, key), (number, facts) in gathered.items():
        if name in judges:
            _judge_group(known[name], key, facts, number, result)
    return result


def _judge_group(rule: Rule, key: Key, facts: list[Fact], number: int, into: Judged) -> None:
    assert rule.judger
    try:
        if found := list(rule.judger(key, facts)):
            into.groups.setdefault(number, []).extend(found)
    except Exception as error:
        message = (
            f"the rule {rule.name} broke off on {key!r} ({type(error).__name__}: {error}); "
            f"report this, and meanwhile use `--ignore {rule.name}`"
        )
        into.problems.append(Problem(facts[0].where.file, 1, 1, message))
