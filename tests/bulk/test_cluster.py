"""A Dask cluster of processes that share nothing but the output: the same bytes, one of them killed or not."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from distributed import Client, LocalCluster

from nlg.bulk.order import Order
from nlg.bulk.run import Means, run
from nlg.bulk.tiles import plan_of_all
from nlg.data import find_grammar, load
from nlg.errors import InputError
from tests.bulk.conftest import tree


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=60
    ) as made:
        yield made


def test_a_cluster_writes_the_same_bytes(cluster, render_all):
    render_all("alone")
    summary = render_all("together", Means(scheduler=cluster.scheduler_address))

    assert summary.articles == 276
    assert tree("together") == tree("alone")


def test_what_a_killed_worker_had_begun_is_done_by_another(cluster, render_all, trains):
    render_all("alone")
    order = Order(str(trains), str(find_grammar().resolve()), "chicago", 0, ("md", "jsonl"), False)
    dataset = load(trains)
    killed: list[int] = []

    def kill_one(count: int) -> None:
        if count and not killed:
            with Client(cluster.scheduler_address, set_as_default=False) as client:
                killed.append(min(client.run(os.getpid).values()))
            os.kill(killed[0], signal.SIGKILL)

    plan = plan_of_all(tuple(dataset.entities))
    summary = run(order, dataset, plan, "together", Means(scheduler=cluster.scheduler_address), kill_one)

    assert len(killed) == 1
    assert summary.articles == 276
    assert tree("together") == tree("alone")


def test_a_scheduler_that_does_not_answer_is_named(render_all, monkeypatch):
    monkeypatch.setattr("nlg.bulk.cluster.SECONDS_TO_ANSWER", 0.2)

    with pytest.raises(InputError, match=r"tcp://127.0.0.1:1: no Dask scheduler answers there"):
        render_all("out", Means(scheduler="tcp://127.0.0.1:1"))
