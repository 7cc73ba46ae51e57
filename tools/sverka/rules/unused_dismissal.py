"""Dismissals that dismiss nothing. The engine finds them, when all other rules have spoken."""

from sverka.review import Rule

rule = Rule(__name__, family="file", severity="warning", roles=("pivot", "source", "target"))
