"""The page that tells when words came into a law and fell away; on files, which answer no words, a search does."""

from dataclasses import dataclass, replace
from datetime import date

from lawgraph.law.days import add_days
from lawgraph.printout import words_found
from lawgraph.printout.words_found import WordsSheet
from lawgraph.queries.seeking import LONGEST, Appearance, WordlessQuestion, WordsFound, appearances, spans
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Expression, head_of
from lawgraph.site.pages.page import READ, PageOfLaw
from lawgraph.site.pages.section import LawSection, PageContext
from lawgraph.site.pages.values import Link, LinkedAct, ShownAnswer, answer_of
from lawgraph.site.pages.wrong import not_understood
from lawgraph.voice.names import provision_name, span_in_words


@dataclass(frozen=True, slots=True)
class ShownDays:
    """Hold days on which words stood in a provision, in words, with their sign and the place of that wording."""

    span: str
    answer: ShownAnswer
    path: str


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """Tell when words came in or fell away, and by which acts."""

    told: str
    acts: tuple[LinkedAct, ...]


@dataclass(frozen=True, slots=True)
class ShownAppearance:
    """Hold one appearance of words as a page shows it."""

    place: Link
    days: tuple[ShownDays, ...]
    turns: tuple[ShownTurn, ...]


@dataclass(frozen=True, slots=True)
class WordsPage(PageOfLaw):
    """Hold when words stood in a law; `summary` is empty where none were asked for."""

    template = "words.html"
    formats = READ

    typed: str
    summary: str
    shown: tuple[ShownAppearance, ...]
    not_told: str
    unheld: tuple[Link, ...]
    sheet: WordsSheet

    def data(self, build: str | None) -> str:  # noqa: ARG002  (as the command)
        """Return what `lawgraph find` gives."""
        return words_found.data(self.sheet)

    def plain(self) -> str:
        """Return what `lawgraph find` prints."""
        return words_found.table(self.sheet)


def words_page(context: PageContext, expression: Expression) -> WordsPage:
    """Return when words stood in a law; stop where nothing was typed that a text could hold."""
    voice, typed = expression.voice, context.asked.words[:LONGEST].strip()
    found = _found(context, expression, typed) if typed else WordsFound("", (), ())
    path = paths.words(expression.law.id, expression.lang)
    own = Link(voice.say("When words came in and fell away"), path)
    links = tuple(Link(provision_name(each, voice), expression.path_near(each)) for each in found.unheld)
    return WordsPage(head_of(expression, f"{own.text} – {expression.name}", path, (own,)), expression, typed,
                     words_found.summary(found, voice) if typed else "",
                     tuple(_shown(expression, each) for each in found.appearances),
                     words_found.unheld(found, voice) if links else "", links,
                     WordsSheet(expression.law, expression.lang, found))


def _found(context: PageContext, expression: Expression, typed: str) -> WordsFound:
    try:
        return appearances(context.conn, expression.law.id, expression.lang, typed)
    except WordlessQuestion:
        path = paths.words(expression.law.id, expression.lang)
        raise not_understood(typed, context.voice.say("There are no words in it."),
                             Link(context.voice.say("Other words"), path), context.voice) from None


def _shown(expression: Expression, each: Appearance) -> ShownAppearance:
    voice = expression.voice
    told = ((words_found.came, each.came), (words_found.went, each.went))
    return ShownAppearance(
        Link(provision_name(each.eid, voice), expression.path_near(each.eid)),
        tuple(_days(expression, each, first or expression.law.adopted, before)
              for first, before, _ in spans(each.versions)),
        tuple(ShownTurn(say(replace(turn, acts=()), voice),
                        tuple(expression.links[act] for act in turn.acts if act in expression.links))
              for say, turn in told))


def _days(expression: Expression, each: Appearance, first: date, before: date | None) -> ShownDays:
    version = next((own for own in each.versions if own.start.latest == first), each.versions[0])
    kind = expression.at[each.eid].kind
    return ShownDays(span_in_words(first, add_days(before, -1) if before else None, expression.voice),
                     answer_of(version, first, kind, expression.voice),
                     paths.on(expression.path_near(each.eid), first))


WORDS = LawSection("words", lambda context, expression, steps: None if steps else words_page(context, expression))
