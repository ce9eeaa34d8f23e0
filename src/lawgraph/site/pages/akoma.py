"""FRBR addresses of Akoma Ntoso lead to our pages: `/akn/kz/act/2010-04-29/271-IV/eng@2013-07-20/!main~art_7`.

A static site holds a page at the address of each work; a script on its 404.html leads on from what stands behind it.
"""

import sqlite3
from collections.abc import Iterator

from lawgraph.exchange.akoma_naming import AkomaName, name_of, read_address
from lawgraph.law.errors import LawgraphError, UnclearLaw, UnknownLaw
from lawgraph.queries.answers import languages, law_named, laws
from lawgraph.queries.values import LawRow
from lawgraph.site.pages import paths
from lawgraph.site.pages.section import Moved, PageContext, Section


def _open(context: PageContext, steps: tuple[str, ...]) -> Moved | None:
    try:
        named = read_address("/".join(("/akn", *steps)))
    except LawgraphError:
        return None
    law = _law(context.conn, named)
    base = paths.law(law.id, named.lang or languages(context.conn, law.id)[0])
    there = f"{base}/{named.eid}" if named.eid else base
    return Moved(paths.on(there, named.day) if named.day else there)


def _law(conn: sqlite3.Connection, named: AkomaName) -> LawRow:
    """Return the law that was adopted on the day of an address; numbers repeat."""
    found: tuple[LawRow, ...]
    try:
        found = (law_named(conn, named.number),)
    except UnclearLaw as error:
        found = tuple(law_named(conn, each) for each in error.meant)
    for each in found:
        if each.adopted == named.adopted:
            return each
    raise UnknownLaw(named.work, "this law is not held", f"held: {', '.join(name_of(each).work for each in found)}")


def _works(conn: sqlite3.Connection) -> Iterator[str]:
    return (name_of(each).work for each in laws(conn))


AKOMA = Section("akn", _open, _works)
