"""Laws that are long in one way at a time: to see how work grows with it, in tests and in benchmarks.

Each is a page of a law in English as it is printed. What does not grow stays as it is: in a law of many acts each act
changes a point of its own.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.acts import LawNotes
from lawgraph.law.authors import Act, ActKind
from lawgraph.parsing.document import parse
from lawgraph.reading.plain import read_plain

ADOPTED = date(2000, 1, 10)
_HEAD = (" On the keeping of sundials", "The Law of the Republic of Kazakhstan dated 10 January, 2000 No. 20-II.",
         " Chapter 1. General provisions")
_IN_EACH_CHAPTER = 20
_KNOWN_ACTS = 12


def of_articles(count: int) -> str:
    """Return a law of so many articles in chapters, some changed by one of a dozen acts, some citing others."""
    return _page(line for number in range(1, count + 1) for line in _article(number, count))


def of_points(count: int) -> str:
    """Return a law whose one article lists so many points, some of them excluded or inserted by one of a dozen acts."""
    return _page([" Article 1. What a sundial has", "1. A sundial has:", *_points(count),
                  f"Footnote. Article 1 as amended by {_acts(range(_KNOWN_ACTS))}."])


def of_acts(count: int) -> str:
    """Return a law with an article for each of so many acts, which changes it."""
    return _page(line for number in range(count) for line in (
        f" Article {number + 1}. Sundial of the town {number + 1}", f"The town {number + 1} keeps a sundial.",
        f"Footnote. Article {number + 1} as amended by {_acts([number])}."))


def of_acts_in_one_footnote(count: int) -> str:
    """Return a law whose one footnote names so many acts."""
    return _page([" Article 1. The sundial", "1. The sundial is kept by the town.",
                  f"Footnote. Article 1 as amended by {_acts(range(count))}.",
                  " Article 2. The noon", "The noon is told by the sundial."])


def of_unread_notes(count: int) -> str:
    """Return a law of one article with so many points, and as many notes that nobody can read."""
    return _page([" Article 1. What a sundial has", "1. A sundial has:",
                  *(line for number in range(1, count + 1) for line in (
                      f"{number}) a mark of the hour {number};", f"Footnote. The mark {number} was seen by nobody."))])


def of_own_days(count: int) -> str:
    """Return a law whose one article tells in so many paragraphs of the days of as many points of its annex."""
    return _page([" Article 1. The days of the Rules",
                  *(f"{number}. Point {number} of the Rules shall be enforced from 01.01.2014." for number in range(1, count + 1)),
                  "Annex 1", "The Rules of the hours", *(f"{number}. The hour {number}." for number in range(1, count + 1))])


def sources(*pages: str) -> LawSources:
    """Return the sources of a law with these editions, each of which speaks for a day of its own."""
    editions = tuple(Edition("eng", f"eng{place}.txt", parse(read_plain(text), "eng"), official=False,
                             day=ADOPTED + timedelta(days=40 * (place + 1)) if len(pages) > 1 else None)
                     for place, text in enumerate(pages))
    return LawSources("Z000000020_", "20-II", ADOPTED, Act("20-II", ADOPTED, ActKind.LAW), editions, (), LawNotes())


def of_editions(count: int) -> tuple[str, ...]:
    """Return so many editions of a law of ten articles, which a dozen acts change one after the other."""
    return tuple(_page(line for number in range(1, 11) for line in _edited(number, place * _KNOWN_ACTS // count))
                 for place in range(count))


def _edited(number: int, acts: int) -> Iterator[str]:
    """Give an article as it stands after so many acts, of which each changes one article."""
    told = [act for act in range(acts) if act % 10 == number - 1]
    yield f" Article {number}. Sundial of the town {number}"
    yield f"The town {number} keeps {len(told) + 1} sundials."
    if told:
        yield f"Footnote. Article {number} as amended by {_acts(told)}."


def _article(number: int, count: int) -> Iterator[str]:
    if number % _IN_EACH_CHAPTER == 0:
        yield f" Chapter {number // _IN_EACH_CHAPTER + 1}. Sundials of the district {number // _IN_EACH_CHAPTER}"
    yield f" Article {number}. Sundial of the town {number}"
    yield f"1. The town {number} keeps a sundial, as Article {number * 7 % count + 1} of this Law says:"
    yield from (f"{point}) by the plan {point} of paragraph 2 of this article;" for point in (1, 2, 3))
    yield "2. The hours are told to all who ask, as paragraph 1 of this article says."
    if number % 3 == 0:
        yield f"Footnote. Article {number} as amended by {_acts([number % _KNOWN_ACTS])}."


def _points(count: int) -> Iterator[str]:
    for number in range(1, count + 1):
        if number % 10 == 0:
            yield f"{number}) is excluded by {_acts([number % _KNOWN_ACTS])};"
        else:
            yield f"{number}) a mark of the hour {number};"
        if number % 25 == 0:
            yield f"{number}-1) a mark of the half hour after {number};"


def _acts(numbers: Iterable[int]) -> str:
    """Return acts as a footnote names them: one every ten days."""
    return "; ".join(
        f"the Law of the Republic of Kazakhstan dated {_adopted(number):%d.%m.%Y} № {number + 100}-II "
        "(shall be enforced ten calendar days after the day of its first official publication)" for number in numbers)


def _adopted(number: int) -> date:
    return ADOPTED + timedelta(days=30 + 10 * number)


def _page(lines: Iterable[str]) -> str:
    return "\n\n".join((*_HEAD, *lines)) + "\n"


LONG: dict[str, Callable[[int], str]] = {
    "articles": of_articles, "points in a list": of_points, "acts": of_acts,
    "notes that are not read": of_unread_notes, "acts in one footnote": of_acts_in_one_footnote,
    "days of its own": of_own_days}
