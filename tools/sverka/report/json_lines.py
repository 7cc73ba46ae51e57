"""The report as JSON objects, one a line: findings, problems, then the summary."""

from typing import Any

import msgspec

from sverka.review import Report

from .json import as_object


def render(report: Report) -> str:
    """Return one JSON object a line; `kind` says what it is."""
    whole = as_object(report)
    lines: list[dict[str, Any]] = [
        *({"version": 1, "kind": "finding", **finding} for finding in whole["findings"]),
        *({"version": 1, "kind": "problem", **problem} for problem in whole["problems"]),
        {"version": 1, "kind": "summary", **whole["summary"]},
    ]
    return "".join(msgspec.json.encode(line).decode("utf-8") + "\n" for line in lines)
