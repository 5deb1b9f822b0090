"""Published files → pages: visible text with the way back to every character."""

from nlg.validator.reading.page_formats import FORMATS, read_page

__all__ = ["FORMATS", "read_page"]
