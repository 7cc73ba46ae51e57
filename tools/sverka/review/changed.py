"""What git says was touched since a revision."""

import contextlib
import subprocess
from collections.abc import Iterable
from pathlib import Path

from .job import Job, Plan


def changed_files(folder: Path, revision: str) -> set[Path]:
    """Return the files that differ from where this branch left `revision`, untracked ones too.

    Raises ValueError if git is missing, the folder is in no repository, or the revision unknown.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))
    try:
        known = _git(
            top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
    except ValueError:
        message = f"git knows no revision {revision!r}; in a shallow clone, fetch it first"
        raise ValueError(message) from None
    base = known.strip()
    with contextlib.suppress(ValueError, IndexError):  # a shallow clone may lack the ancestor
        base = _git(top, "merge-base", base, "HEAD").split()[0]
    names = _git(top, "diff", "--name-only", "-z", "--no-renames", base, "--")
    names += _git(top, "ls-files", "-z", "--others", "--exclude-standard")
    return {(top / name).resolve() for name in names.split("\0") if name}


def only_changed(plan: Plan, changed: set[Path], shared: Iterable[Path]) -> Plan:
    """Report only on files that changed, or whose article or source catalogue did.

    The others still bear witness. If a `shared` file changed (configuration, glossary, register),
    all are reported.
    """
    if any(path.resolve() in changed for path in shared):
        return plan
    pivots = {job.article for job in plan.jobs if job.role == "pivot" and _in(job.path, changed)}

    def touched(job: Job) -> bool:
        return (
            _in(job.path, changed)
            or (job.source is not None and _in(job.source, changed))
            or job.article in pivots
        )

    jobs = tuple(job._replace(reported=job.reported and touched(job)) for job in plan.jobs)
    return plan._replace(jobs=jobs)


def _in(path: Path, changed: set[Path]) -> bool:
    return path.resolve() in changed


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            check=True,
            encoding="utf-8",
            errors="surrogateescape",
        )
    except FileNotFoundError:
        raise ValueError("git is not installed; leave out --changed-since") from None
    except subprocess.CalledProcessError as error:
        told = error.stderr.strip().split("\n")[0] or "git failed"
        raise ValueError(f"{told}; --changed-since needs a git repository") from None
    return done.stdout
