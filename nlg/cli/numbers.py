"""Whole numbers as options take them, refused in words."""

from __future__ import annotations

import click

LARGEST_SEED = 2**63 - 1
"""The largest that a manifest can state to any reader of JSON with 64-bit integers."""


class WholeNumber(click.types.IntParamType):
    """A whole number between two bounds, the upper one optional."""

    def __init__(self, least: int, most: int | None = None) -> None:
        self.least = least
        self.most = most

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number that the text is. Raises click.BadParameter when it is none, or out of bounds."""
        try:
            number = int(str(value))
        except ValueError:
            number = self.least - 1
        if number < self.least or (self.most is not None and number > self.most):
            bounds = f"of {self.least} or more" if self.most is None else f"from {self.least} to {self.most}"
            self.fail(f"{str(value)!r} is not a whole number {bounds}", param, ctx)
        return number


SEED = WholeNumber(0, LARGEST_SEED)
COUNT = WholeNumber(1)
