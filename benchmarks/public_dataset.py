"""Builds a large dataset folder out of official occupational statistics.

    python benchmarks/public_dataset.py --source DOWNLOADS --out build/public

Every figure is the release's own: nothing is estimated, and where a release has no figure for an
occupation the cell stays empty. The same source gives the same bytes.

A figure counts as an occupation's own when the release prints it under that occupation. Rows that
only repeat the figures of a broader one (specialties, members of a combined occupation) are left
out unless `--specialties` asks for them, and the survey's figures for a broader category never
enter. Top-coded wages stay empty, because the limit is not the wage.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from public_wording import (
    CATEGORIES,
    ENTRY_EDUCATION,
    EXPERIENCE,
    INDUSTRIES,
    LEVELS,
    TRAINING,
    description_of,
    singular_title,
    skill_name,
    slug_of,
)

Row = Mapping[str, str]
Table = list[list[str]]

DESCRIPTOR = Path(__file__).with_suffix(".json")
NOTE = Path(__file__).with_suffix(".md")
TOP = 6
"""Items kept of a ranked list: as many as the reference page shows."""
NEAREST = 3
"""Related occupations taken of each occupation for `pairs`."""
FEWEST_SECTORS = 3
"""With fewer sectors published, the best-paying one says little."""

RACES = {
    "share_white": "White",
    "share_black": "Black or African American",
    "share_asian": "Asian",
    "share_hispanic": "Hispanic or Latino",
}
"""Hispanic people may be of any race, so the shares do not close on 100."""

OWN_MATCHES = ("exact",)
BORROWED_MATCHES = ("exact", "hybrid", "inherited")


def rows_of(source: Path, name: str) -> list[dict[str, str]]:
    """The rows of one table of the source."""
    with (source / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def thousands(cell: str) -> str:
    """A figure in thousands as a whole number; empty stays empty, and nought, which stands for fewer than
    fifty, says too little."""
    return str(int(Decimal(cell) * 1000)) if cell and Decimal(cell) else ""


def is_complete(row: Row, matches: Sequence[str]) -> bool:
    """Whether the row has wages, employment and a projection, by one of the ways to match."""
    return (
        row["row_type"] in ("onet_detailed", "oews_only", "onet_specialty")
        and row["oews_match"] in matches
        and row["ep_match"] in matches
        and bool(row["employment"] and row["projected_growth_pct"])
        and bool(row["annual_mean_wage"] or row["hourly_mean_wage"] or row["hourly_median_wage"])
    )


def chosen(rows: Sequence[Row], limit: int) -> list[Row]:
    """At most `limit` rows, spread evenly over all of them; 0 is no limit."""
    if not limit or limit >= len(rows):
        return list(rows)
    return [rows[number * len(rows) // limit] for number in range(limit)]


def grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    """The rows by the value of one column, in their order."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


def entity(row: Row, slug: str, handbook: Row, singular: bool) -> dict[str, str]:
    """One row of `occupations.csv`, by column."""
    own_survey = row["cps_match"] in ("exact", "inherited")
    sectors = int(row["best_paying_industry_sectors_published"] or 0)
    title = row["title"]
    names = {"title": title, "plural": "", "article": ""}
    if singular and handbook.get("singular_title"):
        names = {
            "title": handbook["singular_title"],
            "plural": handbook["plural_in_sentence"],
            "article": handbook["article"],
        }
    elif singular:
        names["title"] = singular_title(title)
    return {
        "slug": slug,
        **names,
        "category": CATEGORIES[row["soc_code"][:2]],
        "description": description_of(handbook.get("what_they_do", ""), row["description"]),
        "yearly_salary": row["annual_median_wage"],
        "hourly_rate": row["hourly_median_wage"],
        "growth_rate": row["projected_growth_pct"],
        "number_of_jobs": row["employment"],
        "annual_openings": thousands(row["projected_openings_per_year_thousands"]),
        "median_age": row["median_age"] if own_survey else "",
        "salary_low": row["annual_p10"],
        "salary_high": row["annual_p90"],
        "highest_paying_state": row["highest_paying_state"],
        "best_paying_industry": INDUSTRIES.get(row["best_paying_industry"], row["best_paying_industry"])
        if sectors >= FEWEST_SECTORS
        else "",
        "entry_education": ENTRY_EDUCATION.get(
            row["typical_entry_education"], row["typical_entry_education"]
        ),
        "work_experience": EXPERIENCE.get(row["work_experience"], row["work_experience"]),
        "training": TRAINING.get(row["on_the_job_training"], row["on_the_job_training"]),
        "female_share": row["share_women"] if own_survey else "",
        "self_employed_share": row["self_employed_pct"],
    }


def education(source: Path, occupations: Mapping[str, Row]) -> Table:
    """Attainment shares, under an occupation's own code or its code in the projections."""
    by_code = grouped(rows_of(source, "education.csv"), "soc_code")
    return [
        [slug, LEVELS.get(level["level"], level["level"]), level["share_pct"]]
        for slug, row in occupations.items()
        for level in by_code.get(row["soc_code"]) or by_code.get(row["ep_code"], [])
    ]


def skills(source: Path, occupations: Mapping[str, Row]) -> Table:
    """The top skills in order of importance; the release rates them, it has no shares."""
    usable = (
        row
        for row in rows_of(source, "skills.csv")
        if row["importance_recommend_suppress"] == "N" and row["not_relevant"] != "Y"
    )
    by_code = grouped(usable, "onet_soc_code")
    return [
        [slug, skill_name(skill["skill"]), ""]
        for slug, row in occupations.items()
        for skill in by_code.get(row["onet_soc_code"], [])[:TOP]
        if row["onet_soc_code"]
    ]


def top(source: Path, name: str, column: str, occupations: Mapping[str, Row]) -> dict[str, list[str]]:
    """The first entries of each occupation in a table that is in order of rank, without repetition."""
    by_code = grouped(rows_of(source, name), "onet_soc_code")
    return {
        slug: list(
            dict.fromkeys(" ".join(item[column].split()) for item in by_code.get(row["onet_soc_code"], []))
        )[:TOP]
        for slug, row in occupations.items()
        if row["onet_soc_code"]
    }


def demographics(occupations: Mapping[str, Row]) -> Table:
    """Race shares of the occupations that the survey knows by themselves."""
    return [
        [slug, "race", group, row[column]]
        for slug, row in occupations.items()
        if row["cps_match"] in ("exact", "inherited")
        for column, group in RACES.items()
        if row[column]
    ]


def pairs(source: Path, occupations: Mapping[str, Row]) -> Table:
    """Pairs of related occupations, each once; an occupation without one goes with its neighbour."""
    by_code = {row["onet_soc_code"]: slug for slug, row in occupations.items() if row["onet_soc_code"]}
    by_title = {row["title"].lower(): slug for slug, row in occupations.items()}
    candidates = [
        (by_code.get(row["onet_soc_code"]), by_code.get(row["related_onet_soc_code"]))
        for row in rows_of(source, "related.csv")
        if int(row["rank"]) <= NEAREST
    ] + [
        (by_title.get(row["title"].lower()), by_title.get(row["similar_occupation"].lower()))
        for row in rows_of(source, "ooh_similar.csv")
    ]
    found = {
        tuple(sorted((first, second))) for first, second in candidates if first and second and first != second
    }
    slugs = list(occupations)
    single = set(slugs) - {slug for pair in found for slug in pair}
    for first, second in zip(slugs, slugs[1:] + slugs[:1], strict=True):
        if first in single and first != second:
            found.add(tuple(sorted((first, second))))
    return [list(pair) for pair in sorted(found)]


def write(folder: Path, name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Writes one table and gives back how many rows it has."""
    count = 0
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(head)
        for row in rows:
            writer.writerow(row)
            count += 1
    return count


def build(source: Path, out: Path, limit: int, singular: bool, specialties: bool) -> dict[str, int]:
    """Writes the dataset folder and gives back the number of rows by resource."""
    matches = BORROWED_MATCHES if specialties else OWN_MATCHES
    complete = [row for row in rows_of(source, "occupations.csv") if is_complete(row, matches)]
    occupations = {slug_of(row["title"]): row for row in chosen(complete, limit)}
    if len(occupations) < len(chosen(complete, limit)):
        raise SystemExit("two titles give the same slug")
    handbook = {row["title"].lower(): row for row in rows_of(source, "ooh.csv")}
    tables: dict[str, Table] = {
        "occupations": [
            list(entity(row, slug, handbook.get(row["title"].lower(), {}), singular).values())
            for slug, row in occupations.items()
        ],
        "degrees": education(source, occupations),
        "skills": skills(source, occupations),
        "technology": [
            [slug, tool]
            for slug, tools in top(source, "technology_skills.csv", "example", occupations).items()
            for tool in tools
        ],
        "demographics": demographics(occupations),
        "responsibilities": [
            [slug, str(position), task]
            for slug, tasks in top(source, "tasks.csv", "task", occupations).items()
            for position, task in enumerate(tasks, 1)
        ],
        "pairs": pairs(source, occupations),
    }
    descriptor = DESCRIPTOR.read_text(encoding="utf-8")
    out.mkdir(parents=True, exist_ok=True)
    (out / "datapackage.json").write_text(descriptor, encoding="utf-8", newline="\n")
    (out / "README.md").write_text(NOTE.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    return {
        resource["name"]: write(
            out,
            resource["name"],
            [field["name"] for field in resource["schema"]["fields"]],
            tables[resource["name"]],
        )
        for resource in json.loads(descriptor)["resources"]
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--source", type=Path, required=True, help="folder of the public tables")
    parser.add_argument("--out", type=Path, required=True, help="folder of the dataset to write")
    parser.add_argument("--limit", type=int, default=0, help="number of occupations, spread evenly; 0: all")
    parser.add_argument("--singular", action="store_true", help="titles in the singular, with plural")
    parser.add_argument(
        "--specialties",
        action="store_true",
        help="also occupations that carry the figures of a broader one (about 1,000 in all)",
    )
    options = parser.parse_args(arguments)
    counts = build(options.source, options.out, options.limit, options.singular, options.specialties)
    for name, count in counts.items():
        print(f"{name}: {count}", file=sys.stderr)


if __name__ == "__main__":
    main()
