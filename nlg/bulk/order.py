"""What is asked of everybody who writes articles in one run; it travels to other processes and machines."""

from __future__ import annotations

from dataclasses import dataclass

Pair = tuple[str, str]

PAGE_FORMATS = ("md", "html", "json")
"""One file an article."""
SHARD_FORMATS = ("jsonl", "parquet")
"""One file a tile."""
OUTPUT_FORMATS = (*PAGE_FORMATS, *SHARD_FORMATS)


@dataclass(frozen=True, slots=True)
class Order:
    """How the articles of a run are to be made."""

    data: str
    """The dataset's folder."""
    grammar: str
    """The grammar's folder."""
    house_style: str
    seed: int
    formats: tuple[str, ...]
    """In the order of `OUTPUT_FORMATS`."""
    is_validated: bool
    """Whether an article has to pass the reader before it is published."""

    @property
    def pages(self) -> tuple[str, ...]:
        """The formats with one file an article."""
        return tuple(name for name in self.formats if name in PAGE_FORMATS)

    @property
    def shards(self) -> tuple[str, ...]:
        """The formats with many articles a file."""
        return tuple(name for name in self.formats if name in SHARD_FORMATS)
