"""Realisation: one sentence from one message, its verb agreeing by construction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nlg.document.messages import AnyMessage
from nlg.document.plan import Step
from nlg.errors import GrammarError
from nlg.pipeline import Writer
from nlg.sentence.pattern import Slot, Subject, Verb
from nlg.sentence.plan import FULL, Clause, SentencePlan
from nlg.sentence.reference import Mentions
from nlg.sentence.roles import KINDS
from nlg.sentence.wordings import bound
from nlg.surface.grammar import load_grammar
from nlg.surface.morphology import Lexicon
from nlg.surface.naming import shortening

AuthorOf = Callable[..., Writer]
NURSE = {"title": "registered nurse", "yearly_salary": 80210, "growth_rate": 5, "female_share": 87}
TEACHER = {"title": "schoolteacher", "yearly_salary": 75000, "growth_rate": -2, "female_share": 74}


def clause(author: Writer, message: AnyMessage, name: str) -> Clause:
    """The message in the wording of that name."""
    kind = KINDS[type(message)]
    pattern = next(
        pattern
        for (pattern_kind, _, _), found in author.grammar.patterns.items()
        for pattern in found
        if (pattern_kind, pattern.name) == (kind, name)
    )
    wording = bound(pattern, message, author.vocabulary, 0)
    assert wording is not None
    assert wording.fits(message)
    close = shortening(author.named("one"), author.named("two"))
    return Mentions(close).refer(Clause(wording, message, FULL, 0))


def realised(author: Writer, message_id: str, name: str, cue: str = "") -> str:
    """The sentence that the article on "one" and "two" would make of a message in one wording."""
    candidates = author.document("one", "two").candidates
    message = next(entry.message for entry in candidates if entry.message.id == message_id)
    speaker = author.speaker({slug: author.named(slug) for slug in ("one", "two")})
    return speaker.sentence(SentencePlan((clause(author, message, name),), (cue,))).text


def test_a_difference_puts_the_higher_earner_first(author_of: AuthorOf) -> None:
    """The occupation with the larger value is the subject."""
    sentence = realised(author_of({"one": TEACHER, "two": NURSE}), "difference.yearly_salary", "pay_gist_gap")

    assert sentence == "Registered nurses earn $5,210 more a year than schoolteachers."


def test_a_cue_opens_the_sentence(author_of: AuthorOf) -> None:
    """The capital is the cue's, and the name behind it goes without."""
    author = author_of({"one": TEACHER, "two": NURSE})
    sentence = realised(author, "difference.yearly_salary", "pay_gist_gap", "By contrast,")

    assert sentence == "By contrast, registered nurses earn $5,210 more a year than schoolteachers."


@pytest.mark.parametrize(
    "title, expected",
    [
        pytest.param(
            "registered nurse", "Registered nurses earn $5,210 more a year than schoolteachers.", id="common"
        ),
        pytest.param(
            "Housekeeping Staff",
            "Housekeeping staff earn $5,210 more a year than schoolteachers.",
            id="staff",
        ),
        pytest.param(
            "iOS developer", "iOS developers earn $5,210 more a year than schoolteachers.", id="small first"
        ),
        pytest.param(
            "Teachers, Special Education",
            "Special education teachers earn $5,210 more a year than schoolteachers.",
            id="inverted",
        ),
    ],
)
def test_a_verb_agrees_with_whatever_its_subject_is_called(
    title: str, expected: str, author_of: AuthorOf
) -> None:
    """The wording names the verb's lemma; number comes from the title."""
    author = author_of({"one": TEACHER, "two": NURSE | {"title": title}})

    assert realised(author, "difference.yearly_salary", "pay_gist_gap") == expected


@pytest.mark.parametrize(
    "text, article",
    [
        pytest.param("long-term on-the-job training", "", id="uncountable"),
        pytest.param("apprenticeship", "an", id="vowel"),
        pytest.param("bachelor's degree", "a", id="consonant"),
    ],
)
def test_a_text_value_takes_the_article_of_its_noun(text: str, article: str, checkout: Path) -> None:
    """An apprenticeship can be counted, training can't."""
    assert Lexicon.load(checkout / "grammars" / "en-US").article(text) == article


def test_a_verb_agrees_with_the_head_and_not_with_its_complement(author_of: AuthorOf) -> None:
    """ "The list of skills begins": one list, however many skills."""
    skills = {"skills": [("Triage", 30), ("Charting", 20), ("Patient care", 10)]}
    author = author_of({"one": TEACHER, "two": NURSE | skills})

    assert realised(author, "top_items.skills.two", "item_full_list").startswith(
        "The list of skills for registered nurses begins with"
    )


@pytest.mark.parametrize(
    "skills, expected",
    [
        (("Triage", "Care", "Choice"), "triage, care, and choice"),
        (("Triage", "Care", "Trial and error"), "triage, care, and trial and error"),
    ],
)
def test_a_list_of_three_reads_as_three(skills: tuple[str, ...], expected: str, author_of: AuthorOf):
    """An item with a conjunction of its own stays one item."""
    author = author_of({"one": TEACHER, "two": NURSE | {"skills": [(name, None) for name in skills]}})

    assert expected in realised(author, "top_items.skills.two", "item_full_list")


def test_two_items_are_parted_by_more_than_the_conjunction_inside_them(author_of: AuthorOf):
    """ "Care and trial and error" would be three."""
    one, two = ("Triage", "Care", "Trial and error", "Sums"), ("Triage", "Sums", "Icing", "Mixing")
    author = author_of(
        {
            "one": TEACHER | {"skills": [(name, None) for name in one]},
            "two": NURSE | {"skills": [(name, None) for name in two]},
        }
    )

    sentence = realised(author, "overlap.skills", "item_full_only")
    assert "care as well as trial and error" in sentence
    assert "icing and mixing" in sentence


def test_a_verb_agrees_with_a_name(author_of: AuthorOf) -> None:
    """Where titles are names, the same wording takes the singular."""
    author = author_of({"one": TEACHER | {"title": "Venus"}, "two": NURSE | {"title": "Mars"}}, titles="name")

    assert (
        realised(author, "difference.yearly_salary", "pay_gist_gap")
        == "Mars earns $5,210 more a year than Venus."
    )


def test_signs_are_words(author_of: AuthorOf) -> None:
    """A negative change is a decline, and no minus sign stands in running text."""
    author = author_of({"one": TEACHER, "two": NURSE})
    document = author.document("one", "two")
    speaker = author.speaker({slug: author.named(slug) for slug in ("one", "two")})
    step = next(
        Step(entry.message, "start") for entry in document.candidates if "growth_rate" in entry.message.id
    )
    kind = KINDS[type(step.message)]
    texts = []
    for pattern in author.grammar.variants(kind, "employment", "full"):
        wording = bound(pattern, step.message, author.vocabulary, 0)
        if wording is not None and wording.fits(step.message):
            texts.append(
                speaker.sentence(SentencePlan((Clause(wording, step.message, FULL, 0),), ("",))).text
            )

    assert texts
    assert not [text for text in texts if "-2" in text or "−" in text or "–2%" in text]


def test_spans_quote_their_words(author_of: AuthorOf) -> None:
    """Each figure's span holds the figure, and the clause's span holds them all."""
    author = author_of({"one": TEACHER, "two": NURSE})
    message = next(
        entry.message
        for entry in author.document("one", "two").candidates
        if entry.message.id == "difference.yearly_salary"
    )
    speaker = author.speaker({slug: author.named(slug) for slug in ("one", "two")})
    sentence = speaker.sentence(SentencePlan((clause(author, message, "pay_full_plain"),), ("",)))

    assert [
        (sentence.text[span.start : span.end], span.provenance.stated, span.provenance.how)
        for span in sorted(sentence.spans, key=lambda span: (span.start, -span.end))
    ] == [
        ("Registered nurses earn an average of $80,210 a year, schoolteachers $75,000", "", ""),
        ("$80,210", 80210, "as read"),
        ("$75,000", 75000, "as read"),
    ]


@pytest.mark.parametrize(
    "wording, fault",
    [
        pytest.param(
            '{{ subj(a.plural) }} {{ verb("take") }} usually {{ verb("require") }} {{ gap }}',
            'verb("require") is a second finite verb for one subject',
            id="takes usually requires",
        ),
        pytest.param("{{ a.plural }} usually {{ gap }}", "exactly one finite verb", id="no verb"),
        pytest.param(
            '{{ subj(a.plural) }} {{ verb("take") }} {{ does(gap) }}',
            "does(...) is a second finite verb for one subject",
            id="takes bake bread",
        ),
        pytest.param('{{ does("bake bread") }}', "does(...) takes one filler", id="a phrase of its own"),
        pytest.param(
            '{{ a.plural }} {{ verb("take") }} {{ gap }}', "has no subj(...) to agree with", id="no subject"
        ),
    ],
)
def test_takes_usually_requires_cannot_be_written(wording: str, fault: str, small_grammar: Path) -> None:
    """Two finite verbs for one subject, none, or one for nobody: such a grammar is never loaded."""
    clauses = small_grammar / "clauses" / "difference.j2"
    clauses.write_text(f"{{% macro amount_full_x(a, gap) %}}{wording}{{% endmacro %}}\n", encoding="utf-8")

    with pytest.raises(GrammarError) as caught:
        load_grammar(str(small_grammar))
    assert fault in str(caught.value)


def test_every_finite_verb_has_its_subject(checkout: Path) -> None:
    """In every shipped wording each verb agrees with a subject, and no subject is left without a verb."""
    grammar = load_grammar(str(checkout / "grammars" / "en-US"))
    for patterns in grammar.patterns.values():
        for pattern in patterns:
            pieces = pattern.pieces
            verbs = [piece for piece in pieces if isinstance(piece, Verb)]
            # A verb phrase of the data stands right behind its subject: "actuaries | put a price on risk".
            given = [
                phrase
                for subject, space, phrase in zip(pieces, pieces[1:], pieces[2:], strict=False)
                if isinstance(subject, Subject) and space == " " and isinstance(phrase, Slot)
            ]

            assert pattern.clauses == len(verbs) + len(given) >= 1
            assert all(isinstance(pieces[verb.subject], Subject) for verb in verbs)
