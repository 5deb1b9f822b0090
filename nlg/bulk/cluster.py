"""The tasks of a run on a Dask cluster that exists already; its workers need nlg, the inputs and the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

from nlg.bulk.collector import settled
from nlg.bulk.crew import Crew
from nlg.bulk.order import Order
from nlg.bulk.task import Done, Task
from nlg.bulk.workshop import Workshop, open_workshop
from nlg.errors import InputError

SECONDS_TO_ANSWER = 10
RETRIES = 2
"""Of a task that failed on its worker for a passing reason, such as a store that did not answer."""


def perform_there(
    order: Order, address: str, tasks: Sequence[Task], progress: Callable[[int], None]
) -> Iterator[tuple[Task, Done]]:
    """Each task with its result, in the order in which they are finished.

    What a lost worker had begun goes to another one. A task over which several workers died is done by a
    process of this machine, which finds out the article that they died over.

    Raises:
        InputError: dask.distributed is not installed, or no scheduler answers.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise InputError("--scheduler needs Dask: pip install 'nlg[cluster]'") from error
    try:
        client = distributed.Client(address, timeout=SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise InputError(f"{address}: no Dask scheduler answers there: {error}") from error
    deadly = []
    with client:
        futures = {
            client.submit(perform_on_worker, order, task, pure=False, retries=RETRIES): task for task in tasks
        }
        try:
            for future in distributed.as_completed(futures, loop=client.loop):
                task = futures[future]
                try:
                    done: Done = future.result()
                except distributed.KilledWorker:
                    deadly.append(task)
                    continue
                progress(len(task.tile))
                yield task, done
                future.release()
        finally:
            client.cancel(list(futures))
    if deadly:
        yield from Crew(order, 1).perform(deadly, progress)


def perform_on_worker(order: Order, task: Task) -> Done:
    """A task's result, in a workshop that the worker opens once."""
    workshop = _workshop(order)
    with settled():
        return task.perform(workshop, lambda pair: None)


@lru_cache(maxsize=1)
def _workshop(order: Order) -> Workshop:
    return open_workshop(order)
