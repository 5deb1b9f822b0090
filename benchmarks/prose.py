"""How much the articles of one dataset repeat each other, beside articles that never vary a wording.

Names and figures are masked, so that only the language is compared. Prints the share of the most common
first sentence, the share of sentences in introductions that another article has as well, self-BLEU-4 of
introductions (against all the others, and in the mean over pairs), near-duplicates among whole articles,
sentence length, readability, and paragraphs in which two sentences open alike. With --grammar-checker it
also counts the findings of Harper, a grammar checker that is not ours, by rule.

    python benchmarks/prose.py large-dataset --articles 300
    python benchmarks/prose.py datasets/occupations --grammar-checker --quotes 3
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import fmean, median, pstdev

from grammar_findings import ALARMS, Vocabulary, findings, is_false_alarm

from nlg.api import make_writer
from nlg.pipeline import Writer
from nlg.sentence.lexicalisation import Lexicaliser
from nlg.sentence.pattern import Choice, Pattern
from nlg.surface.article import Answer, Article, ItemList, Paragraph, Summary

PAIRS_FOR_BLEU = 3000
"""Pairs of introductions over which the mean of pairwise BLEU is taken."""
SHINGLE_WORDS = 5
ORDER = 4
"""The longest n-grams that BLEU counts."""
GATES = ("case", "lies")
"""Roles that restrict a wording to some messages: a template without variation has no use for them."""
_WORD = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
_NUMBER = re.compile(r"[$€£−-]?\d[\d,.]*(?:–[$€£]?\d[\d,.]*)?(?:%|°C)?")
_SPELT = re.compile(r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|twice)\b(?! of)", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Masked:
    """One article without its names and figures."""

    summary: str
    introduction: tuple[str, ...]
    """The sentences of the introduction, the summary first."""
    paragraphs: tuple[tuple[str, ...], ...]
    """Sentences as printed: two that open with different names do not open alike."""
    body: tuple[str, ...]
    """Every sentence that the engine worded."""


def main() -> None:
    """Reads the command line, renders both samples and prints them side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("dataset", help="the dataset's folder")
    parser.add_argument("--articles", type=int, default=300, help="how many pairs  [default: 300]")
    parser.add_argument("--seed", type=int, default=1, help="which pairs  [default: 1]")
    parser.add_argument("--grammar", default=None, help="the grammar's folder  [default: the shipped one]")
    parser.add_argument("--grammar-checker", action="store_true", help="run Harper over the sample")
    parser.add_argument("--quotes", type=int, default=2, help="findings quoted per rule  [default: 2]")
    parser.add_argument("--most-common", type=int, default=0, help="print so many of the commonest sentences")
    options = parser.parse_args()
    writer = make_writer(options.dataset, options.grammar)
    pairs = list(writer.dataset.pairs)
    if len(pairs) > options.articles:
        pairs = random.Random(options.seed).sample(pairs, options.articles)
    articles = [writer.article(first, second) for first, second in pairs]
    ours = [mask(article, writer) for article in articles]
    flat = unvaried(writer)
    theirs = [mask(flat.article(first, second), flat) for first, second in pairs]
    print(f"{len(pairs)} articles of {writer.dataset.title or writer.dataset.name}\n")
    width = max(len(name) for name, _ in figures(ours, articles))
    print(f"{'':{width}}  {'ours':>10}  {'no variation':>12}")
    plain = figures(theirs, [flat.article(first, second) for first, second in pairs])
    for (name, value), (_, other) in zip(figures(ours, articles), plain, strict=True):
        print(f"{name:{width}}  {value:>10}  {other:>12}")
    if options.most_common:
        _print_commonest(ours, options.most_common)
    if options.grammar_checker:
        _print_findings(articles, writer, options.quotes)


def unvaried(writer: Writer) -> Writer:
    """The same writer with one wording for each sort of message, and one word where there is a choice."""
    patterns = {}
    for key, variants in writer.vocabulary.patterns.items():
        open_to_all = [
            pattern
            for pattern in variants
            if not any(slot.role in GATES or slot.form == "typical" for slot in pattern.slots)
        ]
        patterns[key] = tuple(_settled(pattern) for pattern in (open_to_all[:1] or variants))
    vocabulary = replace(writer.vocabulary, patterns=patterns)
    return replace(
        writer,
        vocabulary=vocabulary,
        lexicaliser=Lexicaliser(vocabulary),
        names={},
        memory=type(writer.memory)(),
    )


def _settled(pattern: Pattern) -> Pattern:
    return replace(
        pattern,
        pieces=tuple(
            Choice(piece.options[:1]) if isinstance(piece, Choice) else piece for piece in pattern.pieces
        ),
    )


def mask(article: Article, writer: Writer) -> Masked:
    """The article's sentences with its names and figures masked."""
    names = {
        text
        for slug in article.subjects
        for length, forms in writer.named(slug).forms.items()
        for text in forms.values()
        if text and length != "pronoun"
    }
    pattern = re.compile(
        "|".join(rf"\b{re.escape(name)}" for name in sorted(names, key=len, reverse=True)) or r"(?!)",
        re.IGNORECASE,
    )

    def masked(text: str) -> str:
        text = _NUMBER.sub("#", pattern.sub("N", text))
        return _SPELT.sub("#", text)

    summary, introduction = "", []
    paragraphs: list[tuple[str, ...]] = []
    body: list[str] = []
    for section in article.sections:
        for block in section.blocks:
            if isinstance(block, Summary):
                summary = masked(block.sentence.text)
                introduction.append(summary)
                body.append(summary)
            elif isinstance(block, Paragraph) and section.id not in ("sources", "closing"):
                sentences = tuple(masked(sentence.text) for sentence in block.sentences)
                paragraphs.append(tuple(sentence.text for sentence in block.sentences))
                body += sentences
                if section.id == "introduction":
                    introduction += sentences
            elif isinstance(block, Answer):
                body += [masked(sentence.text) for sentence in block.sentences]
            elif isinstance(block, ItemList) and section.id in ("takeaways", "choice"):
                body += [masked(item.text) for item in block.items]
    return Masked(summary, tuple(introduction), tuple(paragraphs), tuple(body))


def figures(sample: Sequence[Masked], articles: Sequence[Article]) -> list[tuple[str, str]]:
    """What is printed for one sample, by name."""
    firsts = Counter(article.summary for article in sample)
    everywhere = Counter(
        sentence for article in sample for sentence in {*article.introduction} if "N" in sentence
    )
    said = [sentence for article in sample for sentence in article.introduction]
    introductions = [words(" ".join(article.introduction)) for article in sample]
    likenesses = list(similarities(sample))
    texts = [sentence for article in articles for sentence in running_text(article)]
    lengths = [len(text.split()) for text in texts]
    paragraphs = [paragraph for article in sample for paragraph in article.paragraphs if len(paragraph) > 1]
    return [
        ("most common first sentence", percent(max(firsts.values()) / len(sample))),
        ("different first sentences", percent(len(firsts) / len(sample))),
        (
            "introduction sentences found elsewhere",
            percent(sum(everywhere[sentence] > 1 for sentence in said) / len(said)),
        ),
        ("self-BLEU-4 of introductions, mean of pairs", f"{pairwise_bleu(introductions):.3f}"),
        ("self-BLEU-4 of introductions, against all", f"{bleu_against_all(introductions):.3f}"),
        ("article pairs with Jaccard over 0.5", percent(fmean(value > 0.5 for value in likenesses))),
        ("median Jaccard of article pairs", f"{median(likenesses):.3f}"),
        ("words per sentence", f"{fmean(lengths):.1f}"),
        ("standard deviation of it", f"{pstdev(lengths):.1f}"),
        ("Flesch reading ease", f"{reading_ease(texts):.0f}"),
        (
            "paragraphs with a repeated opener",
            percent(fmean(repeats_opener(paragraph) for paragraph in paragraphs)) if paragraphs else "–",
        ),
    ]


def percent(share: float) -> str:
    """A share with one decimal."""
    return f"{100 * share:.1f}%"


def words(text: str) -> tuple[str, ...]:
    """Words and marks, in lower case."""
    return tuple(_WORD.findall(text.casefold()))


def grams(tokens: Sequence[str], order: int) -> Counter[tuple[str, ...]]:
    """How often each run of so many words occurs."""
    return Counter(zip(*(tokens[start:] for start in range(order)), strict=False))


def bleu(tokens: Sequence[str], ceilings: Sequence[Counter[tuple[str, ...]]], reference_length: int) -> float:
    """BLEU-4 of a text whose n-grams count up to the ceilings; zero counts are smoothed by a half."""
    logarithm = 0.0
    for order, ceiling in enumerate(ceilings, 1):
        own = grams(tokens, order)
        total = sum(own.values())
        if not total:
            return 0.0
        hits = sum(min(count, ceiling[gram]) for gram, count in own.items())
        logarithm += math.log((hits or 0.5) / total) / len(ceilings)
    brevity = min(0.0, 1 - reference_length / len(tokens))
    return math.exp(logarithm + brevity)


def pairwise_bleu(texts: Sequence[tuple[str, ...]]) -> float:
    """The mean BLEU-4 of one text against one other, over a seeded sample of pairs."""
    chance = random.Random(0)
    counted = [[grams(text, order) for order in range(1, ORDER + 1)] for text in texts]
    scores = []
    for _ in range(min(PAIRS_FOR_BLEU, len(texts) * (len(texts) - 1))):
        one, other = chance.sample(range(len(texts)), 2)
        scores.append(bleu(texts[one], counted[other], len(texts[other])))
    return fmean(scores) if scores else 0.0


def bleu_against_all(texts: Sequence[tuple[str, ...]]) -> float:
    """The mean BLEU-4 of each text against all the others together."""
    highest: list[dict[tuple[str, ...], list[int]]] = [{} for _ in range(ORDER)]
    counted = [[grams(text, order) for order in range(1, ORDER + 1)] for text in texts]
    for counters in counted:
        for best, counter in zip(highest, counters, strict=True):
            for gram, count in counter.items():
                best.setdefault(gram, []).append(count)
    for best in highest:
        for counts in best.values():
            counts.sort(reverse=True)
    lengths = sorted(len(text) for text in texts)
    scores = []
    for text, counters in zip(texts, counted, strict=True):
        ceilings = []
        for best, counter in zip(highest, counters, strict=True):
            ceiling: Counter[tuple[str, ...]] = Counter()
            for gram, count in counter.items():
                counts = best[gram]
                others = counts[1:] if counts[0] == count else counts
                ceiling[gram] = others[0] if others else 0
            ceilings.append(ceiling)
        nearest = min((length for length in lengths if length != len(text)), key=lambda n: abs(n - len(text)))
        scores.append(bleu(text, ceilings, min(nearest, len(text))))
    return fmean(scores)


def similarities(sample: Sequence[Masked]) -> Iterator[float]:
    """The Jaccard likeness of every two articles, by runs of masked words."""
    shingled = [
        {gram for sentence in article.body for gram in grams(words(sentence), SHINGLE_WORDS)}
        for article in sample
    ]
    for index, one in enumerate(shingled):
        for other in shingled[:index]:
            common = len(one & other)
            yield common / (len(one) + len(other) - common) if one or other else 0.0


def running_text(article: Article) -> Iterator[str]:
    """Sentences of paragraphs and answers, as printed."""
    for section in article.sections:
        if section.id in ("sources", "closing"):
            continue
        for block in section.blocks:
            if isinstance(block, Paragraph | Answer):
                yield from (sentence.text for sentence in block.sentences)
            elif isinstance(block, Summary):
                yield block.sentence.text


def reading_ease(texts: Iterable[str]) -> float:
    """Flesch's index, on all the sentences together: 60 is plain English, 30 difficult."""
    sentences = tokens = syllables = 0
    for text in texts:
        sentences += 1
        for word in re.findall(r"[A-Za-z]+|\d[\d,.]*", text):
            tokens += 1
            syllables += 1 if word[0].isdigit() else syllables_of(word.lower())
    return 206.835 - 1.015 * tokens / sentences - 84.6 * syllables / tokens


def syllables_of(word: str) -> int:
    """Groups of vowels, less a silent e."""
    count = len(_VOWELS.findall(word))
    return max(1, count - (word.endswith("e") and not word.endswith("le") and count > 1))


def repeats_opener(paragraph: Sequence[str]) -> bool:
    """Whether two neighbours begin with the same two words."""
    openers = [words(sentence)[:2] for sentence in paragraph]
    return any(one == other for one, other in pairwise(openers))


def _print_commonest(sample: Sequence[Masked], count: int) -> None:
    for title, found in (
        ("first sentences", Counter(article.summary for article in sample)),
        (
            "sentences of introductions",
            Counter(sentence for article in sample for sentence in article.introduction[1:]),
        ),
    ):
        print(f"\nmost common {title}")
        for sentence, times in found.most_common(count):
            print(f"{times:5}  {sentence}")


def _print_findings(articles: Sequence[Article], writer: Writer, quotes: int) -> None:
    """What Harper finds in the running text, by rule: how many, and how many that no false alarm explains."""
    own = Vocabulary(writer)
    found: Counter[str] = Counter()
    left: dict[str, list[str]] = {}
    total = 0
    for article in articles:
        text = "\n\n".join(running_text(article))
        total += len(text.split())
        for finding in findings(text):
            found[finding.rule] += 1
            if not is_false_alarm(finding, own):
                left.setdefault(finding.rule, []).append(f"{finding.words!r} in {finding.sentence!r}")
    rate = 1000 * sum(map(len, left.values())) / max(total, 1)
    print(
        f"\nHarper: {sum(found.values())} findings in {total} words; {rate:.2f} per 1,000 words unexplained"
    )
    for rule, count in found.most_common():
        reason = f" ({ALARMS[rule]['reason']})" if rule in ALARMS else ""
        print(f"{count:5}  {len(left.get(rule, ())):5} unexplained  {rule}{reason}")
        for quote in left.get(rule, ())[:quotes]:
            print(f"                   {quote}")


if __name__ == "__main__":
    main()
