"""All operators, in the order in which the benchmark prints them."""

from __future__ import annotations

from mutation import directions, figures, headings, items, neutral, owners, revisions, tables, units
from mutation.article import Operator

FALSIFYING = (
    Operator("digit", figures.digit),
    Operator("other subject's value", figures.other_subject, is_binding=True),
    Operator("other measure's value", figures.other_measure, is_binding=True),
    Operator("swapped values", owners.swapped_values, is_binding=True),
    Operator("swapped subjects", owners.swapped_subjects),
    Operator("comparative", directions.comparative),
    Operator("growth and decline", directions.sign),
    Operator("added not", directions.added_not),
    Operator("dropped not", directions.dropped_not),
    Operator("unit", units.unit),
    Operator("dollars for percent", units.currency),
    Operator("percent for points", units.percent_for_points),
    Operator("foreign item", items.foreign_item),
    Operator("other subject's item", items.other_subjects_item, is_binding=True),
    Operator("lesser item", items.lesser_item),
    Operator("wrong named value", items.wrong_value),
    Operator("wrong order", items.wrong_order),
    Operator("wrong count", items.wrong_count),
    Operator("repeated item", items.repeated_item),
    Operator("swapped cells", tables.swapped_cells, is_binding=True),
    Operator("swapped column headings", tables.swapped_headers, is_binding=True),
    Operator("shifted row", tables.shifted_row, is_binding=True),
    Operator("swapped section headings", headings.swapped_headings),
    Operator("stale value", revisions.stale_value),
)
"""Each makes a true statement false."""

NEUTRAL = (
    Operator("synonym", neutral.synonym),
    Operator("reordered sentences", neutral.reordered_sentences),
    Operator("reordered rows", neutral.reordered_rows),
    Operator("reordered items", neutral.reordered_items),
    Operator("right order", items.right_order),
    Operator("rounded", neutral.rounded),
    Operator("thousands", neutral.thousands),
    Operator("dollars spelt out", neutral.no_dollar_sign),
    Operator("bold", neutral.bold),
    Operator("no-break space", neutral.no_break_space),
    Operator("percent spelt out", neutral.percent_word),
    Operator("dash", neutral.dash),
    Operator("minus sign", neutral.minus),
    Operator("numbers in digits", neutral.number_words),
    Operator("table layout", neutral.table_layout),
)
"""Each leaves every statement true."""
