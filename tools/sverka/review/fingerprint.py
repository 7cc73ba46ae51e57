"""The name of a finding that outlives moved lines."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from .finding import Finding

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def with_fingerprints(findings: Iterable[Finding]) -> list[Finding]:
    """Give each finding its fingerprint.

    It is made of rule, article, locale, msgctxt, msgid, field, plural, offending form and its
    ordinal among its likes, never of a line number.
    """
    seen: Counter[tuple[Any, ...]] = Counter()
    result = []
    for finding in sorted(findings, key=_position):
        identity = _identity(finding)
        ordinal = seen[identity]
        seen[identity] += 1
        result.append(replace(finding, fingerprint=_digest((*identity, ordinal))))
    return result


def _identity(finding: Finding) -> tuple[Any, ...]:
    where = finding.where
    return (
        finding.rule,
        where.article,
        where.locale,
        where.msgctxt,
        where.msgid,
        where.field,
        where.plural,
        finding.form,
    )


def _position(finding: Finding) -> tuple[Any, ...]:
    return finding.file, finding.span or (-1, -1), finding.rule, finding.message


def _digest(identity: tuple[Any, ...]) -> str:
    raw = _encode(identity)
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:32]
