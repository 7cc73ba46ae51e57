"""Running commands and reading off what they took."""

import contextlib
import os
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


def workers(folder: Path, *arguments: str) -> list[float]:
    """Run `sverka` in a folder; return the peak memory of each process it starts, in MiB."""
    command = [sys.executable, "-m", "sverka", *arguments]
    peaks: dict[str, float] = {}
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, "PYTHONPATH": str(TOOLS)}, stdout=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            for child in _children(process.pid):
                with contextlib.suppress(OSError, IndexError):
                    status = Path(f"/proc/{child}/status").read_text("utf-8")
                    command_line = Path(f"/proc/{child}/cmdline").read_text("utf-8")
                    if "tracker" not in command_line:
                        peaks[child] = int(status.split("VmHWM:")[1].split()[0]) / 1024
            time.sleep(0.05)
    return sorted(peaks.values())[-2:]


def _children(process: int) -> list[str]:
    try:
        return Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()
    except OSError:
        return []
