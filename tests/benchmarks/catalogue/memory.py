"""Peak memory of reading every field of all catalogues and keeping them, beside polib."""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.catalogue.data import catalogues

COMMON = """
import resource, sys
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
paths = sys.argv[1:]
"""
READERS = {
    "sverka": """
from sverka.catalogue import load
load(paths[0]).entries
start = peak()
kept = [load(path) for path in paths]
for catalogue in kept:
    for entry in catalogue.entries:
        entry.msgctxt, entry.msgid, entry.msgstr, entry.flags
count = sum(len(catalogue.entries) for catalogue in kept)
""",
    "sverka, on demand": """
from sverka.catalogue import load
load(paths[0]).entries
start = peak()
kept = [load(path) for path in paths]
count = sum(len(catalogue.entries) for catalogue in kept)
""",
    "polib": """
import polib
polib.pofile(paths[0])
start = peak()
kept = [polib.pofile(path) for path in paths]
count = sum(len(file) for file in kept)
""",
}


def main() -> None:
    """Print bytes an entry."""
    with tempfile.TemporaryDirectory() as place:
        paths = []
        for name, data in catalogues().items():
            paths.append(Path(place) / name)
            paths[-1].write_bytes(data)
        for name, code in READERS.items():
            program = f"{COMMON}{code}\nprint(peak(), 1024 * (peak() - start) / count)"
            command = [sys.executable, "-c", program, *map(str, paths)]
            out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            peak, growth = out.split()
            print(f"  {name:20} peak {int(peak) / 1024:6.1f} MiB, {float(growth):6.0f} B an entry")


if __name__ == "__main__":
    main()
