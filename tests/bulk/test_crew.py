"""Processes die; the work does not."""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing import active_children
from pathlib import Path

import pytest

from nlg.bulk.crew import Crew, CrewError
from nlg.bulk.order import Order
from nlg.bulk.pages import ANEW
from nlg.bulk.task import Done, Task
from nlg.bulk.tiles import plan_of_all
from nlg.data import find_grammar, load

DEADLY = """
import os, signal
from nlg.bulk import workshop


class Deadly(workshop.Workshop):
    __slots__ = ()

    def make(self, pair):
        if pair == ("coral-train", "opal-train"):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().make(pair)


def open_deadly(order):
    made = workshop.open_workshop(order)
    return Deadly(made.order, made.writer, made.judge, made.formats)


def open_nothing(order):
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def order(trains: Path) -> Order:
    return Order(str(trains), str(find_grammar().resolve()), "chicago", 0, ("jsonl",), False)


@pytest.fixture
def tasks(trains: Path, tmp_path: Path) -> list[Task]:
    plan = plan_of_all(tuple(load(trains).entities))
    return [Task(tile, str(tmp_path / "out"), "", True, ANEW) for tile in plan.tiles]


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A module that the hired processes can import."""
    (tmp_path / "deadly_workshop.py").write_text(DEADLY)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    import deadly_workshop

    return deadly_workshop


def articles(results: list[tuple[Task, Done]]) -> int:
    return sum(done.record.articles for _, done in results)


def test_a_process_that_is_killed_is_replaced(order, tasks):
    killed: list[int] = []

    def kill_one(count: int) -> None:
        if not killed:
            killed.append(active_children()[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    results = list(Crew(order, 2).perform(tasks, kill_one))

    assert len(killed) == 1
    assert articles(results) == 276


def test_an_article_that_kills_its_process_is_given_up(order, tasks, deadly):
    """It is found by saying, the third time, which article is begun."""
    results = list(Crew(order, 2, deadly.open_deadly).perform(tasks, lambda count: None))

    quarantined = [one for _, done in results for one in done.record.quarantined]
    assert articles(results) == 275
    assert [(one.first, one.second, one.reasons) for one in quarantined] == [
        ("coral-train", "opal-train", ("the process that wrote it died (exit code -9)",))
    ]


def test_processes_that_die_at_once_end_the_run(order, tasks, deadly):
    with pytest.raises(CrewError, match="three processes died over it"):
        list(Crew(order, 1, deadly.open_nothing).perform(tasks, lambda count: None))


def test_nobody_is_left_behind(order, tasks):
    """A run that is given up in the middle ends its processes."""
    results = Crew(order, 2).perform(tasks, lambda count: None)
    next(results)
    results.close()

    assert active_children() == []
