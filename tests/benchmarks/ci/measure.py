"""Running commands and reading off what they took."""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

TOOLS = Path(__file__).parents[3] / "tools"


class Cost(NamedTuple):
    """What a command took: seconds of wall and of processor, peak memory of its largest process."""

    wall: float
    cpu: float
    mebibytes: float


def sverka(folder: Path, *arguments: str) -> Cost:
    """Run `sverka` in a folder."""
    return run([sys.executable, "-m", "sverka", *arguments], folder)


def run(command: list[str], folder: Path) -> Cost:
    """Run a command by way of a process of its own, so that its peak memory is its own."""
    script = (
        "import resource, subprocess, sys\n"
        "code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(code, used.ru_utime + used.ru_stime, used.ru_maxrss)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(TOOLS)}
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, *command],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    wall = time.perf_counter() - begun
    code, cpu, kibibytes = done.stdout.split()
    if int(code) not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {code}:\n{done.stderr}")
    return Cost(wall, float(cpu), float(kibibytes) / 1024)


def own_memory() -> float:
    """Return the peak memory of this process, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
