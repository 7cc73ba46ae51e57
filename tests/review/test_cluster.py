"""On a cluster: two worker processes, one of which dies in the middle."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sverka.review.api import check
from sverka.review.cluster import connect
from tests.cli.test_check import run
from tests.helpers import CONFIG, po, write
from tests.review.test_cache import content

distributed = pytest.importorskip("distributed", reason="dask is not installed")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as found:
        yield found


@pytest.fixture
def config(tmp_path: Path) -> Path:
    files = {
        f"locales/{locale}/LC_MESSAGES/{article}.po": po(
            locale, *((f"{n} pears in {article}", f"{n + n % 7 % 2} Birnen") for n in range(40))
        )
        for locale in ("de", "fr", "it", "pl")
        for article in "abcdef"
    }
    catalogs = CONFIG.replace('articles = ["seeds/*.txt"]\n', "")
    return write(tmp_path, {"sverka.toml": catalogs, **files}) / "sverka.toml"


@pytest.mark.slow
def test_a_cluster_finds_what_one_process_finds(
    cluster: Any, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sverka.review.mapping._REMOTE", 2000)
    address = cluster.scheduler_address.replace("tcp://", "dask://")
    alone = check((), config)
    assert alone.findings
    with connect(address) as executor:
        assert content(check((), config, executor=executor)) == content(alone)


@pytest.mark.slow
def test_a_lost_worker_costs_nothing_but_time(
    cluster: Any, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sverka.review.mapping._REMOTE", 2000)
    address = cluster.scheduler_address.replace("tcp://", "dask://")
    alone = check((), config)
    with distributed.Client(cluster, set_as_default=False) as client:
        client.wait_for_workers(2)
        before = set(client.run(os.getpid).values())
        assert len(before) == 2
        victim = before.pop()
        client.run(_slow_down)
        begun = threading.Event()

        def kill() -> None:
            begun.wait(30)
            time.sleep(0.3)
            os.kill(victim, signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        with connect(address) as executor:
            report = check((), config, executor=executor, progress=lambda done, total: begun.set())
        begun.set()
        killer.join()
        client.wait_for_workers(2, timeout=30)
        assert victim not in client.run(os.getpid).values()
    assert content(report) == content(alone)


def _slow_down() -> None:
    """Make every examination on this worker take a while, so that one can die in the middle."""
    import sverka.review.mapping as mapping

    examine = mapping.examine

    def slowly(*arguments: Any) -> Any:
        time.sleep(0.1)
        return examine(*arguments)

    mapping.examine = slowly


def test_an_address_that_is_none_is_told(config: Path) -> None:
    result = run(config.parent, "check", "--executor", "ray://somewhere")
    assert result.returncode == 2
    assert "write dask://HOST:PORT" in result.stderr


@pytest.mark.slow
def test_a_silent_address_is_told(config: Path) -> None:
    with pytest.raises(ValueError, match="does not answer"), connect("dask://127.0.0.1:9"):
        pass


def test_a_broken_pool_is_made_good_for_here(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a local worker be killed, what remains is done in this process."""
    monkeypatch.setattr("sverka.review.mapping._LOCAL", 2000)
    here = os.getpid()
    monkeypatch.setattr("sverka.review.mapping.examine", _dying(here))
    assert content(check((), config, jobs=2)) == content(check((), config))


def _dying(here: int) -> Any:
    from sverka.review.examine import examine

    def die_elsewhere(*arguments: Any) -> Any:
        if os.getpid() != here:
            os._exit(9)
        return examine(*arguments)

    return die_elsewhere
