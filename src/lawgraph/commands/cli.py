"""The command line: a table of commands; the module in which one stands is loaded when it runs.

What cannot be done gives one line on stderr with place, surprise and remedy, never a traceback. The exit status says
who is to act: see `STATUSES`.
"""

import os
import sqlite3
import sys
from importlib import import_module
from keyword import iskeyword
from os import sep
from pathlib import Path
from traceback import extract_tb
from typing import NoReturn

import click

from lawgraph.law.errors import ANEW, OBEYED, LawgraphError, Phrase, mishap

UNUSABLE, INTERRUPTED, CLOSED = 2, 130, 141
STATUSES = {
    0: "the answer is there",
    1: "`check` or `lint` found an error, `verify` something that is not as it was built, or `changed` a sure answer "
       "with another content",
    UNUSABLE: "an input, a file or the machine does not allow it; the line on stderr says what to do",
    INTERRUPTED: "stopped by Ctrl+C",
    CLOSED: "whoever read the answer has closed the pipe",
}
"""What each exit status says."""

_NO_MEMORY = (Phrase("the memory is used up; what was there before is unharmed"),
              Phrase("end other programs, and run it again"))
_TYPED = "lawgraph.typed"
_MOST_MISTAKES = 200
"""How many are told one by one: who mends these sees the others."""

_LONGEST, _ENDING, _WHOLE = 200, 1_000, 5_000
"""How much of what was typed is repeated, how much of a long line's end is told behind it, how long whole ones are."""

COMMANDS = {
    "doctor": "Say what each file of a source is, how much of it is read, and what to do, before it is imported.",
    "import": "Take texts of laws into the corpus: a page, a folder, or every edition in a git repository.",
    "fetch": "Download the pages of a law, or all its editions, and take them into the corpus.",
    "facts": "Propose facts from the text of an act, and accept what was proposed.",
    "parse": "Read one source file: provisions, claims, findings.",
    "instructions": "Read an amending act: what it does to which law, in its own words, and when that starts.",
    "build": "Make the database from the corpus and the facts about acts.",
    "text": "Print a law, or one provision, as it was on a day.",
    "history": "Print the life of a law or of a provision: its versions and the acts behind them.",
    "diff": "Print what differs in a law, or in a provision, between two days.",
    "find": "Print when words came into a law and fell away: first and last days, by which acts, and how sure that is.",
    "search": "Find a place, a day, an act or words, typed in one line in any of the languages.",
    "acts": "List the acts that amended the laws, with their days.",
    "cite": "Print a citation sheet: the wording of a provision on a day, whether to rely on it, and how that follows.",
    "coverage": "Print how much of a law's life may be relied on: shares of provision-days by grade, per article and "
                "in total.",
    "changed": "List the sure answers that two databases give otherwise: other content, lost, gained.",
    "check": "List what does not fit in the sources and facts.",
    "graph": "Write the graph of a law: what contains, amends, cites and follows what.",
    "effects": "Print what acts did to a law as CSV: affected, affecting, type, days, how sure.",
    "export": "Write what is held for other programs, in a standard of their field.",
    "lint": "Say what is wrong with a document of Akoma Ntoso, by its schema and beyond.",
    "serve": "Serve the pages and the database with Datasette.",
    "mcp": "Answer assistants by the Model Context Protocol, over stdin and stdout or over HTTP.",
    "site": "Write the static pages.",
    "schema": "Print the JSON Schema of what a command or a page gives as JSON.",
    "verify": "Check that a database, what is kept beside it, and a site hold what was built.",
}
_MODULES = {
    "intake": ("doctor", "import", "fetch"),
    "reading": ("facts", "parse", "instructions"),
    "answers": ("text", "history", "diff", "acts"),
    "reliance": ("cite", "coverage", "check"),
    "finding": ("find", "search"),
    "exports": ("effects", "export", "graph", "lint", "schema"),
    "making": ("build", "serve", "mcp", "site", "verify", "changed"),
}
"""The modules in which the commands stand."""


class _Commands(click.Group):
    """Load a command when it runs, so that each starts fast, and tell wrong input in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  (click's signature)
        if cmd_name not in COMMANDS:
            return None
        module = next(each for each, names in _MODULES.items() if cmd_name in names)
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = getattr(import_module(f"lawgraph.commands.{module}"), name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  (click's signature)
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[_TYPED] = " ".join(args)
        try:
            return super().parse_args(ctx, args)    # which prints --help and --version, too
        except BrokenPipeError:
            _leave_quietly()
        except OSError as error:
            stop(Phrase("%(place)s: %(surprise)s; %(remedy)s", place="output", surprise=mishap(error)[0],
                        remedy=Phrase("send it elsewhere")))

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            stop(Phrase("stopped by %(key)s; what was there before is unharmed, and what is done of a build is kept; "
                      "run it again to go on", key="Ctrl+C"), status=INTERRUPTED)
        except BrokenPipeError:
            _leave_quietly()
        except LawgraphError as error:
            stop(line_of(error))
        except (OSError, sqlite3.Error, MemoryError) as error:
            stop(_refused(error, ctx))
        except ExceptionGroup as group:
            rest = len(group.exceptions) - _MOST_MISTAKES
            stop(*(line_of(error) for error in group.exceptions[:_MOST_MISTAKES]), *(
                [Phrase("and %(number)s more", number=f"{rest:,}")] if rest > 0 else ()))
        except click.UsageError as error:
            asked = error.ctx.command_path if error.ctx else "lawgraph"
            place = f"{error.ctx.info_name}: " if error.ctx and error.ctx.parent else ""
            stop(Phrase("%(place)s%(wrong)s; see %(command)s", place=place, wrong=_misused(error),
                        command=f"{asked} --help"))
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise  # click ends the program as these ask
        except Exception as error:  # the one last resort: behind it is only a traceback
            typed = str(ctx.meta.get(_TYPED, ""))
            stop(Phrase("%(place)s: this was not foreseen (%(where)s); please report it, with the input",
                        place=typed[:_LONGEST], where=_where(error)))


def _where(error: BaseException) -> str:
    """Return the kind of an error and the line of ours that met it; folders above the program may have its name too."""
    ours = f"{Path(__file__).parents[1]}{sep}"
    frames = [each for each in extract_tb(error.__traceback__) if each.filename.startswith(ours)]
    line = f" at {frames[-1].filename.removeprefix(ours)}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{line}"


def stop(*messages: str, status: int = UNUSABLE) -> NoReturn:
    """Write each message as one line on stderr and leave."""
    for message in map(said_here, messages):
        line = in_a_line(message)
        shown = line if len(line) <= _WHOLE else f"{line[:_LONGEST]} … {line[-_ENDING:]}"
        click.echo(f"lawgraph: {shown}", err=True)
    sys.exit(status)


def in_a_line(message: str) -> str:
    """Return a message in one line, without what a terminal would obey."""
    return OBEYED.sub("\ufffd", " ".join(message.split()))


def said_here(words: str) -> str:
    """Return words in the language of the environment."""
    from lawgraph.commands.options import voice_here  # noqa: PLC0415  (only what has gone wrong needs it)

    return voice_here().retell(words)


def line_of(error: Exception) -> str:
    """Return a line with place, surprise and remedy; of an error that is not ours what it says."""
    if not isinstance(error, LawgraphError):
        return str(error)
    return Phrase("%(place)s: %(surprise)s; %(remedy)s", place=error.place, surprise=error.surprise,
                  remedy=error.remedy)


def _refused(error: OSError | sqlite3.Error | MemoryError, ctx: click.Context) -> str:
    """Return what the machine refused, in a line: of a file it names, of the database, else of the command."""
    named = error.filename if isinstance(error, OSError) else None
    happened, remedy = _NO_MEMORY if isinstance(error, MemoryError) else mishap(error)
    if isinstance(error, sqlite3.Error):
        from lawgraph.commands.options import DATABASE  # noqa: PLC0415  (only what has gone wrong needs it)

        named = ctx.meta.get(DATABASE)
        if named and remedy is ANEW:
            remedy = Phrase("build it anew: %(command)s", command=f"lawgraph build --db {named}")
    return Phrase("%(place)s: %(surprise)s; %(remedy)s", place=named or ctx.invoked_subcommand, surprise=happened,
                remedy=remedy)


def _leave_quietly() -> NoReturn:
    """Leave without a word: whoever read the answer has seen enough of it, as `head` does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(CLOSED)


@click.group("lawgraph", cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]},
             epilog="LAW is an id of adilet.zan.kz (Z100000271_) or a number (271-IV). "
             "Days are written 2013-07-20, 20.07.2013, “20 July 2013” in any language, or today.")
@click.version_option(package_name="lawgraph", message="lawgraph %(version)s")
def main() -> None:
    """Say which wording of a provision applied on a day, who changed it, and how sure that is."""
    _fill_what_is_closed()


def _fill_what_is_closed() -> None:
    """Open nothing in the place of stdin, stdout and stderr where they are closed.

    Else the next file would be taken for one of them, and a library's complaint be written into a database.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)    # the lowest that is free: this one  # noqa: FBT003
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (for as long as the program runs)


def _misused(error: click.UsageError) -> str:
    """Return what of a command was typed wrongly, in words that each language has: click's own are English."""
    match error:
        case click.MissingParameter() | click.BadParameter():
            told = _of_value(error)
        case click.UsageError(message=Phrase() as own):
            told = own
        case click.NoSuchCommand(command_name=name):
            told = Phrase("No such command %(name)s", name=repr(name))
        case click.NoSuchOption() | click.BadOptionUsage():
            told = _of_option(error)
        case click.UsageError(ctx=click.Context(command=click.Group())):
            told = Phrase("Missing command")
        case _:
            told = Phrase("more was typed than it takes")
    return told


def _of_option(error: click.NoSuchOption | click.BadOptionUsage) -> Phrase:
    name = repr(error.option_name)
    if isinstance(error, click.NoSuchOption):
        if error.possibilities:
            near = repr(error.possibilities[0])
            return Phrase("No such option %(name)s. Did you mean %(near)s?", name=name, near=near)
        return Phrase("No such option %(name)s", name=name)
    return Phrase("Option %(name)s needs a value, or takes none", name=name)


def _of_value(error: click.BadParameter) -> str:
    param, ctx = error.param, error.ctx
    if param is None or ctx is None:
        return error.format_message()
    name = param.get_error_hint(ctx)
    if isinstance(error, click.MissingParameter):
        missing = Phrase("Missing option %(name)s", name=name), Phrase("Missing argument %(name)s", name=name)
        return missing[isinstance(param, click.Argument)]
    wanted = error.message if isinstance(error.message, Phrase) else _wanted(param.type)
    return Phrase("Invalid value for %(name)s: %(wanted)s", name=name, wanted=wanted or error.message)


def _wanted(kind: "click.ParamType[object]") -> str | None:
    """Return what values an option or an argument takes."""
    match kind:
        case click.Choice(choices=choices):
            return Phrase("it is one of %(these)s", these=", ".join(map(str, choices)))
        case click.IntRange(min=least, max=None) | click.FloatRange(min=least, max=None):
            return Phrase("it is a number of at least %(least)s", least=least)
        case click.IntRange(min=least, max=most) | click.FloatRange(min=least, max=most):
            return Phrase("it is a number from %(least)s to %(most)s", least=least, most=most)
    return None
