"""What a page suffers before it reaches anybody: cut ends, misprints, notes in other forms; the truth stays what it was.

A blemish is made by chance, the same for the same page. A page that has no place for one stays whole.
"""

import re
from collections.abc import Callable, Mapping
from itertools import takewhile
from random import Random

from legislature.features import Feature
from legislature.history import History
from legislature.page import BODY, page

_ARTICLE = re.compile(r" Article (\S+)\. ")
_NUMBERED = re.compile(r"(\d+)([.)]) (?=[A-Z]|[a-z])")
_AMENDED = re.compile(r"Footnote\. Article (\S+) (as amended by|in the new wording of) (?!.*; )"
                      r".*?dated (\d\d\.\d\d\.\d{4})(?: № ([\dIVX-]+))?.*")
_GONE = re.compile("xcluded by|alid until")  # such a line leaves a page that names no act
_STATED = re.compile(r"(shall be enforced from \d\d\.\d\d\.20)(\d\d)")
_REPEALED = re.compile(r"since (.*?) according to the (.*)$")
_ENDED = ("The document lost its power as of {day} under the {act}.", "No longer operative since {year}.",
          "Withdrawn by the {act}.", "Overtaken in {year} by another law.", "Replaced by the {act}.",
          "The document is not valid any more.", "Void from {day}", "This Law has lost its power since {day}.",
          "Status: ended", "Lapsed on {day}.", "This Law shall apply until {day}.", "Archive")
Lines = list[str]


def spoiled(history: History) -> str:
    """Return the page of a history with the blemishes of its world."""
    text = page(history)
    rng = Random(f"{history.seed} {history.printed_on}")  # noqa: S311 - invention, not secrecy
    for feature, blemish in BLEMISHES.items():
        if history.has(feature):
            text = "\n".join(blemish(rng, text.split("\n")))
    return text


def blemished(history: History) -> frozenset[Feature]:
    """Return the blemishes that show on the page of a history."""
    has = [feature for feature in BLEMISHES if history.has(feature)]
    return frozenset(has if has and spoiled(history) != page(history) else ())


def _extract(rng: Random, lines: Lines) -> Lines:
    """Leave articles out, with dots in their place, and say that it is an extract."""
    articles = [place for place, line in enumerate(lines) if _ARTICLE.match(line)]
    gone = [place for place in articles[:-1] if rng.random() < 0.5]
    if not gone:
        return lines
    kept = lines
    for place in reversed(gone):
        kept = [*kept[:place], f"{BODY}...", *kept[_end_of(lines, place):]]
    return [kept[0], "", f"{BODY}({rng.choice(('Extract', 'extract', 'Extracts'))})", *kept[1:]]


def _cut_off(rng: Random, lines: Lines) -> Lines:
    """End the page behind an article."""
    articles = [place for place, line in enumerate(lines) if _ARTICLE.match(line)]
    return lines[:rng.choice(articles[1:])] if len(articles) > 1 else lines


def _misprinted(rng: Random, lines: Lines) -> Lines:
    """Misprint the number of a paragraph or point."""
    return _changed(rng, lines, _is_numbered, lambda line: _NUMBERED.sub(
        lambda found: rng.choice((f"{found[1]}, ", f"{found[1]} - ", f"({found[1]}) ", f"p. {found[1]}. ")), line, count=1))


def _run_in(rng: Random, lines: Lines) -> Lines:
    """Let a paragraph or point go on in the line of what stands before it."""
    places = [place for place, line in enumerate(lines) if _is_numbered(line) and place > 1
              and lines[place - 2].startswith(BODY) and not lines[place - 2].startswith(f"{BODY}Footnote")
              and not _GONE.search(lines[place - 2] + line)]
    if not places:
        return lines
    place = rng.choice(places)
    return [*lines[:place - 2], f"{lines[place - 2]} {lines[place].removeprefix(BODY)}", *lines[place + 1:]]


def _dots(rng: Random, lines: Lines) -> Lines:
    """Print dots in the place of a text, or of an article with all that is in it."""
    if rng.random() < 0.5:
        return _changed(rng, lines, _is_text, lambda line: BODY + (_number_of(line) if rng.random() < 0.5 else "") + "...")
    articles = [place for place, line in enumerate(lines) if _ARTICLE.match(line)][:-1]
    if not articles:
        return lines
    place = rng.choice(articles)
    return [*lines[:place], f"{BODY}{rng.choice(('...', '. . . . . .', '…'))}", *lines[_end_of(lines, place):]]


def _on_a_mark(rng: Random, lines: Lines) -> Lines:
    """Let a footnote hang on a mark behind a text, and stand at the end of the page."""
    places = [place for place, line in enumerate(lines) if _AMENDED.match(line.removeprefix(BODY))]
    if not places:
        return lines
    place = rng.choice(places)
    top, mark = _start_of(lines, place), rng.choice(("*", "[1]", "¹", "[^1]"))
    note = lines[place].removeprefix(f"{BODY}Footnote. ")
    texts = [each for each in range(top, place) if _is_text(lines[each])]
    if texts and rng.random() < 0.5:
        top = texts[0]
    else:
        note = re.sub(r"^Article \S+ (.)", lambda found: found[1].upper(), note)
    marked = [*lines[:top], f"{lines[top]}{mark}", *lines[top + 1:place], *lines[place + 1:]]
    return [*marked, f"{BODY}{mark}{':' if mark == '[^1]' else ''} {note}", ""]


def _elsewhere(rng: Random, lines: Lines) -> Lines:
    """Print the footnote of an article under another one."""
    notes = [place for place, line in enumerate(lines) if _AMENDED.match(line.removeprefix(BODY))]
    ends = [_end_of(lines, place) for place, line in enumerate(lines) if _ARTICLE.match(line)]
    if not notes or len(ends) < 2:
        return lines
    place, end = rng.choice(notes), rng.choice(ends)
    note, without = lines[place], [*lines[:place], *lines[place + 1:]]
    end -= end > place
    return [*without[:end], "", note, "", "", *without[end:]]


def _unlabelled(rng: Random, lines: Lines) -> Lines:
    """Print a footnote without the word that tells it from the law's text."""
    form = rng.choice(("({})", "{}", "* {}", "[{}]"))
    return _changed(rng, lines, lambda line: line.startswith(f"{BODY}Footnote. Article"),
                    lambda line: BODY + form.format(line.removeprefix(f"{BODY}Footnote. ")))


def _raised(rng: Random, lines: Lines) -> Lines:
    """Raise the second part of numbers n-m, as some pages do."""
    raised = rng.choice((r"\1<sup>\2</sup>\3", r"\1<sup>\2\3</sup>"))
    inside = re.compile(rf"^({BODY}\d+| Article \d+)-(\d+)([.)])(?= )")
    return [inside.sub(raised, line) for line in lines]


def _struck(rng: Random, lines: Lines) -> Lines:
    """Keep a word that was struck out, with the signs of it."""
    form = rng.choice(("~~{}~~", "<del>{}</del>", "<s>{}</s>"))
    return _changed(rng, lines, _is_text, lambda line: re.sub(
        r"(?<= )the (\w+)", lambda found: f"{form.format('the former')} {found[0]}", line, count=1))


def _twice(rng: Random, lines: Lines) -> Lines:
    """Print the number of the first chapter again over the second."""
    return [re.sub(r"^ Chapter 2\. ", " Chapter 1. ", line) for line in lines]


def _dead(rng: Random, lines: Lines) -> Lines:
    """Tell of an excluded unit in a word that names no act."""
    word = rng.choice(("Repealed.", "[Reserved]", "No longer in force.", "Omitted.", "(excluded)"))
    return _changed(rng, lines, lambda line: "xcluded by Law" in line and _is_numbered(line),
                    lambda line: BODY + _number_of(line) + word)


def _misdated(rng: Random, lines: Lines) -> Lines:
    """Misprint the year of a stated day: ten years before."""
    return _changed(rng, lines, lambda line: line.startswith(BODY) and _year(line) > 10,
                    lambda line: _STATED.sub(lambda found: f"{found[1]}{int(found[2]) - 10:02d}", line, count=1))


def _end_unread(rng: Random, lines: Lines) -> Lines:
    """Tell of the law's end in other words than pages use.

    They stand above the title or behind it, behind the law's number, below it, below the last article or the signature.
    """
    places = [place for place, line in enumerate(lines) if line.startswith(f"{BODY}The document ceased")]
    if not places:
        return lines
    day, act = _REPEALED.findall(lines[places[0]])[0]
    told = rng.choice(_ENDED).format(day=day, year=day[-4:], act=act)
    lines = [line for place, line in enumerate(lines) if place != places[0]]
    number = next(place for place, line in enumerate(lines) if line.startswith("The Law of"))
    last = max(place for place, line in enumerate(lines[:_first_unit(lines)]) if line.startswith(BODY))
    signed = next((place for place, line in enumerate(lines) if line == "\t"), len(lines))
    return rng.choice((
        [BODY + told, "", *lines], [*lines, BODY + told], [*lines[:signed], BODY + told, "", *lines[signed:]],
        [*lines[:number + 1], "", BODY + told, *lines[number + 1:]],
        [*lines[:number + 1], "", told, *lines[number + 1:]],
        [*lines[:last + 1], "", BODY + told, *lines[last + 1:]],
        [f"{lines[0].rstrip()} ({told.rstrip('.')})", *lines[1:]],
        [*lines[:number], f"{lines[number]} {told}", *lines[number + 1:]]))


def _first_unit(lines: Lines) -> int:
    return next(place for place, line in enumerate(lines) if line.startswith((" Chapter", " Article")))


def _foreign(rng: Random, lines: Lines) -> Lines:
    """Leave a footnote in the language in which it was written."""
    return _changed(rng, lines, lambda line: bool(_told(line)), lambda line: f"{BODY}Сноска. {_in_russian(line)}")


def _of_another(rng: Random, lines: Lines) -> Lines:
    """Print the note of another publisher, in plain words and before the text, for a footnote."""
    places = [place for place, line in enumerate(lines) if _told(line)]
    if not places:
        return lines
    place = rng.choice(places)
    found = _told(lines[place])
    top = _start_of(lines, place)
    act = f"the Law of the RK dated {found[3]} № {found[4]}" if found else ""
    note = rng.choice((f"The article is in the wording of {act} (see the previous edition)",
                       f"Article is amended in accordance with {act} (see old version)"))
    return [*lines[:top + 1], "", BODY + note, *lines[top + 1:place], *lines[place + 1:]]


def _changed(rng: Random, lines: Lines, asked: Callable[[str], bool], change: Callable[[str], str]) -> Lines:
    places = [place for place, line in enumerate(lines) if asked(line)]
    if not places:
        return lines
    place = rng.choice(places)
    return [*lines[:place], change(lines[place]), *lines[place + 1:]]


def _is_text(line: str) -> bool:
    said = line.removeprefix(BODY)
    return (said != line and not said.startswith(("Footnote", "Note", "See Article", "Unofficial", "President", "The document"))
            and "This Law" not in said and "of this Law" not in said and "Law of the Republic" not in said)


def _is_numbered(line: str) -> bool:
    return line.startswith(BODY) and bool(_NUMBERED.match(line.removeprefix(BODY))) and "this Law" not in line


def _number_of(line: str) -> str:
    found = re.match(r"[\d-]+[.)] ", line.removeprefix(BODY))
    return found[0] if found else ""


def _told(line: str) -> re.Match[str] | None:
    found = _AMENDED.match(line.removeprefix(BODY))
    return found if found and found[4] else None


def _in_russian(line: str) -> str:
    found = _told(line)
    assert found is not None
    how = "с изменениями, внесенными Законом" if found[2].startswith("as") else "в редакции Закона"
    stated = re.search(r"enforced from (\d\d\.\d\d\.\d{4})", line)
    clause = f" (вводится в действие с {stated[1]})" if stated else ""
    return f"Статья {found[1]} {how} РК от {found[3]} № {found[4]}{clause}."


def _year(line: str) -> int:
    found = _STATED.search(line)
    return int(found[2]) if found else 0


def _start_of(lines: Lines, place: int) -> int:
    return max(each for each in range(place) if _ARTICLE.match(lines[each]))


def _end_of(lines: Lines, place: int) -> int:
    rest = takewhile(lambda line: not line.startswith((" Article ", " Chapter ", " Section ", "\t")), lines[place + 1:])
    return place + 1 + len(list(rest))


BLEMISHES: Mapping[Feature, Callable[[Random, Lines], Lines]] = {
    Feature.EXTRACT: _extract, Feature.CUT_OFF: _cut_off, Feature.NUMBER_MISPRINTED: _misprinted,
    Feature.NUMBER_RUN_IN: _run_in, Feature.DOTS: _dots, Feature.NOTE_ON_MARK: _on_a_mark,
    Feature.NOTE_ELSEWHERE: _elsewhere, Feature.NOTE_UNLABELLED: _unlabelled, Feature.NUMBERS_RAISED: _raised,
    Feature.WORDS_STRUCK: _struck, Feature.CHAPTER_TWICE: _twice, Feature.DEAD_LINE: _dead,
    Feature.DAY_MISPRINTED: _misdated, Feature.END_UNREAD: _end_unread,
    Feature.NOTE_FOREIGN: _foreign, Feature.NOTE_OF_ANOTHER: _of_another}
"""What each feature does to a page."""
