"""Print what the public page shows of an invented law on a day, in the habit of corpus/Z100000271_/eng.txt.

The page is lossy: a footnote names an article and the acts that changed it since it was adopted, inserted or last newly
worded; an excluded point keeps its number with an editorial line until the number is used again or its container is
newly worded; an excluded article keeps its heading.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from lawgraph.law.amendments import Action, OperationRule, RuleKind
from legislature.features import Feature
from legislature.history import ENDING, WHOLE, Event, History, TrueAct, apply, undo, within
from legislature.shapes import is_chapter, named_chapter, order_of, step_of

BODY = "\N{NO-BREAK SPACE}" * 5 + " "
_TABS = "\n\n\t\t\t\t\t\n\t\t\t\n\t\t\t\n\t\t\tUnofficial translation\n\t\t\n\t\t\t\t\t\n"
_SIGNATURE = f"\t\n{BODY}President\n\n\nof the Republic of Kazakhstan \n\n\t\nN. Invented\n"
_LAW = "Law of the Republic of Kazakhstan"
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")
_COUNTS = {3: "three", 6: "six", 10: "ten", 30: "thirty", 60: "sixty"}
_AFTER = ("shall be enforced upon expiry of {} after its first official publication",
          "shall be enforced {} after the day of its first official publication",
          "shall enter into force upon expiry of {} after the day of its first official publication")
_DEFERRED = "see Article 2 for the order of entry into force"
SUSPENSION = "The operation of Article {} is suspended until {} by the {}"
"""How a suspension is printed; no English source at hand holds an example."""


@dataclass(slots=True)
class _Notes:
    """Hold what footnotes tell of one article, chapter heading, preamble or title."""

    origin: tuple[str, TrueAct] | None = None
    amended: list[TrueAct] = field(default_factory=list)
    heading: list[TrueAct] = field(default_factory=list)
    suspended: list[Event] = field(default_factory=list)
    kept_heading: str = ""
    until: date | None = None
    foreseen: list[Event] = field(default_factory=list)
    rules: dict[str, set[OperationRule]] = field(default_factory=dict)


@dataclass(slots=True)
class _Page:
    """Hold the law as the page shows it."""

    history: History
    texts: dict[str, str]
    editorial: dict[str, Event] = field(default_factory=dict)
    notes: dict[str, _Notes] = field(default_factory=dict)
    words: list[Event] = field(default_factory=list)
    repeal: Event | None = None

    def of(self, eid: str) -> _Notes:
        """Return the notes on a unit."""
        return self.notes.setdefault(eid, _Notes())


def page(history: History) -> str:
    """Print the English page of the day on which the history is printed."""
    return "".join(_printed(history, _shown(history)))


def printed_texts(history: History) -> Mapping[str, str]:
    """Return the texts that the page prints: without acts left out, and as they last were where the law is repealed."""
    return _shown(history).texts


def named_acts(history: History) -> frozenset[str]:
    """Return the numbers of the acts that the page names anywhere."""
    shown = _shown(history)
    noted = [act for notes in shown.notes.values() for act in (*notes.amended, *notes.heading)]
    origins = [notes.origin[1] for notes in shown.notes.values() if notes.origin]
    events = [*shown.editorial.values(), *shown.words, *([shown.repeal] if shown.repeal else [])]
    events += [event for notes in shown.notes.values() for event in notes.suspended]
    return frozenset(act.number for act in (*noted, *origins, *(event.act for event in events)))


def _shown(history: History) -> _Page:
    shown = _Page(history, dict(history.original))
    for event in history.events:
        if history.shows(event):
            before, notes, until = dict(shown.texts), dict(shown.notes), event.change.until
            _show(shown, event)
            if until and until <= history.printed_on and event.change.action in WHOLE:
                undo(shown.texts, event.change, before)
                shown.notes = notes
                shown.editorial.pop(event.change.eid, None)
    for event in history.foreseen:
        article = event.change.article
        if article in shown.texts and not (event.change.eid == article and event.change.action is Action.INSERTION):
            shown.of(article).foreseen.append(event)
    return shown


def _show(shown: _Page, event: Event) -> None:
    change = event.change
    if change.action is Action.REPEAL:
        shown.repeal = event
        return
    if change.action in WHOLE:
        shown.editorial = {eid: each for eid, each in shown.editorial.items() if not change.covers(eid)}
    if change.action in ENDING and step_of(change.eid)[1] in ("point", "para"):
        shown.editorial[change.eid] = event
    _note(shown, event)
    apply(shown.texts, change)


def _note(shown: _Page, event: Event) -> None:
    change, article = event.change, event.change.article
    if change.words is not None:
        shown.words.append(event)
    elif is_chapter(change.eid):
        kept = not shown.history.has(Feature.SUSPENSION_DROPPED)
        shown.notes = {eid: _Notes(suspended=notes.suspended if kept else []) if change.covers(eid) else notes
                       for eid, notes in shown.notes.items()}
        _begin_anew(shown, change.eid, event)
    elif article is None:
        shown.of(change.eid).heading = [event.act]
    elif change.action is Action.SUSPENSION:
        shown.of(article).suspended.append(event)
    elif change.eid == article:
        _begin_anew(shown, article, event)
    else:
        _note_in_article(shown, _noting(shown, article, event), event)


def _begin_anew(shown: _Page, article: str, event: Event) -> None:
    verbs = {Action.INSERTION: "inserted", Action.SUBSTITUTION: "reworded", Action.EXPIRY: "expired"}
    suspended = [] if shown.history.has(Feature.SUSPENSION_DROPPED) else shown.of(article).suspended
    notes = _Notes((verbs.get(event.change.action, "excluded"), event.act), suspended=suspended)
    notes.until = event.change.operative
    notes.kept_heading = shown.texts.get(f"{article}__heading", "")
    shown.notes[article] = notes


def _noting(shown: _Page, article: str, event: Event) -> _Notes:
    """Return the notes that tell of a change in an article: its own, or in some worlds its chapter's; not of a heading."""
    at_chapter = shown.history.has(Feature.NOTED_AT_CHAPTER) and not event.change.eid.endswith("__heading")
    if at_chapter and event.act.style % 2 and event.change.operative.day % 2:
        notes = shown.of(shown.history.chapter_of(article))
        notes.rules.setdefault(event.act.number, set()).add(event.change.rule)
        return notes
    return shown.of(article)


def _note_in_article(shown: _Page, notes: _Notes, event: Event) -> None:
    change = event.change
    heading = change.eid.endswith("__heading")
    if heading and change.own_note and event.act not in notes.heading:
        if shown.history.has(Feature.HEADING_NOTED_ONCE):
            notes.heading.clear()
        notes.heading.append(event.act)
    if (not heading or change.article_note) and event.act not in notes.amended:
        notes.amended.append(event.act)


def _printed(history: History, shown: _Page) -> Iterator[str]:
    yield from _front(history, shown)
    articles = sorted({*(eid for eid in shown.texts if step_of(eid)[:2] == ("", "art")),
                       *(eid for eid, notes in shown.notes.items() if eid.startswith("art_") and notes.kept_heading)},
                      key=order_of)
    beneath = _by_article(shown)
    standing = [eid for eid in shown.texts if is_chapter(eid)]
    gone = [eid for eid, notes in shown.notes.items() if is_chapter(eid) and notes.kept_heading]
    section = ""
    for chapter in sorted({*standing, *gone}, key=order_of):
        if step_of(chapter)[0] != section:
            section = step_of(chapter)[0]
            yield f" Section {section.removeprefix('sec_')}. {shown.texts[f'{section}__heading']}\n"
        yield from _chapter(shown, chapter)
        for article in (each for each in articles if history.chapter_of(each) == chapter):
            yield from _article(shown, article, chapter, beneath.get(article, []))
    yield _SIGNATURE


def _front(history: History, shown: _Page) -> Iterator[str]:
    adopted = history.adopted
    last = history.chapters[-1][0].removeprefix("art_")
    yield f" {shown.texts['law__heading']}{_TABS}"
    yield f"The {_LAW} dated {adopted.day} {_MONTHS[adopted.month - 1]}, {adopted.year} No. {history.number}.\n\n"
    yield f"{BODY}Unofficial translation\n\n"
    if shown.repeal:
        act, change = shown.repeal.act, shown.repeal.change
        yield (f"{BODY}The document ceased to be valid since {_american(change.operative)} according to the {_LAW} of "
               f"{_american(act.adopted)} No. {act.number}\n\n")
    for act in shown.of("law__heading").heading:
        yield f"{BODY}Footnote. Title is in the wording of the {_reference(act, _rule(act, 'law__heading'))}.\n\n"
    for event in shown.words:
        old, new = event.change.words or ("", "")
        done = f"substituted respectively by the words “{new}”" if new else "excluded"
        yield (f"{BODY}Footnote. Throughout the whole text, the words “{old.strip()}” are {done} by the "
               f"{_reference(event.act, event.change.rule)}.\n\n")
    yield f"{BODY}Note!\n\n{BODY}See Article {last} for the enactment procedure of the {_LAW}. \n\n"
    yield f"{BODY}{shown.texts['preamble']}\n"
    for act in shown.of("preamble").heading:
        yield f"\n{BODY}Footnote. Preamble is in the wording of the {_reference(act, _rule(act, 'preamble'))}.\n\n\n"


def _chapter(shown: _Page, chapter: str) -> Iterator[str]:
    number, notes = step_of(chapter)[2], shown.notes.get(chapter) or _Notes()
    yield f" Chapter {number}. {shown.texts.get(f'{chapter}__heading', notes.kept_heading)}\n"
    if told := _told(notes, chapter, ""):
        yield f"\n{BODY}Footnote. {told}.\n\n\n"
    for act in shown.of(f"{chapter}__heading").heading:
        told = _reference(act, _rule(act, f"{chapter}__heading"))
        yield f"\n{BODY}Footnote. The heading of {named_chapter(chapter)} in the wording of the {told}.\n\n\n"


def _article(shown: _Page, article: str, chapter: str, beneath: list[str]) -> Iterator[str]:
    notes = shown.notes.get(article) or _Notes()
    number = article.removeprefix("art_")
    heading = shown.texts.get(f"{article}__heading", notes.kept_heading)
    yield f" Article {number}. {heading}\n"
    if notes.heading:
        told = _acts(notes.heading, f"{article}__heading")
        yield f"\n{BODY}Footnote. The heading of Article {number} is as amended by the {told}.\n"
    for event in notes.foreseen:
        yield f"\n{BODY}Note of ILLI! Article {number} is provided to be {_foreseen(event, article)}.\n"
    yield from _body(shown, beneath)
    told = _told(notes, article, chapter)
    for footnote in (*((told,) if told else ()), *(_suspended(number, event) for event in notes.suspended)):
        yield f"\n{BODY}Footnote. {footnote}.\n"
    if told or notes.heading or notes.suspended or notes.foreseen:
        yield "\n\n"


def _body(shown: _Page, beneath: list[str]) -> Iterator[str]:
    last = {step_of(eid)[:2]: eid for eid in beneath}
    for eid in beneath:
        _, prefix, number = step_of(eid)
        mark = f"{number}) " if prefix == "point" else f"{number}. " if prefix == "para" else ""
        if eid in shown.editorial:
            end = "." if last[step_of(eid)[:2]] == eid else ";"
            yield f"\n{BODY}{mark}{_editorial(shown.editorial[eid], number)}{end}\n"
        elif shown.texts[eid]:
            yield f"\n{BODY}{mark}{shown.texts[eid]}{_end(shown.texts[eid], eid, last)}\n"


def _editorial(event: Event, number: str) -> str:
    act, change = event.act, event.change
    if change.action is Action.EXPIRY:
        told = f" ({_DEFERRED})" if act.style % 2 else ""
        return (f"Was valid until {_day(change.operative)} in accordance with the {_LAW} dated {_day(act.adopted)} "
                f"№ {act.number}{told}")
    word = "is excluded" if "-" in number else "Is excluded"
    return f"{word} by {_LAW} № {act.number} dated {_day(act.adopted)} ({_clause(act, change.rule)})"


def _end(text: str, eid: str, last: Mapping[tuple[str, str], str]) -> str:
    """Return the mark that a text gets from its place in a list."""
    if text.endswith((":", ".")):
        return ""
    key = step_of(eid)[:2]
    holder = step_of(eid)[0]
    nested = step_of(holder)[1] == "point" and last.get(step_of(holder)[:2]) != holder
    return "." if last[key] == eid and not nested else ";"


def _by_article(shown: _Page) -> dict[str, list[str]]:
    """Return what is printed beneath each article, the article's own text first, in order."""
    beneath: dict[str, list[str]] = {}
    for eid in sorted((each for each in (*shown.texts, *shown.editorial) if each.startswith("art_")), key=order_of):
        if not eid.endswith("__heading"):
            beneath.setdefault(eid.partition("__")[0], []).append(eid)
    return beneath


def _foreseen(event: Event, article: str) -> str:
    whole = {Action.EXCLUSION: "excluded by", Action.SUBSTITUTION: "stated in the new wording by"}
    verb = whole.get(event.change.action, "amended by") if event.change.eid == article else "amended by"
    return f"{verb} the {_reference(event.act, event.change.rule)}"


def _told(notes: _Notes, unit: str, chapter: str) -> str:
    """Return what the footnote of an article or chapter says; an article stands in a `chapter`."""
    named = f"Article {unit.removeprefix('art_')}" if chapter else named_chapter(unit)
    amended = _acts(notes.amended, unit, notes.rules) if notes.amended else ""
    if notes.origin is None:
        return f"{named} as amended by {amended}" if amended else ""
    verb, act = notes.origin
    first = _reference(act, _rule(act, unit))
    more = f"; as amended by {amended}" if amended else ""
    if verb == "inserted":
        place = named_chapter(chapter) if chapter else "The Law"
        return f"{place} is supplemented by {named} in accordance with {first}{more}"
    if verb == "expired" and notes.until:
        return (f"{named} was valid until {_day(notes.until)} in accordance with the {_LAW} dated {_day(act.adopted)} "
                f"№ {act.number}")
    return f"{named} {'in the new wording of' if verb == 'reworded' else 'is excluded by'} {first}{more}"


def _suspended(number: str, event: Event) -> str:
    until = event.change.until
    return SUSPENSION.format(number, _day(until) if until else "", _reference(event.act, event.change.rule))


def _acts(acts: list[TrueAct], within_unit: str, noted: Mapping[str, set[OperationRule]] = MappingProxyType({})) -> str:
    """Name acts in order of adoption, only the first with the word "Law"."""
    ordered = sorted(acts, key=lambda act: act.adopted)
    named = [_reference(act, _only(noted[act.number]) if act.number in noted else _rule(act, within_unit))
             for act in ordered]
    return "; ".join([named[0], *(each.removeprefix(f"{_LAW} ") for each in named[1:])])


def _rule(act: TrueAct, within_unit: str) -> OperationRule:
    """Return the rule that a footnote on a unit prints; an act that has several for it is left to its own Article 2."""
    return _only({change.rule for change in act.changes if within(change.eid, within_unit)})


def _only(rules: set[OperationRule]) -> OperationRule:
    return next(iter(rules)) if len(rules) == 1 else OperationRule(RuleKind.SEE)


def _reference(act: TrueAct, rule: OperationRule) -> str:
    day = _day(act.adopted) if act.style % 3 else _american(act.adopted)
    if act.style < 3:
        return f"{_LAW} № {act.number} dated {day} ({_clause(act, rule)})"
    return f"{_LAW} dated {day} № {act.number} ({_clause(act, rule)})"


def _clause(act: TrueAct, rule: OperationRule) -> str:
    if act.defers or rule.kind is RuleKind.SEE:
        return _DEFERRED
    if rule.day is not None:
        return f"shall be enforced from {_day(rule.day)}"
    if rule.kind is RuleKind.ON_PUBLICATION:
        return "shall be enforced from the day of its first official publication"
    term = f"{_COUNTS[rule.months]} months" if rule.months else f"{_COUNTS[rule.days or 10]} calendar days"
    return _AFTER[act.style % 3].format(term)


def _day(day: date) -> str:
    return f"{day.day:02d}.{day.month:02d}.{day.year}"


def _american(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
