"""The list of pairs that are written when none is named."""

from __future__ import annotations

from nlg.data.children import known_slug
from nlg.data.findings import Findings, quoted
from nlg.data.records import Records

ROLES = ("first", "second")


def read_pairs(
    records: Records, slugs: frozenset[str] | None, findings: Findings
) -> tuple[tuple[str, str], ...]:
    """The pairs of slugs in file order; rows with a fault are left out."""
    lacking = [role for role in ROLES if not records.has(role)]
    for role in lacking:
        findings.fault(
            records.file, records.header_line, 1, f"{role}: the file has no column {quoted(role)}; add it"
        )
    if lacking:
        return ()
    lines: dict[tuple[str, str], int] = {}
    for record in records.rows:
        first, second = (known_slug(records, record, role, slugs, findings) for role in ROLES)
        if not first or not second:
            continue
        pair = (first, second)
        place = records.file, record.cells["second"].line, record.cells["second"].ordinal
        if first == second:
            findings.fault(*place, f"second: {quoted(second)} is paired with itself; name another entity")
        elif pair in lines:
            findings.fault(
                *place,
                f"second: pair {quoted(f'{first}:{second}')} is already in line {lines[pair]}; delete one",
            )
        else:
            if (second, first) in lines:
                findings.doubt(
                    *place,
                    f"second: pair {quoted(f'{first}:{second}')} is in line {lines[second, first]} the other "
                    "way round; delete one",
                )
            lines[pair] = record.cells["first"].line
    return tuple(lines)
