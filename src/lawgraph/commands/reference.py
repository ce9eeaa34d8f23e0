"""Write the reference in docs/ from the program itself: `python -m lawgraph.commands.reference docs`.

The command line comes from the commands, the JSON from `printout/shapes.toml`, the tables and queries from their
declarations. A test writes it anew and compares, so that it cannot go stale.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from lawgraph.commands.cli import COMMANDS, STATUSES, main
from lawgraph.database.declaring import Column, Table
from lawgraph.database.schema import TABLES
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import LAW
from lawgraph.law.versions import Presence, Version, Wording
from lawgraph.printout.exports import EVERY_ANSWER, EVERY_SHAPE, Field, Shape
from lawgraph.queries.answers import NAMED, Query
from lawgraph.voice.sentences import sign

_MADE = "<!-- Made by `python -m lawgraph.commands.reference docs`; change the program, not this file. -->"


def pages() -> dict[str, str]:
    """Return the pages of the reference by file name."""
    return {name: "\n\n".join(parts) + "\n" for name, parts in (
        ("cli.md", _command_line()), ("json.md", _json()), ("tables.md", _tables()))}


def write(folder: Path) -> None:
    """Write the pages into a folder."""
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


def _command_line() -> Iterator[str]:
    yield from ("# The command line", _MADE)
    yield ("An answer goes to stdout. What cannot be done gives one line on stderr with the place, what is wrong there "
           "and what to do, never a traceback; what was there before stays whole.")
    yield _grid(("exit status", "says"), *((str(status), told) for status, told in STATUSES.items()))
    yield ("The commands that read build the database when it is missing, and build it anew when `corpus/` or "
           "`amendments/` has changed since; with `--no-build` they refuse instead.")
    yield from _signs()
    yield from _shells()
    above = click.Context(main, info_name="lawgraph", terminal_width=100, help_option_names=["-h", "--help"])
    yield _help(main, above)
    for name in COMMANDS:
        command = main.get_command(above, name)
        if command:
            own = click.Context(command, above, name)
            yield from (f"## lawgraph {name}", _help(command, own))
            inner = command.commands if isinstance(command, click.Group) else {}
            for each, part in inner.items():
                yield from (f"### lawgraph {name} {each}", _help(part, click.Context(part, own, each)))


def _signs() -> Iterator[str]:
    yield "## The signs"
    yield ("A sign tells the same on every page, sheet and picture; data say it in two words, "
           "`in_operation` and `wording`.")
    nowhere = DayBounds(None, None)
    told: dict[tuple[str, str], list[str]] = {}
    for presence, wording in ((presence, wording) for presence in Presence for wording in (*Wording, None)):
        if (wording is None) == (presence is Presence.NO):
            shown = sign(Version(LAW, nowhere, nowhere, presence, wording, None, ()))
            told.setdefault(shown, []).append(f"`{presence}` + `{wording}`" if wording else f"`{presence}`")
    yield _grid(("sign", "word", "in the data"), *((mark, word, ", ".join(values))
                                                   for (mark, word), values in told.items()))
    yield ("“Held” is no court's holding: a source that we have prints the wording, and nothing that could have "
           "changed it lies between it and the day. What lawyers call in force, reworded and deleted is called in "
           "operation, newly worded and excluded here, as the acts themselves say.")


def _shells() -> Iterator[str]:
    yield from ("## Completion", "Commands, options and their values are completed by the shell, once it is told to:")
    yield ("```\n# bash, in ~/.bashrc\neval \"$(_LAWGRAPH_COMPLETE=bash_source lawgraph)\"\n"
           "# zsh, in ~/.zshrc\neval \"$(_LAWGRAPH_COMPLETE=zsh_source lawgraph)\"\n"
           "# fish, in ~/.config/fish/completions/lawgraph.fish\n_LAWGRAPH_COMPLETE=fish_source lawgraph | source\n```")
    yield ("On a terminal the tables of `history` and `acts` are as wide as it is; a file or a program takes them "
           "unbroken. The answers of `text`, `history` and `acts` are told in the language of the environment "
           "(`LC_ALL`, `LC_MESSAGES`, `LANG`: `ru`, `kk`, else English); JSON, exports and the default of `--lang` "
           "never follow it. Nothing is printed in colours, so `NO_COLOR` has nothing to turn off.")


def _help(command: click.Command, ctx: click.Context) -> str:
    return f"```\n{command.get_help(ctx)}\n```"


def _json() -> Iterator[str]:
    yield from ("# The JSON", _MADE)
    yield ("Other programs build on these shapes: fields are added, never taken away or given another meaning. Days "
           "are text, `2013-07-20`. The fields of a shape are always there, but for those that are said to stand only "
           "where they are told. Each field stands in a line, and so does each item of a list: a provision, a change. "
           "Each answer has a JSON Schema (draft 2020-12), which `lawgraph schema NAME` prints.")
    yield ("Commands answer so with `--format json`; `/act/124-V.json` stands for any page of its kind.")
    yield _grid(("name", "given by", "holds"), *((f"`{each.name}`", each.told_by, each.kind)
                                                 for each in EVERY_ANSWER.values()))
    for shape in EVERY_SHAPE:
        yield from _shape(shape)


def _shape(shape: Shape) -> Iterator[str]:
    yield from (f"## {shape.name}", shape.meaning)
    if shape.fields:
        yield _fields(shape.fields)
    if shape.sometimes:
        yield from ("Only where they are told:", _fields(shape.sometimes))


def _fields(fields: Iterable[Field]) -> str:
    return _grid(("field", "holds", "meaning"), *((f"`{each.name}`", each.kind, each.meaning) for each in fields))


def _tables() -> Iterator[str]:
    yield from ("# The tables", _MADE)
    yield ("The database is one SQLite file, `build/lawgraph.db`. Days are ISO text; a bound that is not known is "
           "null. Stretches are half open: `from` is the first day, `before` the first day no more. On a day `:on` "
           "each provision has exactly one version with `from_latest <= :on and (before_earliest is null or :on < "
           "before_earliest)`.")
    yield ("Each table tells what is known now. What was said before more facts were recorded stands apart, in "
           "`earlier_versions`, `earlier_amendments` and `earlier_provisions`; `versions_ever`, `amendments_ever` and "
           "`provisions_ever` hold both. So a count of `amendments` counts changes. The queries for a day take "
           "`:known`, the day as of whose knowledge they answer; null or empty is all that is known. An edition counts "
           "as known always: on which day it was taken in is not recorded. `known_from` null therefore means: from the "
           "editions alone.")
    yield ("Most of these are views: texts, reasons and days stand in the file once, and rows name them by number "
           "(`versions_rows` and so on, which nobody needs to read).")
    for table in TABLES:
        if not table.own:
            yield from _table(table)
    yield "# Tables that serve the others"
    for table in TABLES:
        if table.own:
            yield from _table(table)
    yield "# The named queries"
    for query in NAMED:
        yield from _query(query)


def _table(table: Table) -> Iterator[str]:
    yield from (f"## {table.name}", table.meaning)
    yield _grid(("column", "holds", "meaning"), *(
        (f"`{each.name}`", _holds(each, table), each.meaning) for each in table.columns))
    if table.changing:
        yield f"`earlier_{table.name}` and `{table.ever}` have the same columns."
    if table.searched:
        yield f"Full-text search, `{table.name}_fts`: {', '.join(f'`{name}`' for name in table.searched)}."


def _holds(column: Column, table: Table) -> str:
    kind = "number" if column.holds is int else "text"
    notes = [kind if column.needed else f"{kind} or null"]
    notes += ["key"] if column.name in table.key else []
    notes += [f"names a row of `{each.table}`" for each in table.references if column.name == each.columns[-1]]
    return ", ".join(notes)


def _query(query: Query) -> Iterator[str]:
    yield from (f"## {query.name}", f"{query.title}. {query.description}", f"```sql\n{query.sql}\n```")


def _grid(head: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
