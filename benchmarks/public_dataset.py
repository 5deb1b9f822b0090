"""Builds a large dataset folder out of official occupational statistics.

    python benchmarks/public_dataset.py --source shared/data/public --out build/public

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
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

Row = Mapping[str, str]
Table = list[list[str]]

DESCRIPTOR = Path(__file__).with_suffix(".json")
TOP = 6
"""Items kept of a ranked list: as many as the reference page shows."""
NEAREST = 3
"""Related occupations taken of each occupation for `pairs`."""
FEWEST_SECTORS = 3
"""With fewer sectors published, the best-paying one says little."""

CATEGORIES = {
    "11": "management",
    "13": "business and financial",
    "15": "computer and mathematical",
    "17": "architecture and engineering",
    "19": "science",
    "21": "community and social service",
    "23": "legal",
    "25": "education",
    "27": "arts and media",
    "29": "health care practitioner",
    "31": "health care support",
    "33": "protective service",
    "35": "food preparation and serving",
    "37": "cleaning and grounds maintenance",
    "39": "personal care and service",
    "41": "sales",
    "43": "office and administrative",
    "45": "farming, fishing and forestry",
    "47": "construction and extraction",
    "49": "installation and repair",
    "51": "production",
    "53": "transportation and material moving",
    "55": "military",
}
"""By major group of the Standard Occupational Classification; each goes before "jobs"."""

INDUSTRIES = {
    "Accommodation and Food Services": "Accommodation and food services",
    "Administrative and Support and Waste Management and Remediation Services": (
        "Administrative and waste services"
    ),
    "Agriculture, Forestry, Fishing and Hunting": "Agriculture and forestry",
    "Arts, Entertainment, and Recreation": "Arts and recreation",
    "Construction": "Construction",
    "Educational Services": "Education",
    "Federal, State, and Local Government, excluding State and Local Government Schools and Hospitals "
    "and the U.S. Postal Service (OEWS Designation)": "Government",
    "Finance and Insurance": "Finance and insurance",
    "Health Care and Social Assistance": "Health care and social assistance",
    "Information": "Information",
    "Management of Companies and Enterprises": "Company management",
    "Manufacturing": "Manufacturing",
    "Mining, Quarrying, and Oil and Gas Extraction": "Mining, oil and gas",
    "Other Services (except Public Administration)": "Other services",
    "Professional, Scientific, and Technical Services": "Professional and technical services",
    "Real Estate and Rental and Leasing": "Real estate and rental",
    "Retail Trade": "Retail trade",
    "Transportation and Warehousing": "Transportation and warehousing",
    "Utilities": "Utilities",
    "Wholesale Trade": "Wholesale trade",
}
LEVELS = {
    "Less than high school diploma": "Less than a high school diploma",
    "Some college, no degree": "Some college without a degree",
}
ENTRY_EDUCATION = {**LEVELS, "No formal educational credential": "No formal credential"}
EXPERIENCE = {"None": "No experience required"}
TRAINING = {"None": "No training required"}
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


def slug_of(title: str) -> str:
    """A title as a slug.

    Example: Cooks, Fast Food gives "cooks-fast-food"
    """
    return "-".join(re.findall(r"[a-z0-9]+", title.lower().replace("'", "").replace("’", "")))


def thousands(cell: str) -> str:
    """A figure in thousands as a whole number; empty stays empty."""
    return str(int(Decimal(cell) * 1000)) if cell else ""


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


NOUN_FIRST = re.compile(
    r"(?:Activities|Administrative|Clerical|Clinical|Coast|Conductors|Duties|Equipment|Field|In|"
    r"Inspections|Licensing|Materials|Naval|Other|Processes|Services|Specialized|Supervisors|Tasks|"
    r"Teaching|Team|These|This|Typically|Work|Workers|Yardmasters)\b(?! as\b)"
)
"""Openings of sentences that have a subject of their own."""

FOR_CODERS = re.compile(
    r"^(?:Excludes?|Does not include|Illustrative|Those required)\b|\b(?:are included in|classified in)\b"
)
"""Sentences about the classification and not about the work."""

OPENINGS = (
    (re.compile(r"^All "), "This group covers all "),
    (re.compile(r"^Includes only "), "This group covers only "),
    (re.compile(r"^Includes "), "This group includes "),
    (re.compile(r"^(Generally )?[Rr]equires "), "The work requires "),
    (re.compile(r"^(?:Required|Responsible) "), "They are {0} "),
    (re.compile(r"^Works "), "They work "),
    (re.compile(r"^((?:Using|Under) [^;]*?), (may|perform|assist|provide)\b"), r"\1, they \2"),
)


def with_subject(sentence: str) -> str:
    """A sentence of an official description, which names no subject, as a full sentence.

    Example: "May supervise others." gives "They may supervise others."
    """
    for opening, replacement in OPENINGS:
        found = opening.search(sentence)
        if found and "{0}" in replacement:
            return opening.sub(replacement.format(found.group().strip().lower()), sentence)
        if found:
            return opening.sub(replacement, sentence)
    if NOUN_FIRST.match(sentence):
        return sentence
    return "They " + sentence[0].lower() + sentence[1:]


def description_of(lead: str, official: str) -> str:
    """One paragraph: the handbook's sentence, if any, and the official description."""
    parts = re.split(r"(?<=[.])(?<!U\.S\.)\s+(?=[A-Z])", official.strip())
    sentences = [with_subject(part) for part in parts if part and not FOR_CODERS.search(part)]
    return " ".join([part for part in [" ".join(lead.split()), *sentences] if part])


AGENT = re.compile(r"(?:[eo]rs|ists|ants|ents|ians|ees|sts|men|people|ses|ives|ails|hes|ics|ffs|[aeiou]ys)$")
"""Endings of nouns for people; before "and", other plurals ("Sales and Related Workers") modify."""


def singular_noun(noun: str) -> str:
    """The singular of the noun that ends a title.

    Example: Attendants gives "Attendant"
    """
    for ending, replacement in (
        ("people", "person"),
        ("men", "man"),
        ("ies", "y"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
    ):
        if noun.lower().endswith(ending):
            return noun[: -len(ending)] + replacement
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "ics")) else noun


def singular_title(title: str) -> str:
    """A plural title in the singular, by its head: the words before the first comma or preposition.

    Example: Cooks, Fast Food gives "Cook, Fast Food"; Judges and Magistrates gives "Judge or Magistrate"
    """
    found = re.search(r",| of | for | at |$", title)
    end = found.start() if found else len(title)
    parts = re.split(r"( and |/)", title[:end])
    for index in range(0, len(parts), 2):
        words, _, noun = parts[index].rpartition(" ")
        is_last = index == len(parts) - 1
        if (is_last or AGENT.search(noun)) and singular_noun(noun) != noun:
            parts[index] = f"{words} {singular_noun(noun)}".strip()
            if not is_last:
                parts[index + 1] = parts[index + 1].replace(" and ", " or ")
    return "".join(parts) + title[end:]


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


def skill_name(name: str) -> str:
    """A skill's name in sentence case. Example: Active Listening gives "Active listening" """
    return name[:1] + name[1:].lower()


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
