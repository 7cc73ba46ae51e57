"""The development catalogues, found through SVERKA_DATA or ../shared/data."""

import gzip
import os
from pathlib import Path


def data_folder() -> Path:
    """The folder of development data."""
    default = Path(__file__).resolve().parents[3] / "../../shared/data"
    candidates = [
        os.environ.get("SVERKA_DATA", ""),
        default,
        default.parent.parent.parent / "shared/data",
    ]
    for folder in candidates:
        if folder and (Path(folder) / "po").is_dir():
            return Path(folder).resolve()
    raise SystemExit("no development data: set SVERKA_DATA to a folder that has po/*.po.gz")


def catalogues() -> dict[str, bytes]:
    """Name → bytes of every development catalogue."""
    found = sorted((data_folder() / "po").glob("*.po*"))
    return {
        path.name.removesuffix(".gz"): gzip.decompress(path.read_bytes())
        if path.suffix == ".gz"
        else path.read_bytes()
        for path in found
    }
