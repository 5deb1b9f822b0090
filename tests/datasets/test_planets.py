"""The planets: a dataset whose titles are names, with measures and sections of its own."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from nlg.data import Dataset, Quantity, load

FOLDER = Path(__file__).parents[2] / "datasets" / "planets"


@pytest.fixture(scope="module")
def planets() -> Dataset:
    return load(FOLDER)


def number(dataset: Dataset, slug: str, concept: str) -> Decimal:
    """The number of one cell that is known."""
    value = dataset.observations[slug, concept].value
    assert isinstance(value, Quantity)
    return value.value


def test_planets_are_names_in_their_order_from_the_sun(planets: Dataset) -> None:
    """A planet takes no article, and a planet has no plural."""
    assert planets.titles == "name"
    assert planets.entity_noun == "planet"
    assert [planet.title for planet in planets.entities.values()] == [
        "Mercury",
        "Venus",
        "Earth",
        "Mars",
        "Jupiter",
        "Saturn",
        "Uranus",
        "Neptune",
    ]


def test_orbits_follow_keplers_third_law(planets: Dataset) -> None:
    """The square of the year is the cube of the distance, both in Earth's units, within 3%."""
    for slug in planets.entities:
        years = float(number(planets, slug, "orbital_period") / Decimal("365.2"))
        distance = float(number(planets, slug, "distance_from_sun") / Decimal("149.6"))
        assert years**2 / distance**3 == pytest.approx(1, rel=0.03), slug


def test_mean_distance_lies_midway_between_the_extremes(planets: Dataset) -> None:
    """The orbit's ends and its semi-major axis were copied from the same line."""
    for slug in planets.entities:
        middle = (number(planets, slug, "perihelion") + number(planets, slug, "aphelion")) / 2
        assert float(middle) == pytest.approx(float(number(planets, slug, "distance_from_sun")), rel=0.003), (
            slug
        )


def test_density_fits_mass_and_diameter(planets: Dataset) -> None:
    """A slip in one of three columns would break it; flattening explains up to a tenth."""
    for slug in planets.entities:
        ratio = (
            number(planets, slug, "mass")
            / (number(planets, slug, "diameter") / 12756) ** 3
            / (number(planets, slug, "density") / 5514)
        )
        assert float(ratio) == pytest.approx(1, abs=0.11), slug


def test_figures_reach_below_zero_and_over_many_powers_of_ten(planets: Dataset) -> None:
    """The dataset is there for the hard cases of signs and ratios."""
    masses = [number(planets, slug, "mass") for slug in planets.entities]

    assert number(planets, "neptune", "mean_temperature") == -200
    assert max(masses) / min(masses) > 5000


def test_atmospheres_close(planets: Dataset) -> None:
    """The gases of an atmosphere make up the whole; Mercury has none."""
    (atmosphere,) = [one for one in planets.collections if one.resource == "atmosphere"]
    sums = {
        slug: sum(item.share for item in items if item.share is not None)
        for slug, items in atmosphere.items.items()
    }

    assert set(planets.entities) - set(sums) == {"mercury"}
    assert all(Decimal("99.5") <= total <= Decimal("100.5") for total in sums.values())


def test_moons_named_are_no_more_than_moons_counted(planets: Dataset) -> None:
    """A planet without moons names none."""
    (moons,) = [one for one in planets.collections if one.resource == "largest_moons"]

    for slug in planets.entities:
        assert len(moons.items.get(slug, ())) <= number(planets, slug, "number_of_moons"), slug


def test_prose_of_the_dataset_states_no_figures(planets: Dataset) -> None:
    """Descriptions and features hold nothing that a table would have to prove."""
    (features,) = [one for one in planets.collections if one.resource == "features"]
    texts = [planet.description for planet in planets.entities.values()]
    texts += [item.name for items in features.items.values() for item in items]

    assert [text for text in texts if re.search(r"\d", text)] == []


def test_every_section_of_the_planets_has_something_to_show(planets: Dataset) -> None:
    """Sections, measures and lists name the same ids."""
    used = {section for measure in planets.measures for section in measure.sections}
    used |= {section for one in planets.collections for section in one.sections}

    assert {section.id for section in planets.sections} == used
