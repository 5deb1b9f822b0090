"""Referring expressions: the full name first, a shorter one where nobody can misread it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from nlg.pipeline import Writer
from nlg.sentence.plan import Name, TextPlan
from nlg.sentence.planning import plan_sentences
from nlg.sentence.reference import subject_of
from nlg.surface.naming import shortening

AuthorOf = Callable[..., Writer]
FACTS = (
    {"yearly_salary": 80000, "growth_rate": 5, "average_age": 40, "number_of_jobs": 900, "female_share": 60},
    {
        "yearly_salary": 62000,
        "growth_rate": -3,
        "average_age": 45,
        "number_of_jobs": 1100,
        "female_share": 48,
    },
)


def text_plan(author: Writer) -> TextPlan:
    """The text plan on "one" and "two"."""
    close = shortening(author.named("one"), author.named("two"))
    return plan_sentences(author.document("one", "two"), author.lexicaliser, close, author.seed)


def titled(author_of: AuthorOf, one: str, two: str, seed: int = 0) -> Writer:
    """Whoever writes about two occupations of those titles."""
    rows = {"one": {"title": one} | FACTS[0], "two": {"title": two} | FACTS[1]}
    return author_of(rows, seed=seed)


def mentions(plan: TextPlan) -> Iterator[tuple[str, str, str]]:
    """Section, slug and length of every name, in the order of the plan."""
    for section in plan.sections:
        for part in section.parts:
            for sentence in part.sentences:
                for clause in sentence.clauses:
                    for filler in clause.fillers:
                        if isinstance(filler, Name):
                            yield section.id, filler.slug, filler.length


@pytest.mark.parametrize(
    "one, two, short",
    [
        pytest.param(
            "medical office administrator", "patient care specialist", {"one", "two"}, id="two heads"
        ),
        pytest.param(
            "nurse", "nurse practitioner", {"two"}, id="practitioners, but not nurses, are told apart"
        ),
        pytest.param("dental assistant", "medical assistant", set(), id="one head"),
        pytest.param("software developer", "web developer", set(), id="developers, both"),
        pytest.param("registered nurse", "vocational nurse", set(), id="nurses, both"),
        pytest.param("nurse practitioner", "registered nurse", {"one"}, id="nurses are in both titles"),
        pytest.param("emergency medical technician (EMT)", "paramedic", {"one"}, id="an acronym"),
        pytest.param("baker", "butcher", set(), id="nothing to shorten"),
        pytest.param("calibration technologist or technician", "barber", {"one"}, id="two heads"),
        pytest.param(
            "radiologic technologist or technician", "food technologist", set(), id="one of two heads"
        ),
        pytest.param("veterinary assistant or animal caretaker", "barber", {"one"}, id="two modified heads"),
        pytest.param(
            "buyer or purchasing agent", "barber", set(), id="one modifier, which tells agents apart"
        ),
        pytest.param("terrazzo worker or finisher", "barber", set(), id="workers may be anybody"),
    ],
)
def test_a_short_name_cannot_be_misread(one: str, two: str, short: set[str], author_of: AuthorOf) -> None:
    """A head stands for its title only when the other title lacks it."""
    author = titled(author_of, one, two)
    close = shortening(author.named("one"), author.named("two"))
    shorter = {
        slug
        for slug in close.short
        if author.named(slug).forms["short"]["plural"] != author.named(slug).forms["full"]["plural"]
    }

    assert shorter == short


@pytest.mark.parametrize("seed", range(5))
def test_a_remark_in_brackets_is_made_once(seed: int, author_of: AuthorOf) -> None:
    """The title says whom it leaves out; the rest of the article need not."""
    author = titled(author_of, "pump operator (except wellhead pumper)", "printing press operator", seed)
    lengths = [length for _, slug, length in mentions(text_plan(author)) if slug == "one"]

    assert author.named("one").forms["plain"]["plural"] == "pump operators"
    assert lengths.count("full") <= 1
    assert "plain" in lengths


@pytest.mark.parametrize("seed", range(5))
def test_a_section_names_each_in_full_before_it_shortens(seed: int, author_of: AuthorOf) -> None:
    """Readers arrive at a section from anywhere: its first mention is the whole title.

    Answers stand below a question that has named both.
    """
    plan = text_plan(titled(author_of, "medical office administrator", "patient care specialist", seed))
    first: dict[tuple[str, str], str] = {}
    for section, slug, length in mentions(plan):
        first.setdefault((section, slug), length)

    assert first
    assert {first.pop(("questions", slug)) for slug in ("one", "two")} == {"short"}
    assert set(first.values()) == {"full"}
    assert "short" in {length for _, _, length in mentions(plan)}


@pytest.mark.parametrize("seed", range(5))
def test_a_very_long_title_is_said_once(seed: int, author_of: AuthorOf) -> None:
    """Nobody reads "aerospace engineering and operations technologists" in every section."""
    title = "aerospace engineering and operations technologist or technician"
    plan = text_plan(titled(author_of, title, "barber", seed))
    lengths = [length for _, slug, length in mentions(plan) if slug == "one"]

    assert lengths.count("full") <= 1
    assert "short" in lengths


@pytest.mark.parametrize("seed", range(5))
def test_an_acronym_is_introduced_once_and_before_its_use(seed: int, author_of: AuthorOf) -> None:
    """ "Emergency medical technicians (EMTs)" comes first, "EMTs" from then on."""
    plan = text_plan(titled(author_of, "emergency medical technician (EMT)", "paramedic", seed))
    in_summary = [
        filler.length
        for clause in (plan.summary.clauses if plan.summary else ())
        for filler in clause.fillers
        if isinstance(filler, Name) and filler.slug == "one"
    ]
    lengths = in_summary + [length for _, slug, length in mentions(plan) if slug == "one"]

    assert lengths.count("introducing") == 1
    assert "short" not in lengths[: lengths.index("introducing")]


@pytest.mark.parametrize("seed", range(20))
def test_a_pronoun_resumes_the_one_entity_spoken_of(seed: int, author_of: AuthorOf) -> None:
    """ "They" stands in a second clause only, where the first has named one entity alone."""
    plan = text_plan(titled(author_of, "baker", "butcher", seed))
    sentences = [plan.summary] if plan.summary else []
    sentences += [
        sentence for section in plan.sections for part in section.parts for sentence in part.sentences
    ]
    for sentence in sentences:
        named: set[str] = set()
        for number, clause in enumerate(sentence.clauses):
            for filler in clause.fillers:
                if isinstance(filler, Name) and filler.length == "pronoun":
                    assert number == 1
                    assert named == {filler.slug}
            named |= {filler.slug for filler in clause.fillers if isinstance(filler, Name)}


def test_a_second_verb_shares_the_subject_that_was_named(author_of: AuthorOf) -> None:
    """ "Nurses earn more and have the better outlook": of one subject, named once."""
    rows = {"one": FACTS[0], "two": FACTS[1]}
    for seed in range(8):
        summary = text_plan(author_of(rows, seed=seed)).summary
        assert summary is not None
        if summary.cues[-1] != " and":
            continue
        first, second = summary.clauses

        assert subject_of(first) == subject_of(second) == "one"
        assert Name("one", "plural", "elided") in second.fillers
        return
    pytest.fail("no seed joins two verbs to one subject")
