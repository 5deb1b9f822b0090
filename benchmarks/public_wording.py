"""What the official releases call things, in words that an article can use."""

from __future__ import annotations

import re

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


LONGEST_SLUG = 80
"""Characters; a comparison's file name holds two slugs."""


def slug_of(title: str) -> str:
    """A title as a slug, cut between words where it is long.

    Example: Cooks, Fast Food gives "cooks-fast-food"
    """
    slug = "-".join(re.findall(r"[a-z0-9]+", title.lower().replace("'", "").replace("’", "")))
    return slug if len(slug) <= LONGEST_SLUG else slug[: LONGEST_SLUG + 1].rpartition("-")[0]


def skill_name(name: str) -> str:
    """A skill's name in sentence case. Example: Active Listening gives "Active listening" """
    return name[:1] + name[1:].lower()


NOUN_FIRST = re.compile(
    r"(?:Activities|Administrative|Clerical|Clinical|Coast|Conductors|Duties|Equipment|Field|In|"
    r"Inspections|Licensing|Materials|Naval|Other|Processes|Services|Specialized|Supervisors|Tasks|"
    r"Teaching|Team|These|This|Typically|Workers|Yardmasters)\b|Work (?:involves|is|may|typically|usually)\b"
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
    return " ".join([part for part in [" ".join(lead.split()), *sentences] if part]).replace("’", "'")


AGENT = re.compile(
    r"(?:[eo]rs|ists|[aei]nts|ians|[aiu]ides|ees|sts|men|people|[drs]ses|dges|aids|aries|ains|ots|[rs]ons|ards|ives|erts"
    r"|clerks|mechanics|medics|iffs|[ht]es|eys)$",
    re.IGNORECASE,
)
"""Endings of nouns for people; before "and", other plurals ("Sales and Related Workers") modify."""


def singular_noun(noun: str) -> str:
    """The singular of the noun that ends a title.

    Example: Attendants gives "Attendant"
    """
    for ending, replacement in (
        ("people", "person"),
        ("men", "man"),
        ("wives", "wife"),
        ("ies", "y"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
    ):
        if noun.lower().endswith(ending):
            return noun[: -len(ending)] + replacement
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def singular_title(title: str) -> str:
    """A plural title in the singular, by its heads: the nouns before the first comma or preposition.

    Example: Cooks, Fast Food gives "Cook, Fast Food"; Judges and Magistrates gives "Judge or Magistrate"
    """
    listed = re.match(r"(?:(?!Except|[^,]* of |[^,]*--)[^,]+, )+and [^,]+?(?= of | for |,|$)", title)
    if listed and AGENT.search(listed.group()):
        end = listed.end()
    else:
        stop = re.search(r",| of | for | at |--|$", title)
        end = stop.start() if stop else len(title)
    parts = re.split(r"(,? and |, |/)", title[:end])
    for index in range(0, len(parts), 2):
        words, _, noun = parts[index].rpartition(" ")
        is_last = index == len(parts) - 1
        if (is_last or AGENT.search(noun)) and singular_noun(noun) != noun:
            parts[index] = f"{words} {singular_noun(noun)}".strip()
            if not is_last:
                parts[index + 1] = parts[index + 1].replace("and ", "or ")
    return "".join(parts) + title[end:]
