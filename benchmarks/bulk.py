"""What many articles cost: speed, start-up, memory, bytes, processes, growth with the dataset, and kills.

Each section is a run of the command line in processes of its own, over slices of one dataset; a dataset that is too
small is filled up with copies under other titles. `--section` picks some; all of them take several minutes.

Example:
  python benchmarks/bulk.py --data DIR --section memory --section kills
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from render import measure

from nlg.bulk.tiles import plan_of_all
from nlg.data import find_dataset

SIZES = (100, 300, 1000)
KILLS = 10


@dataclass(frozen=True, slots=True)
class Run:
    """A call of the command line that has ended."""

    code: int
    seconds: float
    peak_megabytes: float
    said: str


def nlg(*arguments: str) -> Run:
    """Calls `nlg` and waits for it. The peak is that of the process itself, not of those it hires."""
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen([sys.executable, "-m", "nlg", *arguments], stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        log.seek(0)
        return Run(process.returncode, seconds, usage.ru_maxrss / 1024, log.read())


def slice_of(source: Path, target: Path, size: int) -> str:
    """A dataset of the first so many entities of another; copies of them when there are not enough."""
    target.mkdir(parents=True)
    descriptor = json.loads((source / "datapackage.json").read_bytes())
    (target / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    slugs: list[str] = []
    for resource in descriptor["resources"]:
        with (source / resource["path"]).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        columns = list(rows[0])
        slugs = slugs or [row["slug"] for row in rows]
        wanted = set(slugs[:size])
        if "slug" in columns:
            rows = [row for row in rows if row["slug"] in wanted]
            copies = [
                {
                    **row,
                    "slug": f"{row['slug']}-2",
                    **({"title": f"{row['title']} II"} if "title" in row else {}),
                }
                for row in rows
                if slugs.index(row["slug"]) < size - len(slugs)
            ]
            rows += copies
        else:
            rows = [row for row in rows if set(row.values()) <= wanted]
        with (target / resource["path"]).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
    return str(target)


def digest_of(folder: Path) -> str:
    """One digest of all names and bytes below a folder."""
    found = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            found.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def speed(source: Path, room: Path, articles: int) -> None:
    """Ratios to the bare template, as `render.py` takes them."""
    rates = measure(str(source), min(articles, 200))
    print(f"  bare Jinja2 template {rates['template']:10,.0f} articles/s")
    labels = (("written", "nlg"), ("told", "nlg, claims told"), ("validated", "nlg, validated"))
    for name, label in labels:
        print(f"  {label:20} {rates[name]:10,.0f} articles/s  ratio {rates[name] / rates['template']:.3f}")


def start(source: Path, room: Path, articles: int) -> None:
    """From the call to the first article, nothing kept from before but the files of the system's cache."""
    first, second = sorted(row for row in _slugs(source))[:2]
    for check in ("--no-validate", ""):
        arguments = [
            "render",
            f"{first}:{second}",
            "--data",
            str(source),
            "--out",
            str(room / f"first{check}"),
        ]
        seconds = min(nlg(*arguments, *filter(None, [check])).seconds for _ in range(3))
        print(f"  first article{'' if check else ', validated'}: {seconds:.2f} s")


def _slugs(source: Path) -> list[str]:
    descriptor = json.loads((source / "datapackage.json").read_bytes())
    with (source / descriptor["resources"][0]["path"]).open(encoding="utf-8", newline="") as file:
        return [row["slug"] for row in csv.DictReader(file)]


def memory(source: Path, room: Path, articles: int) -> None:
    """Peak memory and cost as the entities grow, and as the pairs grow alone."""
    for size in SIZES:
        data = slice_of(source, room / f"data-{size}", size)
        for count in (articles, 2 * articles):
            run = nlg(*_in_tile_order(data, room, count), "--jobs", "1")
            rate = count / run.seconds
            print(
                f"  {size:5,} entities, {count:6,} articles: peak {run.peak_megabytes:6.0f} MB, "
                f"{rate:6,.0f} articles/s with start-up, {100_000 / rate / 60:5.1f} minutes for 100,000"
            )


def _in_tile_order(data: str, room: Path, count: int) -> list[str]:
    """A call for the first so many of all pairs as a full run comes to them."""
    rows = (row for tile in plan_of_all(_slugs(Path(data))).tiles for _, row in tile.rows())
    pairs = [pair for row in rows for pair in row][:count]
    listed = room / "pairs"
    listed.write_text("".join(f"{first},{second}\n" for first, second in pairs), encoding="utf-8")
    out = room / f"{Path(data).name}-{count}"
    options = ["--format", "jsonl", "--no-validate", "--data", data, "--out", str(out)]
    return ["render", "--pairs", str(listed), *options]


def size(source: Path, room: Path, articles: int) -> None:
    """Bytes an article in a tile of all pairs, as JSON lines and compressed."""
    data = slice_of(source, room / "data-size", 128)
    for form in ("jsonl", "parquet"):
        out = room / f"size-{form}"
        nlg("render", "--all", "--format", form, "--no-validate", "--data", data, "--out", str(out))
        found = json.loads((out / "manifest.json").read_bytes())
        packed = sum(shard["bytes"] for shard in found["shards"])
        print(f"  {form}: {packed / found['articles']:8,.0f} bytes an article")
        if form == "jsonl":
            import zstandard

            raw = sum(zstandard.frame_content_size(file.read_bytes()) for file in out.glob("*.zst"))
            print(f"  before compression: {raw / found['articles']:,.0f} bytes an article")


def processes(source: Path, room: Path, articles: int) -> None:
    """The same articles by one process and by two."""
    data = slice_of(source, room / "data-processes", 128)
    seconds = {}
    for jobs in (1, 2):
        options = ["--format", "jsonl", "--no-validate", "--data", data, "--out", str(room / f"jobs-{jobs}")]
        seconds[jobs] = nlg("render", "--all", *options, "--jobs", str(jobs)).seconds
    same = digest_of(room / "jobs-1") == digest_of(room / "jobs-2")
    gain = seconds[1] / seconds[2]
    print(f"  one {seconds[1]:.1f} s, two {seconds[2]:.1f} s: {gain:.2f} times as fast, same bytes: {same}")


def validated(source: Path, room: Path, articles: int) -> None:
    """Every article written and read back: by one process, by two, and by one killed half-way and called again."""
    data = slice_of(source, room / "data-validated", 102)
    options = ["--all", "--data", data, "--format", "jsonl"]
    seconds = {}
    for jobs in (1, 2):
        run = nlg("render", *options, "--out", str(room / f"read-{jobs}"), "--jobs", str(jobs))
        seconds[jobs] = run.seconds
        found = json.loads((room / f"read-{jobs}" / "manifest.json").read_bytes())
        count = found["articles"] + len(found["quarantined"])
        print(
            f"  {jobs} at work: {count:,} articles, {count / run.seconds:,.1f} a second with start-up, peak of the "
            f"first {run.peak_megabytes:,.0f} MB, {len(found['quarantined'])} set aside"
        )
    print(f"  two are {seconds[1] / seconds[2]:.2f} times as fast as one")
    stopped = [sys.executable, "-m", "nlg", "render", *options, "--out", str(room / "stopped"), "--jobs", "1"]
    process = subprocess.Popen(stopped, stderr=subprocess.DEVNULL)
    time.sleep(seconds[1] * 0.6)
    process.kill()
    process.wait()
    again = nlg("render", *options, "--out", str(room / "stopped"), "--jobs", "1")
    digests = {digest_of(room / name) for name in ("read-1", "read-2", "stopped")}
    print(
        f"  killed at 60%, ended by another {again.seconds:.0f} s: same bytes as undisturbed: {len(digests) == 1}"
    )


def kills(source: Path, room: Path, articles: int) -> None:
    """Ten kills at random moments, then a run to the end, beside a run that was left alone."""
    data = slice_of(source, room / "data-kills", 110)
    options = ["--all", "--data", data, "--format", "md", "--format", "jsonl", "--no-validate"]
    alone = nlg("render", *options, "--out", str(room / "alone"), "--jobs", "1")
    lots = random.Random(0)
    ended = 0
    for number in range(KILLS):
        arguments = [*options, "--out", str(room / "killed"), "--jobs", str(1 + number % 2)]
        process = subprocess.Popen(
            [sys.executable, "-m", "nlg", "render", *arguments], stderr=subprocess.DEVNULL
        )
        try:
            process.wait(lots.uniform(0.5, alone.seconds / 3))
            ended += 1
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    run = nlg("render", *options, "--out", str(room / "killed"))
    same = digest_of(room / "alone") == digest_of(room / "killed")
    print(f"  {KILLS - ended} kills; the last call: {run.said.strip()}; same bytes: {same}")


def shares(source: Path, room: Path, articles: int) -> None:
    """One process, two, three shares and a cluster of two worker processes, over the same pairs."""
    from distributed import LocalCluster

    data = slice_of(source, room / "data-shares", 110)
    options = ["--all", "--data", data, "--format", "jsonl", "--no-validate"]
    nlg("render", *options, "--out", str(room / "by-1"), "--jobs", "1")
    nlg("render", *options, "--out", str(room / "by-2"), "--jobs", "2")
    for number in (1, 2, 3):
        nlg("render", *options, "--out", str(room / "by-shares"), "--shard", f"{number}/3", "--jobs", "1")
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=60) as cluster:
        address = cluster.scheduler_address
        nlg("render", *options, "--out", str(room / "by-cluster"), "--scheduler", address)
    alone = digest_of(room / "by-1")
    for name in ("by-2", "by-shares", "by-cluster"):
        print(f"  {name}: same bytes as one process: {digest_of(room / name) == alone}")


SECTIONS = {
    "speed": speed,
    "start": start,
    "memory": memory,
    "size": size,
    "processes": processes,
    "validated": validated,
    "shares": shares,
    "kills": kills,
}


def machine() -> str:
    """What the figures belong to."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        model = "unknown processor"
    return f"{model}, {os.cpu_count()} cores, Python {sys.version.split()[0]}"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", help="the dataset's folder (default: datasets/occupations)")
    parser.add_argument("--section", action="append", choices=SECTIONS, help="may be given several times")
    parser.add_argument("--articles", type=int, default=2000, help="of the sections that take a part of all")
    arguments = parser.parse_args()
    source = find_dataset(arguments.data).resolve()
    print(machine())
    for name in arguments.section or SECTIONS:
        section = SECTIONS[name]
        print(f"{name}: {(section.__doc__ or '').splitlines()[0]}")
        with tempfile.TemporaryDirectory() as room:
            section(source, Path(room), arguments.articles)


if __name__ == "__main__":
    main()
