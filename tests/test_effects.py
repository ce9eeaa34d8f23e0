"""The table of effects tells every change of a law once, and calls no day exact that is not."""

import csv
import json
import sqlite3
from dataclasses import replace
from datetime import date

from built import TODAY, opened
from lawgraph.exchange import told as effects
from lawgraph.law.amendments import SourceKind
from lawgraph.law.days import DayBounds
from lawgraph.queries.answers import amendments_of
from lawgraph.site.pages.data import EffectsPage
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.routes import answer, every_page
from lawgraph.site.pages.section import PageContext, PageRequest
from lawgraph.site.render import Host, PageSetting
from lawgraph.site.representations import representation
from lawgraph.voice.speaking import ENGLISH


def test_every_change_is_a_row_and_its_days_are_those_of_the_database(conn: sqlite3.Connection) -> None:
    rows = list(csv.DictReader(effects.effects(conn, "271-IV").splitlines()))
    told = conn.execute("select target, coalesce(act, ''), action, coalesce(earliest, ''), coalesce(latest, '')"
                        " from amendments where law = 'Z100000271_'")
    assert sorted((each["affected"], each["affecting"], each["type"], each["earliest"], each["latest"])
                  for each in rows) == sorted(map(tuple, told))
    assert all(each["earliest"] == each["latest"] != "" for each in rows if each["day_is"] == "exact")
    assert {"exact", "interval"} <= {each["day_is"] for each in rows}
    assert all(each["basis"] and each["sources"] for each in rows)


def test_what_is_foreseen_open_or_contradicted_is_never_exact(conn: sqlite3.Connection) -> None:
    change = next(each for each in amendments_of(conn, "Z100000271_") if each.operative.exact)
    foreseen = tuple(replace(each, kind=kind) for each in change.sources
                     for kind in (SourceKind.FORESEEN, SourceKind.NOT_UNDERSTOOD))
    crossing = DayBounds(date(2013, 8, 1), date(2013, 7, 1))
    for kind, other in (("exact", change), ("not_settled", replace(change, sources=foreseen)),
                        ("open", replace(change, deferred=True)),
                        ("open", replace(change, operative=DayBounds(date(2013, 7, 1), None))),
                        ("contradicted", replace(change, operative=crossing))):
        assert effects.certainty(other) == kind


def test_the_page_on_both_sites_tells_every_change_and_as_csv_what_the_command_prints(conn: sqlite3.Connection) -> None:
    page = answer(PageContext(conn, PageRequest("/data/effects/Z100000271_"), TODAY, ENGLISH, opened))
    assert isinstance(page, EffectsPage)
    setting = PageSetting(Host.SERVER, TODAY, ENGLISH, lambda path: path)
    told = representation(page, Format.PAGE, setting)
    assert told.count("<tr>") == 1 + len(amendments_of(conn, "Z100000271_"))
    assert "between 14 July and 13 August 2013" in told
    assert representation(page, Format.TABLE, setting) == effects.effects(conn, "271-IV")
    rows = json.loads(representation(page, Format.JSON, setting))["effects"]
    assert {each["day_is"] for each in rows} >= {"exact", "interval"}
    assert "/data/effects/Z100000271_" in set(every_page(conn))
