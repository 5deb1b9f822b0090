"""Text → sentences: every character once, and none of them endless."""

from __future__ import annotations

from nlg.validator.lexis.tokens import split_sentences

CLAUSE = "Lawyers earn $151,160 a year "


def pieces_of(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def test_long_sentence_stays_whole() -> None:
    sentence = CLAUSE * 40 + "at most."
    assert pieces_of(sentence) == [sentence]


def test_endless_sentence_is_read_in_pieces_cut_at_a_space() -> None:
    text = CLAUSE * 1000
    pieces = pieces_of(text)
    assert "".join(pieces) == text
    assert len(pieces) == 20
    assert max(map(len, pieces)) <= 1_500
    assert all(piece.startswith(" ") for piece in pieces[1:])


def test_endless_word_is_cut_as_well() -> None:
    assert [len(piece) for piece in pieces_of("x" * 4_000)] == [1_500, 1_500, 1_000]


def test_an_item_of_one_letter_ends_a_sentence_before_a_word_that_opens_one() -> None:
    text = "Teachers add C. At 47.2% of each, a doctorate is common."
    assert pieces_of(text) == ["Teachers add C.", " At 47.2% of each, a doctorate is common."]


def test_an_initial_ends_no_sentence() -> None:
    text = "It was seen by J. Galle first."
    assert pieces_of(text) == [text]
