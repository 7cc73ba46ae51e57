"""Review: units, facts, findings, rules, and the engine that runs rules."""

from .finding import Edit, Finding, Fix, Problem, Related, Report, Summary, Where
from .rule import Fact, Rule, fact, pivot_of, related
from .unit import Background, CatalogueFile, Form, Unit

__all__ = [
    "Background",
    "CatalogueFile",
    "Edit",
    "Fact",
    "Finding",
    "Fix",
    "Form",
    "Problem",
    "Related",
    "Report",
    "Rule",
    "Summary",
    "Unit",
    "Where",
    "fact",
    "pivot_of",
    "related",
]
