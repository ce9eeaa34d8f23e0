"""What two databases say otherwise: as a table for the terminal, and as Markdown for a changelog."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lawgraph.assurance import HeldText, Said, Shift, Shifts, Turn
from lawgraph.days import add_days
from lawgraph.printout.markdown import escaped
from lawgraph.printout.plain import marked_words
from lawgraph.printout.tables import columns
from lawgraph.voice import act_in_words, because_sentence, day_in_words, provision_name, span_in_words, text_in
from lawgraph.worddiff import word_changes

_WIDTH = 100
_MOST_NAMED = 12
_HEADS = ("LAW", "TEXT", "PROVISION", "FROM", "BEFORE", "WAS", "IS", "WHY")
_TITLES = {Turn.LOST: "Sure no more", Turn.GAINED: "Newly sure"}
_CONTENT = "Sure answers with another content"


def table(found: Shifts) -> str:
    """Return a line for each answer and stretch of days, the changed words under it."""
    parts = [summary(found), *(f"{title}\n{_rows(each)}" for title, each in _sections(found)),
             *(_texts(title, each) for title, each in _held_by_one(found))]
    return "\n\n".join(parts)


def markdown(found: Shifts) -> str:
    """Return sections for a changelog; provisions that fare the same stand together."""
    parts = [summary(found)]
    for title, every in _sections(found):
        parts.append(f"## {title}")
        for where, of_text in groupby(every, key=lambda each: each.where):
            parts += [f"### {escaped(_text_named(where))}", "\n".join(_items(tuple(of_text)))]
    for title, texts in _held_by_one(found):
        parts += [f"## {title}", "\n".join(f"- {escaped(_text_named(each))}" for each in texts)]
    return "\n\n".join(parts)


def summary(found: Shifts) -> str:
    """Return how many sure answers fared how, as a sentence."""
    content, lost, gained = len(found.of_content), len(found.of(Turn.LOST)), len(found.of(Turn.GAINED))
    if not content + lost + gained:
        return "No sure answer differs."
    return f"Sure answers: {content:,} with another content, {lost:,} lost, {gained:,} gained."


def _sections(found: Shifts) -> Iterator[tuple[str, tuple[Shift, ...]]]:
    every = ((_CONTENT, found.of_content), *((title, found.of(turn)) for turn, title in _TITLES.items()))
    return ((title, shifts) for title, shifts in every if shifts)


def _held_by_one(found: Shifts) -> Iterator[tuple[str, tuple[HeldText, ...]]]:
    every = (("Texts held no more", found.gone), ("Texts newly held", found.come))
    return ((title, texts) for title, texts in every if texts)


def _rows(found: Sequence[Shift]) -> str:
    head, *lines = columns([_HEADS, *map(_row, found)]).splitlines()
    return "\n".join([head, *(line for row, each in zip(lines, found, strict=True) for line in (row, *_words(each)))])


def _row(each: Shift) -> tuple[str, ...]:
    where = each.where
    return (where.law, where.lang, each.eid, str(each.first or "…"), str(each.before or "…"), _grade(each.old),
            _grade(each.new), _why(each))


def _words(each: Shift) -> list[str]:
    if each.turn is not Turn.REWORDED:
        return []
    return textwrap.wrap(_marked(each), _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _texts(title: str, texts: Iterable[HeldText]) -> str:
    return "\n".join([title, *(f"{each.law}  {each.lang}" for each in texts)])


def _items(found: Sequence[Shift]) -> Iterator[str]:
    """Give an item for all provisions that fare the same, in the order of their first ones; rewordings stand alone."""
    alike: dict[object, list[Shift]] = {}
    for each in found:
        own = each.eid if each.turn is Turn.REWORDED else None
        fate = (own, each.first, each.before, _grade(each.old), _grade(each.new), _why(each))
        alike.setdefault(fate, []).append(each)
    for every in alike.values():
        first = every[0]
        named = escaped(_named([each.eid for each in every]))
        why = f" ({escaped(_why(first))})" if _why(first) else ""
        yield f"- **{named}** {_days(first)}: was *{_grade(first.old)}*, is *{_grade(first.new)}*{why}."
        if first.turn is Turn.REWORDED:
            yield f"  > {escaped(' '.join(_marked(first).split()))}"


def _named(eids: Sequence[str]) -> str:
    shown = "; ".join(provision_name(each) for each in eids[:_MOST_NAMED])
    return shown + (f"; and {len(eids) - _MOST_NAMED:,} more" if len(eids) > _MOST_NAMED else "")


def _days(each: Shift) -> str:
    last = add_days(each.before, -1) if each.before else None
    if each.first:
        return span_in_words(each.first, last)
    return f"up to {day_in_words(last)}" if last else "on every day"



def _grade(said: Said | None) -> str:
    if said is None:
        return "not known"
    return f"{said.in_operation} {said.wording}" if said.wording else str(said.in_operation)


def _why(each: Shift) -> str:
    told = "; ".join(because_sentence(why) for why in each.because)
    return told or ", ".join(act_in_words(act) for act in each.acts)


def _marked(each: Shift) -> str:
    old, new = (said.text or "" if said else "" for said in (each.old, each.new))
    return marked_words(word_changes(old, new))


def _text_named(text: HeldText) -> str:
    return f"№ {text.number}, {text_in(text.lang)}"
