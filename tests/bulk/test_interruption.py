"""Killed, interrupted, or out of disk: what is there is whole, and another call goes on to the same bytes."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nlg.bulk.run import Means
from tests.bulk.conftest import tree

CALL = """
import resource, sys
from nlg.bulk import run, tiles
tiles.SMALL, tiles.LEAST_SIDE, run.FEW = 10, 6, 0
if {limit}:
    resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
from nlg.cli import main
if __name__ == "__main__":
    main({arguments!r})
"""


def interruptible() -> None:
    """Undoes what a shell does to a call in the background, which ignores interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Calls:
    """Calls of `nlg render --all` as processes of their own."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.folder, self.data = folder, data

    def start(
        self, out: str, jobs: int = 1, limit: int = 0, *, is_validated: bool = False
    ) -> subprocess.Popen[str]:
        script = self.folder / "call.py"
        arguments = ["render", "--all", "--data", str(self.data), "--out", out]
        arguments += [] if is_validated else ["--no-validate"]
        arguments += ["--format", "md", "--format", "jsonl", "--jobs", str(jobs)]
        script.write_text(CALL.format(limit=limit, arguments=arguments))
        return subprocess.Popen(
            [sys.executable, str(script)],
            cwd=self.folder,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=interruptible,
        )

    def finish(self, out: str) -> None:
        """A call that nothing happens to."""
        process = self.start(out)
        _, said = process.communicate()
        assert process.returncode == 0, said


@pytest.fixture
def calls(tmp_path: Path, trains: Path) -> Calls:
    return Calls(tmp_path, trains)


@pytest.fixture
def undisturbed(render_all) -> dict[str, str]:
    """The bytes of a run that nothing happened to."""
    render_all("undisturbed", Means())
    return tree("undisturbed")


def wait_for(folder: str, count: int) -> None:
    """Waits until so many files are there."""
    for _ in range(600):
        if len(tree_names(folder)) >= count:
            return
        time.sleep(0.02)
    raise AssertionError(f"{folder} never held {count} files")


def tree_names(folder: str) -> list[Path]:
    return [file for file in Path(folder).rglob("*.md") if file.is_file()]


@pytest.mark.parametrize("jobs, counts", [(1, (1, 120)), (2, (60,))])
def test_kills_leave_whole_articles_and_cost_nothing_in_the_end(calls, undisturbed, jobs, counts):
    for count in counts:
        process = calls.start("out", jobs)
        wait_for("out", count)
        process.kill()
        process.communicate()
        found = tree("out")
        assert all(found[name] == undisturbed[name] for name in found if re.search(r"\.(md|zst)$", name))
    calls.finish("out")

    assert tree("out") == undisturbed


def test_a_run_that_reads_its_articles_back_goes_on_where_it_was_killed(calls, render_all):
    """What the reader remembers is gone with the process; what it has judged is not."""
    render_all("undisturbed", Means(), is_validated=True)
    process = calls.start("out", is_validated=True)
    wait_for("out", 12)
    process.kill()
    process.communicate()
    process = calls.start("out", is_validated=True)
    process.communicate()

    assert process.returncode in (0, 1)
    assert tree("out") == tree("undisturbed")


def test_an_interrupt_ends_the_run_and_says_how_to_go_on(calls, undisturbed):
    process = calls.start("out", jobs=2)
    wait_for("out", 1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)

    assert (process.returncode, said) == (130, "\nnlg: stopped; call it again to go on\n")
    calls.finish("out")
    assert tree("out") == undisturbed


def test_a_full_disk_is_said_and_leaves_nothing_half_written(calls, undisturbed):
    """A limit on the size of files stands for the disk's: the pages fit, the shards do not."""
    process = calls.start("out", limit=20_000)
    _, said = process.communicate()

    assert process.returncode == 2
    assert re.fullmatch(r"nlg: .*File too large\n", said)
    assert [name for name in tree("out") if ".nlg-" in name or name.endswith(".zst")] == []
    calls.finish("out")
    assert tree("out") == undisturbed


def test_a_second_run_is_told_of_the_first(calls, undisturbed):
    first = calls.start("out")
    wait_for("out", 1)
    first.send_signal(signal.SIGSTOP)
    second = calls.start("out")
    _, said = second.communicate()
    first.send_signal(signal.SIGCONT)

    assert second.returncode == 2
    assert said == (
        "out: another run is writing here; wait until it has ended, or name another folder with --out\n"
    )
    first.communicate()
    assert tree("out") == undisturbed
