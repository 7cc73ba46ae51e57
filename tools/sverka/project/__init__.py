"""A project: its configuration, its files, and what its reviewers agreed on."""

from .config import Config, ConfigError, load_config
from .glossary import Glossary, Term, read_glossary
from .layout import Project, open_project
from .register import Name, Register, read_register
from .segmentation import Segmentation

__all__ = [
    "Config",
    "ConfigError",
    "Glossary",
    "Name",
    "Project",
    "Register",
    "Segmentation",
    "Term",
    "load_config",
    "open_project",
    "read_glossary",
    "read_register",
]
