"""Fills the figures of `datasets/occupations` from the public files that they come from.

The prose is ours and lives in the tables themselves: titles, categories, descriptions, responsibilities
and pairs are read and written back untouched. Every figure is taken again from the files, so that a
new release of the sources is one run and one diff.

    python benchmarks/occupations_dataset.py --source DIR
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

Row = dict[str, str]

DATASET = Path(__file__).resolve().parent.parent / "datasets" / "occupations"

PROSE_COLUMNS = ("slug", "title", "plural", "category", "onet_code", "description", "core_work")

SKILLS_KEPT = 6

SECTORS_NEEDED = 3
"""A best-paying industry among fewer sectors with a published wage than this says too little."""

OWN_CPS_CATEGORY = frozenset({"exact", "inherited"})
"""Where the survey's category covers several occupations, its age and shares may mislead."""

CPS_STAND_INS = frozenset(
    {
        "17-2071.00",  # electrical and electronics engineers
        "25-2031.00",  # secondary school teachers, vocational ones among them
        "25-2056.00",  # special education teachers of every grade
        "29-1021.00",  # dentists and dental specialists
        "33-3051.00",  # police officers, those of transit among them
        "41-9022.00",  # real estate brokers and sales agents
        "51-4121.00",  # welding workers
        "53-2011.00",  # aircraft pilots and flight engineers
    }
)
"""Occupations whose broader survey category is the same work under more than one code."""

ACS_STAND_INS = CPS_STAND_INS | {
    "23-1011.00",  # lawyers and judges
    "25-2021.00",  # elementary and middle school teachers
    "29-1171.00",  # nurse practitioners and nurse midwives
}
"""The same for education levels."""

EDUCATION_LEVELS = {
    "No formal educational credential": "no formal educational credential",
    "Less than high school diploma": "less than a high school diploma",
    "High school diploma or equivalent": "high school diploma or equivalent",
    "Some college, no degree": "some college, no degree",
    "Postsecondary nondegree award": "postsecondary nondegree award",
    "Associate's degree": "associate's degree",
    "Bachelor's degree": "bachelor's degree",
    "Master's degree": "master's degree",
    "Doctoral or professional degree": "doctoral or professional degree",
}

WORK_EXPERIENCE = {
    "None": "no prior experience",
    "Less than 5 years": "less than 5 years",
    "5 years or more": "5 years or more",
}

TRAINING = {
    "None": "no on-the-job training",
    "Short-term on-the-job training": "short-term on-the-job training",
    "Moderate-term on-the-job training": "moderate-term on-the-job training",
    "Long-term on-the-job training": "long-term on-the-job training",
    "Apprenticeship": "apprenticeship",
    "Internship/residency": "internship or residency",
}

SHORT_INDUSTRIES = {
    "Federal, State, and Local Government": "government",
    "Administrative and Support and Waste Management": "administrative and support services",
    "Other Services": "other services",
}
"""By how the official name begins; every other sector keeps its name in lower case."""

RACES = {
    "White": "share_white",
    "Black or African American": "share_black",
    "Asian": "share_asian",
}

OTHER_RACES = "another race or several"


def read_rows(path: Path) -> list[Row]:
    """The rows of a table, every cell as the text it holds."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Writes a table with Unix line ends, quoting only where RFC 4180 asks for it."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def industry(occupation: Row) -> str:
    """The best-paying sector in plain words, or nothing where too few sectors publish a wage."""
    name = occupation["best_paying_industry"]
    if not name or int(occupation["best_paying_industry_sectors_published"]) < SECTORS_NEEDED:
        return ""
    for beginning, short in SHORT_INDUSTRIES.items():
        if name.startswith(beginning):
            return short
    return name.lower()


def is_surveyed(occupation: Row) -> bool:
    """Whether the population survey's category speaks for this occupation."""
    return occupation["cps_match"] in OWN_CPS_CATEGORY or occupation["onet_soc_code"] in CPS_STAND_INS


def figures(occupation: Row) -> Row:
    """The measured cells of one occupation; empty where the sources publish none of its own."""
    in_survey = is_surveyed(occupation)
    return {
        "oews_title": occupation["oews_title"],
        "yearly_salary": occupation["annual_median_wage"],
        "hourly_rate": occupation["hourly_median_wage"],
        "salary_low": occupation["annual_p10"],
        "salary_high": occupation["annual_p90"],
        "growth_rate": occupation["projected_growth_pct"],
        "number_of_jobs": occupation["employment"],
        "annual_openings": str(int(Decimal(occupation["projected_openings_per_year_thousands"]) * 1000)),
        "entry_education": EDUCATION_LEVELS[occupation["typical_entry_education"]],
        "work_experience": WORK_EXPERIENCE[occupation["work_experience"]],
        "training": TRAINING[occupation["on_the_job_training"]],
        "average_age": occupation["median_age"] if in_survey else "",
        "female_share": occupation["share_women"] if in_survey else "",
        "hispanic_share": occupation["share_hispanic"] if in_survey else "",
        "best_paying_industry": industry(occupation),
        "highest_paying_state": occupation["highest_paying_state"],
    }


def races(occupation: Row) -> dict[str, str]:
    """The survey's shares by race and what they leave to 100; empty where it publishes none."""
    if not is_surveyed(occupation):
        return {}
    shares = {group: occupation[column] for group, column in RACES.items()}
    if not all(shares.values()):
        return {}
    rest = Decimal(100) - sum(map(Decimal, shares.values()))
    return shares | {OTHER_RACES: f"{rest.normalize():f}"}


def grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    """The rows under the value that they share."""
    groups = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


def fill(source: Path, dataset: Path) -> None:
    """Rewrites the tables that hold figures: occupations, degrees, skills and demographics."""
    published = {row["onet_soc_code"]: row for row in read_rows(source / "occupations.csv")}
    education = grouped(read_rows(source / "education.csv"), "soc_code")
    skills = grouped(read_rows(source / "skills.csv"), "onet_soc_code")
    occupations: list[Row] = []
    degrees: list[Row] = []
    ranked: list[Row] = []
    demographics: list[Row] = []
    for prose in read_rows(dataset / "occupations.csv"):
        slug, code = prose["slug"], prose["onet_code"]
        occupation = published[code]
        occupations.append({column: prose[column] for column in PROSE_COLUMNS} | figures(occupation))
        levels = education[occupation["soc_code"]] or education[occupation["ep_code"]]
        degrees.extend(
            {"slug": slug, "degree": EDUCATION_LEVELS[row["level"]], "share": row["share_pct"]}
            for row in levels
            if row["acs_match"] == "exact" or code in ACS_STAND_INS
        )
        best = sorted(skills[code], key=lambda row: int(row["rank"]))[:SKILLS_KEPT]
        ranked.extend({"slug": slug, "skill": row["skill"].lower(), "share": ""} for row in best)
        demographics.extend(
            {"slug": slug, "dimension": "race", "group": group, "share": share}
            for group, share in races(occupation).items()
        )
    tables = {
        "occupations": occupations,
        "degrees": degrees,
        "skills": ranked,
        "demographics": demographics,
    }
    descriptor = json.loads((dataset / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        if resource["name"] in tables:
            columns = [field["name"] for field in resource["schema"]["fields"]]
            write_rows(dataset / resource["path"], columns, tables[resource["name"]])


def main() -> None:
    """Reads the call and fills the dataset."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--source", type=Path, required=True, help="folder of the public files")
    parser.add_argument(
        "--data", type=Path, default=DATASET, help="dataset to fill (default: the shipped one)"
    )
    call = parser.parse_args()
    fill(call.source, call.data)


if __name__ == "__main__":
    main()
