"""A grammar small enough to be read at a glance, whole enough to be without a fault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nlg.sentence.roles import KINDS

FRAMES = {
    "level": ("amount", "change"),
    "growth": ("change",),
    "decline": ("change",),
    "divergence": ("change",),
    "pace": ("change",),
    "span": ("range",),
    "spread": ("range",),
    "same_span": ("range",),
    "attribute": ("text",),
    "shared_attribute": ("text",),
    "shared_lack": ("text",),
    "attribute_contrast": ("text",),
    "mode": ("item",),
    "shared_mode": ("item",),
    "mode_contrast": ("item",),
    "top_items": ("item",),
    "overlap": ("item",),
    "same_items": ("item",),
    "no_overlap": ("item",),
    "price": ("range",),
    "trade_off": ("range",),
    "reach": ("range",),
}


@pytest.fixture
def small_grammar(tmp_path: Path, checkout: Path) -> Path:
    """The shipped grammar's tables with one wording, on one line, for each kind and frame."""
    folder = tmp_path / "grammar"
    shutil.copytree(checkout / "grammars" / "en-US", folder, ignore=shutil.ignore_patterns("clauses"))
    (folder / "clauses").mkdir()
    for kind in KINDS.values():
        wordings = (
            f'{{% macro {frame}_full_plain(a) %}}{{{{ subj(a.plural) }}}} {{{{ verb("be") }}}} known{{% endmacro %}}'
            for frame in FRAMES.get(kind, ("amount",))
        )
        (folder / "clauses" / f"{kind}.j2").write_text("".join(wordings) + "\n", encoding="utf-8")
    return folder
