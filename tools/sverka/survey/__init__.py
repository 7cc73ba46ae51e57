"""Surveys of a project: where and how its names and terms are written in every language."""
