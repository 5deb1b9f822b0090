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
