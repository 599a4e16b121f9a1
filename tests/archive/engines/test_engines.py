"""All engines make the same files, also when a part of a cluster is lost on the way.

Daft and Ray are not installed for `make test`; `make test-cluster` runs these.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path

import psutil
import pytest

from eval.passages import PASSAGES, read_passages
from tests.archive.conftest import SAMPLES, files, manifest
from tests.archive.engines.conftest import Cluster
from verbale.archive.job import archive
from verbale.archive.options import ArchiveOptions
from verbale.errors import UsageError

WITHOUT_DAFT = importlib.util.find_spec("daft") is None
needs_daft = pytest.mark.skipif(WITHOUT_DAFT, reason="needs verbale[daft]; see make test-cluster")
_WITHIN = 420


@pytest.mark.skipif(not WITHOUT_DAFT, reason="Daft is installed")
@pytest.mark.parametrize("engine", ["daft", "ray"])
def test_an_engine_that_is_not_installed_is_told(engine: str, tmp_path: Path) -> None:
    options = ArchiveOptions(engine=engine)
    with pytest.raises(UsageError, match=rf"pip install 'verbale\[{engine}\]'"):
        archive([str(SAMPLES / "river")], tmp_path / "out", options)


def generated(path: Path, count: int) -> Path:
    """Reports made of the study passages, each with a line of its own."""
    texts = (p.text for file in sorted(PASSAGES.glob("*.toml")) for p in read_passages(file))
    with path.open("w", encoding="utf-8") as lines:
        for number, text in enumerate(islice(texts, count)):
            lines.write(json.dumps({"text": f"{text}\n\nReport {number}.", "key": number}) + "\n")
    return path


def started(
    out: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """The command line at work, on its own."""
    command = [sys.executable, "-m", "verbale.cli", "annotate", *arguments, "--out", str(out)]
    return subprocess.Popen(
        [*command, "--workers", "2", "--no-triage"],
        env=dict(environment or os.environ),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def finish(run: subprocess.Popen[bytes]) -> int:
    """Its exit code; 124 if it had to be stopped."""
    try:
        _, told = run.communicate(timeout=_WITHIN)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
        return 124
    sys.stderr.write(told.decode("utf-8", "replace")[-2000:])
    return run.returncode


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The sample reports and 500 generated ones, 150 a shard."""
    made = generated(tmp_path_factory.mktemp("inputs") / "generated.jsonl", 500)
    return (str(SAMPLES), str(made), "--shard", "150")


@pytest.fixture(scope="module")
def expected(inputs: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the local engine makes of them."""
    out = tmp_path_factory.mktemp("local") / "out"
    assert finish(started(out, *inputs)) == 0
    assert manifest(out)["reports"] == 536
    return files(out)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Enough reports to lose something in the middle of them."""
    made = generated(tmp_path_factory.mktemp("few") / "generated.jsonl", 160)
    return (str(made), "--shard", "40")


@pytest.fixture(scope="module")
def expected_of_few(
    few: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """What the local engine makes of them."""
    out = tmp_path_factory.mktemp("local-few") / "out"
    assert finish(started(out, *few)) == 0
    return files(out)


@needs_daft
def test_daft_makes_the_same_files(
    inputs: tuple[str, ...], expected: dict[str, bytes], tmp_path: Path
) -> None:
    assert finish(started(tmp_path / "out", *inputs, "--engine", "daft")) == 0
    assert files(tmp_path / "out") == expected


def _on(cluster: Cluster, out: Path, inputs: tuple[str, ...]) -> subprocess.Popen[bytes]:
    engine = ("--engine", "ray", "--ray-address", cluster.address)
    return started(out, *inputs, *engine, environment=cluster.environment)


@needs_daft
def test_ray_makes_the_same_files(
    cluster: Cluster, inputs: tuple[str, ...], expected: dict[str, bytes], tmp_path: Path
) -> None:
    run = _on(cluster, tmp_path / "out", inputs)
    for _ in _until_entries(tmp_path / "out", run):
        assert cluster.listening_elsewhere() == []
    assert finish(run) == 0
    assert files(tmp_path / "out") == expected


@needs_daft
def test_a_worker_of_ray_is_killed(
    cluster: Cluster, few: tuple[str, ...], expected_of_few: dict[str, bytes], tmp_path: Path
) -> None:
    def kill() -> bool:
        actors = [p for p in (*cluster.below(0), *cluster.below(1)) if _is_actor(p)]
        for actor in actors[:1]:
            actor.kill()
        return bool(actors)

    _lose(cluster, few, tmp_path / "out", kill)
    assert files(tmp_path / "out") == expected_of_few


# The last, since the cluster is a smaller one after it.
@needs_daft
def test_a_node_of_ray_is_killed(
    cluster: Cluster, few: tuple[str, ...], expected_of_few: dict[str, bytes], tmp_path: Path
) -> None:
    def kill() -> bool:
        at_work = any(map(_is_actor, cluster.below(1)))
        if at_work:
            cluster.kill_node(1)
        return at_work

    _lose(cluster, few, tmp_path / "out", kill)
    assert files(tmp_path / "out") == expected_of_few


def _lose(cluster: Cluster, inputs: tuple[str, ...], out: Path, kill: Callable[[], bool]) -> None:
    """Run, and kill something in the middle; the command goes on by itself.

    ``kill`` says whether there was something to be killed yet.
    """
    run = _on(cluster, out, inputs)
    for _ in _until_entries(out, run):
        continue
    while not kill():
        assert run.poll() is None, "it was over before anything was killed"
        time.sleep(0.2)
    assert finish(run) == 0


def _until_entries(out: Path, run: subprocess.Popen[bytes]) -> Iterator[None]:
    """Now and then until the first shards of the generated reports are in the ledger."""
    end = time.monotonic() + _WITHIN
    while not list(out.glob(".ledger/*-00000.json")) and run.poll() is None:
        assert time.monotonic() < end
        yield
        time.sleep(0.2)


def _is_actor(process: psutil.Process) -> bool:
    """Whether a process of Ray has one of our workers."""
    with contextlib.suppress(psutil.Error):
        return any("verbale.archive.worker" in child.cmdline() for child in process.children())
    return False
