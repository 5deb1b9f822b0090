"""Units of length, mass, speed, time and the like: their words, what they measure, and how they convert."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.tokens import Token


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit, as a text may name it."""

    dimension: str
    factor: Decimal
    """How many of the dimension's basic unit it is worth."""
    zero: Decimal = Decimal(0)
    """What is taken away first, where the scales do not start at one point: 32 of Fahrenheit."""


def _unit(dimension: str, factor: str, zero: str = "0") -> UnitWord:
    return UnitWord(dimension, Decimal(factor), Decimal(zero))


_WORDS: dict[UnitWord, str] = {
    _unit("length", "1000"): "km|kilometers|kilometres|kilometer|kilometre",
    _unit("length", "1"): "metres|meters|meter|metre",
    _unit("length", "0.01"): "cm|centimeters|centimetres",
    _unit("length", "1609.344"): "miles|mile",
    _unit("length", "0.3048"): "feet|foot|ft",
    _unit("length", "0.9144"): "yards|yard",
    _unit("length", "0.0254"): "inches|inch",
    _unit("mass", "1"): "kg|kilograms|kilogrammes|kilos",
    _unit("mass", "0.45359237"): "pounds|lbs|pound",
    _unit("mass", "1000"): "tonnes|tonne|metric tons",
    _unit("speed", "1000"): "km/s|kilometers per second|kilometres per second|kilometers a second|kilometres a second",
    _unit("speed", "1"): "m/s|meters per second|metres per second|meters a second|metres a second",
    _unit("speed", "0.27777777777778"): "km/h|kph|kilometers per hour|kilometres per hour|kilometers an hour"
    "|kilometres an hour",
    _unit("speed", "0.44704"): "mph|miles per hour|miles an hour",
    _unit("speed", "1609.344"): "miles per second|miles a second",
    _unit("acceleration", "1"): "m/s²|m/s2|m/s^2|meters per second squared|metres per second squared",
    _unit("acceleration", "0.3048"): "ft/s²|feet per second squared",
    _unit("density", "1"): "kg/m³|kg/m3|kilograms per cubic meter|kilograms per cubic metre",
    _unit("density", "1000"): "g/cm³|g/cm3|grams per cubic centimeter|grams per cubic centimetre",
    _unit("pressure", "100000"): "bars|bar",
    _unit("pressure", "100"): "millibars|mbar|hectopascals|hpa",
    _unit("pressure", "1"): "pascals|pascal|pa",
    _unit("pressure", "101325"): "atmospheres|atm",
    _unit("temperature", "1"): "°c|degrees celsius|degrees c|celsius",
    _unit("temperature", "0.55555555555556", "32"): "°f|degrees fahrenheit|degrees f|fahrenheit",
    _unit("power", "745.7"): "hp|horsepower|bhp",
    _unit("power", "1000"): "kw|kilowatts",
}  # fmt: skip
UNITS: PhraseTable[UnitWord] = PhraseTable.build(
    (words_of(word), unit) for unit, words in _WORDS.items() for word in words.split("|")
)


def unit_named(name: str) -> tuple[UnitWord, Decimal] | None:
    """A descriptor's unit and the thousands or millions that it counts: "million km"."""
    scale, _, rest = name.partition(" ")
    times = {"thousand": Decimal(1_000), "million": Decimal(1_000_000), "billion": Decimal(10**9)}.get(scale)
    words = words_of(rest if times else name)
    found = (
        next((unit for phrase, unit in UNITS.by_first.get(words[0], ()) if phrase == words), None)
        if words
        else None
    )
    return (found, times or Decimal(1)) if found is not None else None


def unit_after(tokens: Sequence[Token], end: int) -> tuple[int, UnitWord] | None:
    """The unit whose words stand at a token, and where they end."""
    return UNITS.starting_at(tokens, end)


def converted(value: Decimal, said: UnitWord, name: str) -> Decimal | None:
    """A value in a descriptor's unit; None when that measures something else."""
    own = unit_named(name)
    if own is None or own[0].dimension != said.dimension:
        return None
    unit, times = own
    return (value - said.zero) * said.factor / unit.factor / times + unit.zero
