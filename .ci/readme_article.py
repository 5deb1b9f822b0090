"""Shows in the README the opening of an article as it stands in `output/`.

nlg render && python .ci/readme_article.py
"""

from __future__ import annotations

import re
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
ARTICLE = "output/electrician-vs-plumber.md"
FIRST_HEADING = "## What does"
"""The opening ends before the first heading that begins so."""
BLOCK = re.compile(r"(?<=<!-- article -->\n).*?(?=<!-- end of article -->)", re.DOTALL)


def opening(page: str) -> str:
    """The article from its title to the overview, as a Markdown quotation."""
    text = page.split("\n---\n", 1)[1].split(f"\n{FIRST_HEADING}", 1)[0]
    return "".join(f"> {line}".rstrip() + "\n" for line in text.strip().splitlines())


def main() -> None:
    """Writes the README again with the article's present opening."""
    readme = CHECKOUT / "README.md"
    quotation = opening((CHECKOUT / ARTICLE).read_text(encoding="utf-8"))
    text = readme.read_text(encoding="utf-8")
    readme.write_text(BLOCK.sub(lambda _: quotation, text, count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
