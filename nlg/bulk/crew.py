"""Several processes of this machine at one list of tasks; one that dies is replaced."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from nlg.bulk.collector import settled
from nlg.bulk.order import Order, Pair
from nlg.bulk.task import Done, Task
from nlg.bulk.workshop import Workshop, open_workshop
from nlg.errors import InputError, NlgError

STEPS_A_REPORT = 32
"""Articles between two reports of progress; each report is a message between processes."""
FEW = 200
"""Up to so many articles one process is done before a second one has started."""
DEATHS_BEFORE_CARE = 2
"""After so many deaths over one task, the next process says before each article which one it begins."""

Progress = Callable[[int], None]
"""Told how many articles have been begun since the last time."""


class CrewError(NlgError):
    """Processes that die whatever is done."""


def perform_here(
    workshop: Workshop, tasks: Sequence[Task], progress: Progress
) -> Iterator[tuple[Task, Done]]:
    """Each task with its result, done in this process in order."""
    many = sum(len(task.tile) for task in tasks) > FEW
    with settled() if many else nullcontext():
        for task in tasks:
            yield task, task.perform(workshop, lambda pair: progress(1))


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    line: Connection
    task: Task | None = None
    is_careful: bool = False
    pair: Pair | None = None


class Crew:
    """Processes with a workshop each."""

    def __init__(self, order: Order, jobs: int, open_it: Callable[[Order], Workshop] = open_workshop) -> None:
        self._order = order
        self._jobs = jobs
        self._open = open_it
        # A fresh interpreter inherits no lock, no thread and no open file in an unknown state.
        self._context = get_context("spawn")
        self._workers: list[_Worker] = []

    def perform(self, tasks: Sequence[Task], progress: Progress) -> Iterator[tuple[Task, Done]]:
        """Each task with its result, in the order in which they are finished.

        Raises:
            CrewError: a task whose processes die even without the article they died over.
            Exception: what a task raised; the processes are ended first.
        """
        waiting = deque(tasks)
        deaths: dict[str, int] = {}
        try:
            self._workers = [self._hire() for _ in range(min(self._jobs, len(tasks)))]
            for worker in self._workers:
                self._assign(worker, waiting, deaths)
            while any(worker.task for worker in self._workers):
                ready = wait([worker.line for worker in self._workers if worker.task])
                for worker in [worker for worker in self._workers if worker.line in ready]:
                    try:
                        kind, content = worker.line.recv()
                    except (EOFError, ConnectionError):
                        self._replace(worker, waiting, deaths)
                        continue
                    if kind == "steps":
                        progress(content)
                    elif kind == "pair":
                        worker.pair = content
                    elif kind == "failed":
                        raise content
                    elif worker.task:
                        done, worker.task = worker.task, None
                        self._assign(worker, waiting, deaths)
                        yield done, content
        finally:
            self._dismiss()

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(self._order, theirs, self._open), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _assign(self, worker: _Worker, waiting: deque[Task], deaths: dict[str, int]) -> None:
        if not waiting:
            return
        worker.task, worker.pair = waiting.popleft(), None
        worker.is_careful = deaths.get(worker.task.key, 0) >= DEATHS_BEFORE_CARE
        try:
            worker.line.send((worker.task, worker.is_careful))
        except (BrokenPipeError, ConnectionError):
            self._replace(worker, waiting, deaths)

    def _replace(self, worker: _Worker, waiting: deque[Task], deaths: dict[str, int]) -> None:
        """Puts a new process in a dead one's place, and the task back at the head of the queue."""
        task = worker.task
        worker.process.join()
        worker.line.close()
        if task:
            deaths[task.key] = deaths.get(task.key, 0) + 1
            if worker.is_careful:
                if worker.pair is None:
                    raise CrewError(
                        f"{task.key}: three processes died over it (exit code {worker.process.exitcode}); is there "
                        "enough memory? Try again with fewer --jobs"
                    )
                reason = f"the process that wrote it died (exit code {worker.process.exitcode})"
                task = task.without(worker.pair, reason)
            waiting.appendleft(task)
        fresh = self._hire()
        worker.process, worker.line, worker.task = fresh.process, fresh.line, None
        self._assign(worker, waiting, deaths)

    def _dismiss(self) -> None:
        """Ends all processes at once: what they have not renamed yet does not count."""
        for worker in self._workers:
            worker.line.close()
            if worker.task:
                worker.process.kill()
        for worker in self._workers:
            worker.process.join()
        self._workers = []


def _work(order: Order, line: Connection, open_it: Callable[[Order], Workshop]) -> None:
    """A process's life: tasks come in on the line, results go out, until the line is closed."""
    # An interrupt from the keyboard reaches the whole group; the one who hired us decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        workshop = open_it(order)
        with settled():
            while True:
                task, is_careful = line.recv()
                line.send(("done", _perform(workshop, task, line, is_careful)))
    except (EOFError, BrokenPipeError, ConnectionError):
        return
    except (OSError, InputError) as error:
        line.send(("failed", error))


def _perform(workshop: Workshop, task: Task, line: Connection, is_careful: bool) -> Done:
    begun = 0
    employer = parent_process()

    def step(pair: Pair) -> None:
        nonlocal begun
        begun += 1
        if is_careful:
            line.send(("pair", pair))
        if begun % STEPS_A_REPORT == 0:
            if employer and not employer.is_alive():
                # Nobody will collect this; a new run may already be at work here.
                os._exit(0)
            line.send(("steps", STEPS_A_REPORT))

    result = task.perform(workshop, step)
    line.send(("steps", begun % STEPS_A_REPORT))
    return result
