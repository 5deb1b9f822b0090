"""What an article says, in brief, wherever it comes from: an output's shards, its pages, or a dataset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import orjson

from nlg.bulk.identity import digest
from nlg.bulk.manifest import read_manifest
from nlg.bulk.order import Pair
from nlg.bulk.pages import QUARANTINE
from nlg.bulk.rows import row_of
from nlg.bulk.shards import SUFFIXES, read_rows
from nlg.bulk.storage import Storage
from nlg.errors import InputError
from nlg.pipeline import Writer
from nlg.publishers.markdown import markdown

Subject = tuple[str, tuple[str, ...], str]
"""What a claim is about: its kind, its entities, its attribute."""


@dataclass(frozen=True, slots=True)
class Version:
    """One article."""

    pair: Pair
    text: str
    """A digest of its Markdown."""
    claims: tuple[tuple[Subject, object], ...]
    """In page order: what each claim is about, and what it states."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is known of some articles before they are read."""

    digest: str = ""
    """Equal digests are equal articles; empty when nothing is known."""
    articles: int = 0


class Source(Protocol):
    """Articles in parts, so that two sources can be compared part by part."""

    def parts(self) -> dict[str, Part]:
        """The parts by name."""

    def versions(self, part: str) -> Iterable[Version]:
        """The articles of a part."""


@dataclass(frozen=True, slots=True)
class Shards:
    """An output of JSON lines."""

    storage: Storage
    shards: dict[str, Part]

    def parts(self) -> dict[str, Part]:
        """The shards."""
        return self.shards

    def versions(self, part: str) -> Iterator[Version]:
        """The articles of a shard."""
        for row in read_rows(self.storage, part):
            yield _version(row)


@dataclass(frozen=True, slots=True)
class Pages:
    """An output of JSON pages, flat or in a folder an entity."""

    storage: Storage
    names: tuple[str, ...]

    def parts(self) -> dict[str, Part]:
        """The pages as one part, of which nothing is known beforehand."""
        return {"pages": Part()}

    def versions(self, part: str) -> Iterator[Version]:
        """The articles in the order of their files' names."""
        for name in self.names:
            found = orjson.loads(self.storage.read(name) or b"{}")
            first, second = found["subjects"]
            claims = tuple(
                ((claim["kind"], tuple(claim["subjects"]), claim["attribute"]), _plain(claim["stated"]))
                for claim in found["claims"]
            )
            yield Version((first, second), digest(found["text"].encode()), tuple(dict.fromkeys(claims)))


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer makes of some pairs now; pairs that its dataset cannot fill are left out."""

    writer: Writer
    pairs: tuple[Pair, ...]

    def parts(self) -> dict[str, Part]:
        """The pairs as one part."""
        return {"pages": Part()}

    def versions(self, part: str) -> Iterator[Version]:
        """The articles in the order of the pairs."""
        entities = self.writer.dataset.entities
        for first, second in self.pairs:
            if first in entities and second in entities:
                article = self.writer.article(first, second)
                yield _version(orjson.loads(row_of(article, markdown(article))))


def _version(row: dict[str, object]) -> Version:
    listed = row["claims"]
    claims = tuple(
        ((kind, tuple(subjects), attribute), _plain(stated))
        for kind, subjects, attribute, stated in (listed if isinstance(listed, list) else ())
    )
    return Version((str(row["first"]), str(row["second"])), digest(str(row["markdown"]).encode()), claims)


def _plain(stated: object) -> object:
    if isinstance(stated, list):
        return tuple(_plain(part) for part in stated)
    return "" if stated is None else stated


def open_output(storage: Storage, place: str) -> Source:
    """The articles of an output.

    Raises:
        InputError: the place holds neither JSON lines nor JSON pages.
    """
    found = read_manifest(storage, place) or {}
    shards = found.get("shards")
    parts = {
        str(shard["file"]): Part(str(shard["sha256"]), int(shard["articles"]))
        for shard in (shards if isinstance(shards, list) else ())
        if str(shard["file"]).endswith(SUFFIXES["jsonl"])
    }
    if parts:
        return Shards(storage, parts)
    names = [
        name for folder in ("", *storage.folders()) if folder != QUARANTINE for name in storage.names(folder)
    ]
    pages = tuple(name for name in names if name.endswith(".json") and "-vs-" in name)
    if not pages:
        raise InputError(
            f"{place}: no articles with claims; compare outputs of --format jsonl or json, or two datasets"
        )
    return Pages(storage, pages)
