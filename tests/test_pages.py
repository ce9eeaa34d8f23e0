"""The pages as values and as HTML: what a reader sees, and never sees."""

import json
import re
import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import html5lib
import pytest

from built import TODAY, opened
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import LAW as LAW_ITSELF
from lawgraph.law.eid import Eid
from lawgraph.queries.answers import amendments_of, provision_on, provisions_on
from lawgraph.site.pages.diff import ComparisonsPage, DiffPage
from lawgraph.site.pages.expression import days_around, open_expression
from lawgraph.site.pages.history import HistoryPage
from lawgraph.site.pages.lanes import Lane, Moment, Stretch, picture
from lawgraph.site.pages.law import LawOnDayPage, LawPage
from lawgraph.site.pages.page import Page
from lawgraph.site.pages.provision import ProvisionOnDayPage
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.pages.sentences import acts_sentence, law_sentence, unchanged
from lawgraph.site.pages.values import WordDifference, doubtful
from lawgraph.site.pages.wrong import Unanswerable, WrongPage
from lawgraph.site.render import Host, PageSetting, render
from lawgraph.timeline.comparison import word_changes
from lawgraph.timeline.consolidation import Grade
from lawgraph.voice.names import provision_name
from lawgraph.voice.speaking import ENGLISH, Locale, voice_of

LAW = "/law/Z100000271_/eng"
KINDS = {
    "home": "/", "law": LAW, "law on a day": f"{LAW}/on/2013-07-20", "law before its start": f"{LAW}/on/2009-01-01",
    "law at its start": f"{LAW}/on/2010-05-20", "law after its repeal": f"{LAW}/on/2026-11-20",
    "life of an article": f"{LAW}/art_7", "life of a point": f"{LAW}/art_7__point_1", "life of a chapter": f"{LAW}/chp_2",
    "life of a heading": f"{LAW}/art_8__heading", "life of the preamble": f"{LAW}/preamble",
    "article on a day": f"{LAW}/art_7/on/2013-07-20", "point on a day": f"{LAW}/art_7__point_1/on/2013-07-20",
    "chapter on a day": f"{LAW}/chp_2/on/2013-07-20", "heading on a day": f"{LAW}/art_8__heading/on/2013-07-20",
    "comparisons": f"{LAW}/diff", "comparison": f"{LAW}/diff/2010-06-09/2026-01-20",
    "comparison of nothing": f"{LAW}/diff/2013-07-15/2013-07-16", "act": "/act/124-V", "findings": "/findings",
    "about": "/about", "search": "/search", "elsewhere": "/law/271-IV", "wrong day": f"{LAW}/on/2013-02-30",
    "wrong provision": f"{LAW}/art_99", "wrong law": "/law/X/eng", "wrong language": "/law/271-IV/fra",
    "wrong act": "/act/9999-X", "wrong page": "/nonsense", "too far": f"{LAW}/art_7/on/2013-07-20/more",
}
LONGEST = 150_000


def asked(conn: sqlite3.Connection, path: str, **form: str) -> Page | Moved | WrongPage:
    try:
        return answer(PageContext(conn, PageRequest(path, **form), TODAY, open=opened))
    except Unanswerable as error:
        return error.page


def html(page: Page | Moved | WrongPage, host: Host = Host.SERVER) -> str:
    return render(page, PageSetting(host, TODAY, ENGLISH, lambda path: path))


def words(page: str) -> str:
    """Return the text of a page as it is read aloud."""
    tree = html5lib.parse(page, treebuilder="lxml", namespaceHTMLElements=False)
    return " ".join(" ".join(tree.find(".//main").itertext()).split())


@pytest.mark.parametrize("host", Host)
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_every_kind_of_page_is_valid_html(conn: sqlite3.Connection, path: str, host: Host) -> None:
    page = html(asked(conn, path), host)
    html5lib.HTMLParser(strict=True).parse(page)
    identifiers = re.findall(r'\sid="([^"]+)"', page)
    assert len(identifiers) == len(set(identifiers))
    assert "style=" not in page
    assert not re.search(r'<script(?! type="application/ld\+json">)(?![^>]* src=)', page)
    assert not re.search(r"\son[a-z]+=", page)


@pytest.mark.parametrize("day", ["2010-06-09", "2013-07-20", "2026-01-20"])
def test_the_whole_text_of_the_law_is_a_light_page(conn: sqlite3.Connection, day: str) -> None:
    assert len(html(asked(conn, f"{LAW}/on/{day}")).encode()) < LONGEST


def test_a_day_of_the_law_says_what_is_not_certain_and_shows_the_text(conn: sqlite3.Connection) -> None:
    page = asked(conn, f"{LAW}/on/2013-07-20")
    assert isinstance(page, LawOnDayPage)
    assert page.standing == "The law was in operation on 20 July 2013."
    assert (page.days.first, page.days.last) == (date(2013, 7, 14), date(2013, 8, 12))
    assert (page.days.earlier, page.days.later) == (date(2013, 6, 25), date(2013, 8, 13))
    told = words(html(page))
    assert f"{len(page.doubts)} provisions are not certain, or not held, on this day" in told
    assert "Article 7. Competence of the bodies of internal affairs" in told
    assert told.count("Unofficial translation; only the Kazakh and Russian texts have legal force.") == 1
    uncertain = "№ 124-V excluded it, taking effect between 14 July and 13 August 2013."
    assert f"2) ◔ Uncertain Whether this point was in operation on 20 July 2013 is not certain: {uncertain}" in told
    assert f"1) ◔ Uncertain {uncertain}" in told


@pytest.mark.parametrize("path", [f"{LAW}/on/2013-07-20", f"{LAW}/art_7/on/2013-06-20", f"{LAW}/art_7__point_9/on/2013-06-20"])
def test_what_was_said_of_one_provision_is_not_said_again_of_the_next(conn: sqlite3.Connection, path: str) -> None:
    told = words(html(asked(conn, path)))
    assert told.count("This point was in operation on that day, and its wording is not held") == 1
    assert "○ Not held" in told.partition("This point was in operation on that day")[2] or "point_9" in path


def test_a_known_fault_of_a_translation_stands_at_its_words(conn: sqlite3.Connection) -> None:
    fault = "Known fault of the translation: English: 'prevention of corruption'; Russian: other subjects of prevention of infractions"
    for path in (f"{LAW}/on/2020-01-01", f"{LAW}/art_17/on/2020-01-01"):
        told = words(html(asked(conn, path)))
        assert told.count(fault) == 1
        assert f"support other subjects on the prevention of corruption. {fault}" in told
    heading = "Coordination of activity of subjects on the prevention of corruption"
    assert f"Article 18. {heading} Known fault of the translation:" in words(html(asked(conn, f"{LAW}/on/2020-01-01")))


def test_held_is_explained_where_it_first_stands(conn: sqlite3.Connection) -> None:
    told = words(html(asked(conn, f"{LAW}/on/2013-07-20")))
    assert told.index("● Held A source that we have prints the wording of that day") < told.index("Article 1. Basic definitions used in this Law ● Held")


def test_who_finds_no_wording_reads_where_it_is_before_how_to_cite(conn: sqlite3.Connection) -> None:
    told = words(html(asked(conn, f"{LAW}/art_7__point_9/on/2013-06-20")))
    assert told.index("Where to look it up") < told.index("To cite")
    assert told.count("list of its editions (Russian)") == 1
    held = words(html(asked(conn, f"{LAW}/art_7/on/2013-06-20")))
    assert held.index("To cite") < held.index("Where to look it up")


def test_text_of_other_days_stands_apart_under_its_own_dates(conn: sqlite3.Connection) -> None:
    page = asked(conn, f"{LAW}/art_7__point_9/on/2013-07-20")
    assert isinstance(page, ProvisionOnDayPage)
    assert page.answer.grade is Grade.UNHELD
    assert page.block.text is None
    told = words(html(page))
    assert "Nearest wording held: from 1 May 2017 to 1 March 2026" in told
    assert told.index("Not held") < told.index("Nearest wording held")


def test_an_article_is_never_surer_than_its_parts(conn: sqlite3.Connection) -> None:
    page = asked(conn, f"{LAW}/art_7/on/2013-07-20")
    assert isinstance(page, ProvisionOnDayPage)
    assert page.block.answer.grade is Grade.HELD
    assert page.answer.grade is Grade.PARTLY
    assert "This is the wording in operation" not in words(html(page)).split("To cite")[0]
    assert page.reliance == ("only for the provisions that bear no sign of doubt; cite each of the other 6 on its own; for a court "
                             "use the Russian or Kazakh text")


def test_four_answers_are_never_mixed_up(conn: sqlite3.Connection) -> None:
    told = {name: words(html(asked(conn, path))) for name, path in {
        "never": f"{LAW}/art_99/on/2013-07-20", "not yet": f"{LAW}/art_9-2/on/2013-07-20",
        "not held": f"{LAW}/art_7__point_2/on/2013-07-20", "before the law": f"{LAW}/art_7/on/2009-01-01",
        "before it began": f"{LAW}/on/2010-05-01", "repealed": f"{LAW}/on/2026-11-20",
    }.items()}
    assert "The law has no such provision" in told["never"]
    assert "Not in operation on that day: № 69-VI inserted it, from 26 June 2017." in told["not yet"]
    assert "was in operation on that day, and its wording is not held" in told["not held"]
    assert "The law did not exist on 1 January 2009: it was adopted on 29 April 2010." in told["before the law"]
    assert "The law was not in operation on 1 May 2010" in told["before it began"]
    assert ("The law was not in operation on 20 November 2026: the law was repealed by № 245-VIII, from 2 March 2026."
            in told["repealed"])


def test_where_the_law_itself_is_uncertain_the_provisions_do_not_repeat_it(conn: sqlite3.Connection) -> None:
    page = asked(conn, f"{LAW}/on/2010-05-20")
    assert isinstance(page, LawOnDayPage)
    assert page.standing.startswith("Whether this law was in operation on 20 May 2010 is not certain")
    assert 0 < len(page.doubts) < 60
    assert len(doubtful(page.blocks)) == len(page.doubts)


def test_a_law_whose_sources_speak_no_further_is_probably_in_operation(conn: sqlite3.Connection) -> None:
    expression = open_expression(conn, "271-IV", "eng", TODAY)
    horizon = date(2020, 1, 1)
    unsure = replace(expression, whole=replace(expression.whole, repeals=(), horizon=horizon),
                     law=replace(expression.law, acts_complete_until=None))
    assert law_sentence(unsure, date(2021, 2, 3)) == (
        "The law was probably in operation on 3 February 2021: the sources speak only up to 1 January 2020.")
    assert acts_sentence(unsure) == (
        "Only the acts that its own footnotes name are known; others may have changed it since. "
        "The day on which the text was retrieved is not recorded.")


@pytest.mark.parametrize("eid", [None, "art_7", "art_7__point_1", "chp_2", "preamble"])
def test_an_open_law_answers_for_each_day_as_the_database_does(conn: sqlite3.Connection, eid: str | None) -> None:
    expression = opened(conn, "271-IV", "eng", TODAY)
    own = Eid(eid) if eid else LAW_ITSELF
    turns = [day + timedelta(step) for day in expression.differing for step in (-1, 0, 1)]
    for day in (date(1999, 1, 1), *turns, date(2040, 1, 1)):
        told = provision_on(conn, expression.law.id, "eng", own, day) if eid else \
            provisions_on(conn, expression.law.id, "eng", day)
        assert expression.answers(day, own) == told


def test_an_excluded_point_leaves_its_number_and_one_line(conn: sqlite3.Connection) -> None:
    told = words(html(asked(conn, f"{LAW}/art_7/on/2020-01-01")))
    assert "1) – Not in operation on that day: № 124-V excluded it" in told


def test_the_page_of_a_law_leads_to_its_last_day(conn: sqlite3.Connection) -> None:
    page = asked(conn, LAW)
    assert isinstance(page, LawPage)
    assert page.last_day == date(2026, 3, 1)
    assert len(page.turns) == 29
    assert "Every act that amended it up to 2 March 2026 is known." in words(html(page))


def test_an_act_that_began_between_two_days_is_one_step(conn: sqlite3.Connection) -> None:
    page = asked(conn, f"{LAW}/diff")
    assert isinstance(page, ComparisonsPage)
    step = next(each for each in page.steps if "124-V" in [turning.act.name for turning in each.acts])
    assert (step.bounds, step.compared) == (DayBounds(date(2013, 7, 14), date(2013, 8, 13)), (date(2013, 6, 25), date(2013, 8, 13)))
    assert "Possibly from 14 July 2013, surely from 13 August 2013" in words(html(page))
    assert "What changed on 14 July 2013" not in words(html(page))


@pytest.mark.parametrize(("path", "told"), [
    # Its first possible day changes no answer: all that it changed was not held before.
    (f"{LAW}/diff", "Possibly from 22 July 2017, surely from 21 August 2017 № 91-VI of 11 July 2017"),
    (f"{LAW}/diff", "Possibly from 30 December 2020, surely from 29 January 2021 № 385-VI of 19 December 2020"),
    (f"{LAW}/diff", "Possibly from 10 May 2010, surely from 9 June 2010"), (f"{LAW}/diff", "What changed on 1 May 2017 № 58-VI"),
    (LAW, "№ 91-VI of 11 July 2017 , possibly from 22 July 2017, surely from 21 August 2017"),
    (f"{LAW}/art_7", "№ 547-IV Article 7, point 11-1: inserted; Article 7, point 11-2: inserted (between 29 January and 28 February 2012)"),
    (f"{LAW}/art_7", "№ 159-V Article 7, point 2: excluded; Article 7, point 11: excluded"),
])
def test_what_began_between_two_days_is_never_told_as_of_one(conn: sqlite3.Connection, path: str, told: str) -> None:
    assert told in words(html(asked(conn, path)))


def test_the_life_of_a_provision_tells_versions_acts_and_what_to_look_up(conn: sqlite3.Connection) -> None:
    page = asked(conn, f"{LAW}/art_7__point_1")
    assert isinstance(page, HistoryPage)
    assert [row.answer.grade for row in page.rows] == [Grade.ABSENT, Grade.UNCERTAIN, Grade.UNHELD, Grade.UNCERTAIN]
    assert [change.act and change.act.name for change in page.evidence.changes] == ["124-V", "245-VIII"]
    assert [each.sentence for each in page.evidence.look_up] == [
        ("No act is known to have changed it before № 124-V: read the law as first published. "
         "An edition dated before 3 July 2013 has it (archives date by the adoption of acts).")]
    assert "line 158" in words(html(page))


def test_changes_bear_on_a_provision_as_the_query_says(conn: sqlite3.Connection) -> None:
    expression = open_expression(conn, "271-IV", "eng", TODAY)
    for eid in ("art_7", "art_7__point_1", "chp_2", "art_8__heading", "art_18__para_3__al_2__point_4"):
        assert expression.bearing_on(Eid(eid)) == amendments_of(conn, expression.law.id, Eid(eid)), eid


@pytest.mark.parametrize(("path", "form", "code", "told", "nearest"), [
    (f"{LAW}/on/2013-02-30", {}, 400, "30 February 2013 does not exist. Did you mean 28 February 2013?",
     f"{LAW}/on/2013-02-28"),
    (f"{LAW}/on/2013-13-05", {}, 400, "“2013-13-05” does not exist. Did you mean 5 December 2013?",
     f"{LAW}/on/2013-12-05"),
    (f"{LAW}/on/2013-7-5", {}, 400, "Days are written like 2013-07-20. Did you mean 5 July 2013?",
     f"{LAW}/on/2013-07-05"),
    (LAW, {"on": "20.07.2013"}, 400, "Days are written like 2013-07-20. Did you mean 20 July 2013?",
     f"{LAW}/on/2013-07-20"),
    (f"{LAW}/on/２０１３-07-20", {}, 400, "Days are written like 2013-07-20. Did you mean 20 July 2013?",
     f"{LAW}/on/2013-07-20"),
    (f"{LAW}/on/сегодня", {}, 400, "Days are written like 2013-07-20. Did you mean 24 November 2026?", f"{LAW}/on/2026-11-24"),
    (f"{LAW}/on/yesterday", {}, 400, "“yesterday” is not a day. Days are written like 2013-07-20.", LAW),
    (LAW, {"on": "2011-02-29"}, 400, "29 February 2011 does not exist. Did you mean 28 February 2011?",
     f"{LAW}/on/2011-02-28"),
    (f"{LAW}/on/20130720", {}, 400, "Days are written like 2013-07-20. Did you mean 20 July 2013?", f"{LAW}/on/2013-07-20"),
    (f"{LAW}/on/2013-07", {}, 400, "Days are written like 2013-07-20. Did you mean 1 July 2013?", f"{LAW}/on/2013-07-01"),
    (f"{LAW}/on/2013", {}, 400, "Days are written like 2013-07-20. Did you mean 1 January 2013?", f"{LAW}/on/2013-01-01"),
    (f"{LAW}/art_7/on/0000-01-01", {}, 400, "“0000-01-01” is not a day. Days are written like 2013-07-20.",
     f"{LAW}/art_7"),
    (f"{LAW}/diff/2013-02-31/2014-01-01", {}, 400, "31 February 2013 does not exist. Did you mean 28 February 2013?",
     f"{LAW}/diff/2013-02-28/2014-01-01"),
    (f"{LAW}/diff/2013-01-01", {}, 404, "A comparison needs two days.", f"{LAW}/diff"),
    (f"{LAW}/art_99", {}, 404, "The law has no such provision: “art_99”.", f"{LAW}/art_31"),
    (f"{LAW}/art_7__point_99", {}, 404, "The law has no such provision: “art_7__point_99”.", f"{LAW}/art_7__point_12"),
    ("/law/9-I/eng", {}, 404, "This law is not held: “9-I”.", "/search?q=9-I"),
    ("/law/271-IV/fra", {}, 404, "The text of this law is not held in the language “fra”.", LAW),
    ("/law/271-IV/fra/art_7/on/2013-07-20", {}, 404, "The text of this law is not held in the language “fra”.",
     f"{LAW}/art_7/on/2013-07-20"),
    (f"{LAW}/diff/one/other", {}, 400, "“one” is not a day. Days are written like 2013-07-20.", f"{LAW}/diff"),
    ("/act/9999-X", {}, 404, "This act is not held: “9999-X”.", "/search?q=9999-X"),
    (f"{LAW}/on/20 июля 2013", {}, 400, "Days are written like 2013-07-20. Did you mean 20 July 2013?", f"{LAW}/on/2013-07-20"),
    (f"{LAW}/on/2013 жылғы 31 маусым", {}, 400, "Days are written like 2013-07-20. Did you mean 30 June 2013?",
     f"{LAW}/on/2013-06-30"),
    (f"{LAW}/article_7", {}, 404, "This names no single provision: “article_7”.", f"{LAW}/art_7"),
    (f"{LAW}/art_7__pt_9", {}, 404, "This names no single provision: “art_7__pt_9”.", f"{LAW}/art_7"),
    ("/law/272-IV", {}, 404, "This law is not held: “272-IV”.", "/law/Z100000271_"),
    ("/law/Z100000271/eng", {}, 404, "This law is not held: “Z100000271”.", "/law/Z100000271_"),
    ("/act/124-W", {}, 404, "This act is not held: “124-W”.", "/act/124-V"),
    ("/findings/999", {}, 404, "Nothing stands at this address.", "/findings"),
    ("/laws/letter/Ы", {}, 404, "Nothing stands at this address.", "/laws"),
    ("/data/none", {}, 404, "Nothing stands at this address.", "/data"),
    ("/nonsense", {}, 404, "Nothing stands at this address.", "/"),
])
def test_wrong_input_gives_a_page_that_helps(conn: sqlite3.Connection, path: str, form: dict[str, str], code: int,
                                             told: str, nearest: str) -> None:
    page = asked(conn, path, **form)
    assert isinstance(page, WrongPage)
    assert (page.code, page.wrong, page.nearest.path) == (code, told, nearest)
    assert not isinstance(asked(conn, nearest.partition("?")[0]), WrongPage)


@pytest.mark.parametrize(("locale", "told", "names"), [
    (Locale.ENGLISH, "This can mean several provisions: “ст. 6 п. 3”.",
     ["Article 6, paragraph 1, point 3", "Article 6, paragraph 2, point 3"]),
    (Locale.RUSSIAN, "Это может означать разные положения: «ст. 6 п. 3».",
     ["Статья 6, пункт 1, подпункт 3)", "Статья 6, пункт 2, подпункт 3)"]),
    (Locale.KAZAKH, "Бұл бірнеше ережені білдіруі мүмкін: «ст. 6 п. 3».",
     ["6-бап, 1-тармақ, 3) тармақша", "6-бап, 2-тармақ, 3) тармақша"]),
])
def test_what_can_mean_several_provisions_leads_to_each_on_the_day_that_was_asked_for(
        conn: sqlite3.Connection, locale: Locale, told: str, names: list[str]) -> None:
    with pytest.raises(Unanswerable) as stopped:
        answer(PageContext(conn, PageRequest(f"{LAW}/ст. 6 п. 3/on/2013-06-20"), TODAY, voice_of(locale), opened))
    page = stopped.value.page
    assert (page.wrong, [each.text for each in page.links]) == (told, names)
    assert [each.path for each in page.links] == [f"{LAW}/art_6__para_{each}__point_3/on/2013-06-20" for each in (1, 2)]
    written = html(page)
    assert all(f'href="{each.path}">{each.text}</a>' in written for each in page.links)


@pytest.mark.parametrize(("typed", "near"), [("art_99", "art_31"), ("ст. 99", "art_31"), ("art_7__para_9", "art_7")])
def test_what_is_nearest_is_shown_on_the_day_that_was_asked_for(conn: sqlite3.Connection, typed: str, near: str) -> None:
    page = asked(conn, f"{LAW}/{typed}/on/2013-06-20")
    assert isinstance(page, WrongPage)
    assert page.nearest.path == f"{LAW}/{near}/on/2013-06-20"


@pytest.mark.parametrize(("path", "form", "target"), [
    ("/law/271-IV", {}, LAW), ("/law/Z100000271_", {}, LAW), ("/law", {}, "/"),
    ("/law/271-IV/eng/art_7", {}, f"{LAW}/art_7"), (f"{LAW}/art7", {}, f"{LAW}/art_7"),
    (f"{LAW}/6(2)(4-1)/on/2020-01-01", {}, f"{LAW}/art_6__para_2__point_4-1/on/2020-01-01"),
    (LAW, {"on": "2013-07-20"}, f"{LAW}/on/2013-07-20"), (f"{LAW}/on", {}, LAW),
    (f"{LAW}/art_7", {"on": "2013-07-20"}, f"{LAW}/art_7/on/2013-07-20"), (f"{LAW}/art_7/on", {}, f"{LAW}/art_7"),
    (f"{LAW}/diff", {"first": "2014-01-01", "last": "2013-01-01"}, f"{LAW}/diff/2013-01-01/2014-01-01"),
    (f"{LAW}/diff/2014-01-01/2013-01-01", {}, f"{LAW}/diff/2013-01-01/2014-01-01"), (f"{LAW}/art_7/diff", {}, f"{LAW}/art_7#compare"),
    (f"{LAW}/art. 7/diff", {}, f"{LAW}/art_7/diff"), (f"{LAW}/art_7/diff", {"first": "2014-01-01", "last": "2013-01-01"}, f"{LAW}/art_7/diff/2013-01-01/2014-01-01"), ("/act/124-v", {}, "/act/124-V"),
])
def test_what_is_nearly_right_leads_to_what_was_meant(conn: sqlite3.Connection, path: str, form: dict[str, str],
                                                      target: str) -> None:
    assert asked(conn, path, **form) == Moved(target)


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{ 7 * 7 }}"])
def test_nothing_typed_is_shown_unescaped(conn: sqlite3.Connection, typed: str) -> None:
    for path, form in ((f"/act/{typed}", {}), (f"/law/{typed}/eng", {}), (f"{LAW}/{typed}", {}), (f"/{typed}", {}),
                       (f"{LAW}/on/{typed}", {}), (f"{LAW}/diff/{typed}/{typed}", {}), (LAW, {"on": typed}),
                       ("/law/271-IV/" + typed, {}), ("/search", {"words": typed})):
        page = html(asked(conn, path, **form))
        assert typed not in page or "{{" in typed
        assert "<img" not in page
        assert "49" not in page or "{{" not in typed
        html5lib.HTMLParser(strict=True).parse(page)


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_every_page_has_a_twin_in_json(conn: sqlite3.Connection, path: str) -> None:
    page = asked(conn, path)
    if not isinstance(page, Moved):
        assert json.loads(page.data(None)) or path.endswith("16")


def test_what_went_with_the_law_is_told_once(conn: sqlite3.Connection) -> None:
    page = asked(conn, f"{LAW}/diff/2010-06-09/2026-03-02")
    assert isinstance(page, DiffPage)
    assert len(page.with_the_law) > 200
    assert sum(count for _, count in page.counts) == len(page.rows) + len(page.with_the_law)
    assert len(html(page).encode()) < LONGEST


def test_words_added_and_removed_are_said_and_not_only_coloured(conn: sqlite3.Connection) -> None:
    page = asked(conn, f"{LAW}/diff/2016-01-01/2017-05-01")
    assert isinstance(page, DiffPage)
    one, other = "the local <bodies> shall act", "the regional <bodies> shall act at once"
    row = replace(page.rows[0], words=WordDifference(one, other, word_changes(one, other)))
    told = words(html(replace(page, rows=(row,))))
    assert "the [removed: local ] [added: regional ] <bodies> shall act [added: at once ]" in told


def test_a_provision_is_compared_next_to_its_law(conn: sqlite3.Connection) -> None:
    page = asked(conn, f"{LAW}/art_3/diff/2023-01-01/2023-12-31")
    assert isinstance(page, DiffPage)
    assert [each.eid for each in page.rows] == ["art_3__para_2__point_4"]
    assert [each.act.name for each in page.acts] == ["226-VII"]
    told = html(page)
    assert f'href="{LAW}/diff/2023-01-01/2023-12-31"' in told
    assert "<ins>" not in told
    assert "<del>" not in told


def test_a_comparison_says_once_what_is_the_same_on_both_days(conn: sqlite3.Connection) -> None:
    told = words(html(asked(conn, f"{LAW}/diff/2013-01-01/2014-01-01")))
    assert told.count("The law was in operation") == told.count("The law was in operation on both days.") == 1
    told = words(html(asked(conn, f"{LAW}/diff/2014-01-01/2026-11-24")))
    assert "on both days" not in told


def test_a_comparison_says_what_it_cannot_see(conn: sqlite3.Connection) -> None:
    """Where no act lies between two days nothing is known to differ, which says nothing of words that are not held."""
    page = asked(conn, f"{LAW}/art_8/diff/2010-07-01/2010-07-02")
    assert isinstance(page, DiffPage)
    assert not page.rows
    assert page.unheld
    assert f"Of {page.unheld} provisions the wording of one of these days, or of both, is not held." in words(html(page))


def test_wordings_stand_in_one_text_or_side_by_side(conn: sqlite3.Connection) -> None:
    page = asked(conn, f"{LAW}/diff/2016-01-01/2017-05-01")
    assert isinstance(page, DiffPage)
    one, other = "the local bodies", "the regional bodies"
    row = replace(page.rows[0], words=WordDifference(one, other, word_changes(one, other)))
    told = words(html(replace(page, rows=(row,))))
    assert "the [removed: local ] [added: regional ] bodies" in told
    before, after = told.index("the [removed: local ] bodies"), told.index("the [added: regional ] bodies")
    assert before < after


def test_search_finds_words_numbers_and_acts(conn: sqlite3.Connection) -> None:
    assert "Article 7 – Law 271-IV" in words(html(asked(conn, "/search", words="ст. 7")))
    assert "№ 292-VI" in words(html(asked(conn, "/search", words="292-VI")))
    assert "<mark>" in html(asked(conn, "/search", words="infraction"))
    assert "Nothing was found." in words(html(asked(conn, "/search", words="xylophone")))


@pytest.mark.parametrize(("eid", "name"), [
    ("art_6__para_2__point_4-1", "Article 6, paragraph 2, point 4-1"), ("art_8__heading", "Heading of Article 8"),
    ("preamble", "Preamble"), ("law__heading", "Title of the law"), ("chp_2", "Chapter 2"), ("law", "The whole law"),
    ("art_8__intro", "Introductory text of Article 8"), ("art_18__para_2__al_2", "Article 18, paragraph 2, part 2"),
])
def test_provisions_are_called_as_people_call_them(eid: str, name: str) -> None:
    assert provision_name(Eid(eid)) == name


def test_the_picture_puts_days_where_they_belong() -> None:
    lane = Lane("Article 1", "/law/x/eng/art_1", (
        Stretch(date(2010, 1, 1), date(2015, 1, 1), "held", "held"), Stretch(date(2015, 1, 1), None, "absent", "gone")))
    drawn = picture([lane], [Moment(date(2015, 1, 1), date(2015, 1, 31), "№ 1-V", "/act/1-V")], date(2020, 1, 1))
    held, gone = drawn.lanes[0].bars
    ends = float(held.x.rstrip("%")) + float(held.width.rstrip("%"))
    assert abs(ends - float(gone.x.rstrip("%"))) < 0.1
    assert abs(ends - 50) < 0.1
    assert float(drawn.pins[0].x.rstrip("%")) == pytest.approx(50, abs=0.1)
    assert [tick.label for tick in drawn.ticks if tick.label] == ["2010", "2013", "2016", "2019"]


def test_a_stretch_too_short_to_be_seen_is_drawn_all_the_same() -> None:
    lane = Lane("Article 1", "", (Stretch(date(2010, 1, 1), date(2010, 1, 2), "uncertain", "uncertain"),))
    assert picture([lane], [], date(2030, 1, 1)).lanes[0].bars[0].width == "0.5%"


def test_after_the_repeal_the_page_names_the_act_and_what_came_in_its_place(conn: sqlite3.Connection) -> None:
    page = asked(conn, f"{LAW}/on/2026-11-20")
    assert "repealed by № 245-VIII, from 2 March 2026. № 245-VIII is “On prevention of infractions”." in page.standing  # type: ignore[union-attr]


class TestStretch:
    """What is said of the days around the one that was asked for never says more than which acts are known."""

    @pytest.mark.parametrize(("path", "told"), [
        ("art_7/on/2013-07-20",
         "№ 124-V may have changed it on any day between 14 July and 12 August 2013; the answer is the same for all of these days."),
        ("art_7/on/2015-06-01", "No act changed it between 26 January 2014 and 30 April 2017."),
        ("on/2015-06-01", "No act changed it between 1 January and 31 December 2015."),
        ("art_7/on/2026-05-01", "No act is known to have changed it from 2 March 2026 on."),
        ("art_7/on/2009-01-01", "This day lies before the first day on which anything here can have been in operation."),
    ])
    def test_an_act_whose_first_day_may_lie_in_it_is_named(self, conn: sqlite3.Connection, path: str, told: str) -> None:
        page = answer(PageContext(conn, PageRequest(f"{LAW}/{path}"), TODAY, open=opened))
        assert isinstance(page, ProvisionOnDayPage | LawOnDayPage)
        assert page.unchanged == told

    def test_where_not_every_act_is_known_no_act_is_only_not_known(self, conn: sqlite3.Connection) -> None:
        law = opened(conn, "Z100000271_", "eng", TODAY)
        unsure = replace(law, law=replace(law.law, acts_complete_until=date(2015, 1, 1)))
        days = days_around(law.days_of(Eid("art_7")), date(2015, 6, 1))
        assert unchanged(unsure, Eid("art_7"), days) == (
            "No act is known to have changed it between 26 January 2014 and 30 April 2017.")

    def test_no_act_begins_inside_a_stretch_of_which_none_is_told(self, conn: sqlite3.Connection) -> None:
        law = opened(conn, "Z100000271_", "eng", TODAY)
        for eid in law.stretches.units:
            for day in law.days_of(eid):
                days = days_around(law.days_of(eid), day)
                if unchanged(law, eid, days).startswith("No act changed"):
                    assert not [each.act_name for each in law.bearing_on(eid) for edge in
                                (each.operative.earliest, each.operative.latest)
                                if edge and days.first and days.last and days.first < edge <= days.last], (eid, day)
