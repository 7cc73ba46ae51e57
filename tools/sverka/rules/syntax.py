"""What of a PO file cannot be read."""

from collections.abc import Iterator

from sverka.review import CatalogueFile, Finding, Rule

rule = Rule(__name__, family="file", severity="error", roles=("source", "target"))


@rule.inspect
def find(file: CatalogueFile) -> Iterator[Finding]:
    """Report each problem that the reader of the catalogue met."""
    for problem in file.catalogue.problems:
        place = file.at(problem.line, problem.column)
        yield rule.finding(place, problem.message, form=problem.message)
