"""What two databases say otherwise: as a table for the terminal, as Markdown for a changelog, as HTML, as JSON."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from lawgraph.languages.state import FIRST
from lawgraph.law.days import add_days
from lawgraph.law.eid import Eid
from lawgraph.printout.answers_json import Fields, reason_fields, written
from lawgraph.printout.tables import columns
from lawgraph.printout.writers import document, element, escaped, html_words, marked_words
from lawgraph.timeline.assurance import HeldText, SaidAnswer, Shift, Shifts, Turn
from lawgraph.timeline.comparison import WordChange, word_changes
from lawgraph.voice.names import act_in_words, day_in_words, provision_name, span_in_words, text_in
from lawgraph.voice.recorded import because_sentence

_WIDTH = 100
_MOST_NAMED = 12
_HEADS = ("LAW", "TEXT", "PROVISION", "FROM", "BEFORE", "WAS", "IS", "WHY")
_TITLES = {Turn.LOST: "Sure no more", Turn.GAINED: "Newly sure"}
_CONTENT = "Sure answers with another content"


@dataclass(frozen=True, slots=True)
class _Item:
    """Hold in words what became of provisions that fare the same; `words` are those of another wording."""

    provisions: str
    days: str
    was: str
    now: str
    why: str
    words: tuple[WordChange, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    """Hold under a title the items of each text, with the name of the text."""

    title: str
    texts: tuple[tuple[str, tuple[_Item, ...]], ...]


def table(found: Shifts) -> str:
    """Return a line for each answer and stretch of days, the changed words under it."""
    parts = [_summary(found), *(f"{title}\n{_rows(each)}" for title, each in _by_title(found)),
             *(_texts(title, each) for title, each in _held_by_one(found))]
    return "\n\n".join(parts)


def markdown(found: Shifts) -> str:
    """Return sections for a changelog; provisions that fare the same stand together."""
    parts = [_summary(found)]
    for section in _sections(found):
        parts.append(f"## {section.title}")
        for name, items in section.texts:
            parts += [f"### {escaped(name)}", "\n".join(line for each in items for line in _item(each))]
    for title, texts in _held_by_one(found):
        parts += [f"## {title}", "\n".join(f"- {escaped(_text_named(each))}" for each in texts)]
    return "\n\n".join(parts)


def html(found: Shifts) -> str:
    """Return a document of its own."""
    lines = [element("p", _summary(found))]
    for section in _sections(found):
        lines.append(element("h2", section.title))
        for name, items in section.texts:
            lines += [element("h3", name), "<ul>", *map(_html_item, items), "</ul>"]
    for heading, texts in _held_by_one(found):
        lines += [element("h2", heading), "<ul>", *(element("li", _text_named(each)) for each in texts), "</ul>"]
    return document("What is said otherwise for sure", FIRST, lines)


def json(found: Shifts) -> str:
    """Return the JSON of `lawgraph changed`."""
    return written({"old": found.old, "new": found.new, "changes": [_shift(each) for each in found.found],
                     "gone": [_held(each) for each in found.gone],
                     "come": [_held(each) for each in found.come]})


def _sections(found: Shifts) -> Iterator[_Section]:
    """Give what fared alike together: by weight, then by text, then by days, answers and reasons."""
    for title, every in _by_title(found):
        texts = groupby(every, key=lambda each: each.where)
        yield _Section(title, tuple((_text_named(where), tuple(_items(of_text))) for where, of_text in texts))


def _held_by_one(found: Shifts) -> Iterator[tuple[str, tuple[HeldText, ...]]]:
    """Give the texts that one database alone holds, under what is said of them."""
    every = (("Texts held no more", found.gone), ("Texts newly held", found.come))
    return ((title, texts) for title, texts in every if texts)


def _text_named(text: HeldText) -> str:
    """Return a law in a language by its number."""
    return f"№ {text.number}, {text_in(text.lang)}"


def _summary(found: Shifts) -> str:
    """Return how many sure answers fared how, as a sentence."""
    content, lost, gained = len(found.of_content), len(found.of(Turn.LOST)), len(found.of(Turn.GAINED))
    if not content + lost + gained:
        return "No sure answer differs."
    return f"Sure answers: {content:,} with another content, {lost:,} lost, {gained:,} gained."


def _by_title(found: Shifts) -> Iterator[tuple[str, tuple[Shift, ...]]]:
    every = ((_CONTENT, found.of_content), *((title, found.of(turn)) for turn, title in _TITLES.items()))
    return ((title, shifts) for title, shifts in every if shifts)


def _rows(found: Sequence[Shift]) -> str:
    head, *lines = columns([_HEADS, *map(_row, found)]).splitlines()
    return "\n".join([head, *(line for row, each in zip(lines, found, strict=True) for line in (row, *_words(each)))])


def _row(each: Shift) -> tuple[str, ...]:
    where = each.where
    return (where.law, where.lang, each.eid, str(each.first or "…"), str(each.before or "…"), _grade(each.old),
            _grade(each.new), _why(each))


def _words(each: Shift) -> list[str]:
    return textwrap.wrap(marked_words(_changes(each)), _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _texts(title: str, texts: Iterable[HeldText]) -> str:
    return "\n".join([title, *(f"{each.law}  {each.lang}" for each in texts)])


def _items(found: Iterable[Shift]) -> Iterator[_Item]:
    """Give an item for all provisions that fare the same, in the order of their first ones; rewordings stand alone."""
    alike: dict[object, list[Shift]] = {}
    for each in found:
        own = each.eid if each.turn is Turn.REWORDED else None
        fate = (own, each.first, each.before, _grade(each.old), _grade(each.new), _why(each))
        alike.setdefault(fate, []).append(each)
    for every in alike.values():
        first = every[0]
        named = _named([each.eid for each in every])
        yield _Item(named, _days(first), _grade(first.old), _grade(first.new), _why(first), _changes(first))


def _item(each: _Item) -> Iterator[str]:
    why = f" ({escaped(each.why)})" if each.why else ""
    yield f"- **{escaped(each.provisions)}** {each.days}: was *{each.was}*, is *{each.now}*{why}."
    if each.words:
        yield f"  > {escaped(' '.join(marked_words(each.words).split()))}"


def _html_item(each: _Item) -> str:
    why = f" ({escape(each.why)})" if each.why else ""
    was, now = element("i", each.was), element("i", each.now)
    told = f"{element('b', each.provisions)} {each.days}: was {was}, is {now}{why}."
    words = f"<blockquote>{html_words(each.words)}</blockquote>" if each.words else ""
    return f"<li>{told}{words}</li>"


def _named(eids: Sequence[Eid]) -> str:
    shown = "; ".join(provision_name(each) for each in eids[:_MOST_NAMED])
    return shown + (f"; and {len(eids) - _MOST_NAMED:,} more" if len(eids) > _MOST_NAMED else "")


def _days(each: Shift) -> str:
    last = add_days(each.before, -1) if each.before else None
    if each.first:
        return span_in_words(each.first, last)
    return f"up to {day_in_words(last)}" if last else "on every day"


def _grade(said: SaidAnswer | None) -> str:
    if said is None:
        return "not known"
    return f"{said.in_operation} {said.wording}" if said.wording else str(said.in_operation)


def _why(each: Shift) -> str:
    told = "; ".join(because_sentence(why) for why in each.because)
    return told or ", ".join(act_in_words(act) for act in each.acts)


def _changes(each: Shift) -> tuple[WordChange, ...]:
    if each.turn is not Turn.REWORDED or each.old is None or each.new is None:
        return ()
    return word_changes(each.old.text or "", each.new.text or "")


def _shift(each: Shift) -> Fields:
    return {**_held(each.where), "eid": each.eid, "turn": each.turn, "from": each.first, "before": each.before,
            "old": _said(each.old), "new": _said(each.new),
            "because": [reason_fields(why) for why in each.because], "acts": each.acts}


def _held(text: HeldText) -> Fields:
    return {"law": text.law, "number": text.number, "lang": text.lang}


def _said(said: SaidAnswer | None) -> Fields | None:
    return {"in_operation": said.in_operation, "wording": said.wording, "text": said.text} if said else None
