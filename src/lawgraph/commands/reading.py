"""One file is read: a source, an amending act, the facts that an act tells of a law."""

from dataclasses import replace
from pathlib import Path

import click

from lawgraph.commands import options
from lawgraph.database.searching import plain
from lawgraph.intake import proposals
from lawgraph.intake.corpus import read_corpus
from lawgraph.intake.files import told_around
from lawgraph.intake.proposals import Changed, Identity, act_in, read_and_propose
from lawgraph.languages.spoken import codes
from lawgraph.law.errors import CountedPhrase, Phrase, SourceError
from lawgraph.parsing.document import parse_law
from lawgraph.printout.reading_sheets import document_json, instructions_json, instructions_table
from lawgraph.reading.opening import read_path
from lawgraph.reading.source import told_beside
from lawgraph.replay.acts import is_amending
from lawgraph.replay.in_two_languages import differences
from lawgraph.replay.instructions import AmendingAct, Target
from lawgraph.replay.naming import AmendedLaw, items_on


@click.command()
@click.argument("file", type=options.PATH)
@click.option("--lang", type=options.LANGUAGES, default=None,
              help="Language of the text; if not given, what the file says of itself, else eng.")
@options.form("json")
def parse(file: Path, lang: str | None, form: str) -> None:  # noqa: ARG001  (one form for now, named for what may come)
    """Read one source file: provisions, claims, findings.

    Reads a page of the public system, its text, Markdown of the git corpus and JSON of the official interface. Of an
    act's rus.md the meta.yaml beside it tells number, day and title.

    \b
    lawgraph parse corpus/Z100000271_/eng.txt
    lawgraph parse закон.txt --lang rus
    lawgraph parse page.html
    """
    around = told_around(file)
    source = told_beside(read_path(file), around)
    asked = lang or source.said.lang or around.lang
    options.say(document_json(parse_law(source, asked, str(file))))
    if any(is_amending(source, each) for each in ([asked] if asked else codes())):
        options.tell(Phrase("lawgraph: it amends laws: %(command)s reads what it does",
                            command=f"lawgraph instructions {file}"))


@click.command()
@click.argument("file", type=options.PATH)
@click.option("--law", help="Only what it does to one law: its id or number in the corpus, its day of adoption, or "
              "words of its title.")
@click.option("--beside", type=options.PATH, help="The act in the other official language: what it tells "
              "otherwise is a finding.")
@options.corpus
@options.form("table", "json")
def instructions(file: Path, law: str | None, beside: Path | None, corpus: Path, form: str) -> None:
    """Read an amending act: what it does to which law, in its own words, and when that starts.

    What is not understood is told with its place, and proves nothing.

    \b
    lawgraph instructions act.rus.md --beside act.kaz.md
    lawgraph instructions act.rus.md --law 271-IV --format json
    """
    act = act_in(file)
    act = replace(act, findings=(*act.findings, *differences(act, act_in(beside)))) if beside else act
    asked = _upon(act, law, file, corpus) if law else act
    options.say(instructions_json(asked) if form == "json" else instructions_table(asked, str(file)))


def _upon(act: AmendingAct, law: str, file: Path, corpus: Path) -> AmendingAct:
    """Return what an act does to a law: acts name laws by day and title, so that the corpus tells whose a number is."""
    held = [AmendedLaw(each.id, each.adopted, each.titles, each.number, each.act.kind) for each in read_corpus(corpus)
            if plain(law) in (plain(each.id), plain(each.number))]
    meant = [item for each in held for item in items_on(act, each)]
    items = [item for item in act.items if item in meant or _names(item.target, law)]
    if not items:
        raise SourceError(str(file), Phrase("no item that is read amends %(law)s", law=repr(law)),
                          Phrase("leave --law out to see which laws it amends") if held else
                          Phrase("no law of the corpus has this id or number; "
                                 "leave --law out to see which laws it amends"))
    return replace(act, items=tuple(items))


def _names(target: Target, law: str) -> bool:
    named = str(target.adopted), plain(target.number or "")
    return plain(law) in named or law.casefold() in (target.title or "").casefold()


@click.group(no_args_is_help=False)
def facts() -> None:
    """Propose facts from the text of an act, and accept what was proposed.

    \b
    lawgraph facts propose --help
    lawgraph facts accept proposals/104-V.toml
    """


@facts.command()
@click.argument("act", type=options.PATH)
@options.gathered(
    "changed", Changed,
    click.option("--law", required=True, help="The law of the corpus that it changes, by its id."),
    click.option("--before", required=True, type=options.PATH, help="A text of the law as it was before the act."),
    click.option("--since", multiple=True, type=options.PATH, help="An act that changed it between that text and this "
                 "act; several in their order."),
    options.corpus)
@options.gathered(
    "identity", Identity,
    click.option("--number", required=True, help="The act's number, which its text may not print."),
    click.option("--adopted", required=True, type=options.DAY, help="The day of its adoption."),
    click.option("--recorded", required=True, type=options.DAY, help="The day on which you read it."),
    click.option("--beside", type=options.PATH, help="The act in the other official language; where it tells "
                 "otherwise the list is not called whole."))
@options.facts
def propose(act: Path, changed: Changed, identity: Identity, amendments: Path) -> None:
    """Propose a record of what an act does to a law, from the act's own words.

    Its instructions are held against the law as it was before: each provision that they change, the wordings that they
    quote, and when they start. The list is called whole only where all of it was understood. The record is laid in
    proposals/, which no build reads; nothing counts before you accept it.

    \b
    lawgraph facts propose act.rus.md --law Z100000271_ --before 2014-11-07.rus.md \\
        --number 388-V --adopted 2015-11-02 --recorded 2026-11-27
    """
    proposal = read_and_propose(act, changed, identity)
    laid = proposals.lay((proposal,), Path("proposals"), amendments)
    for path in laid.new:
        changes = CountedPhrase("%(number)s change", "%(number)s changes", len(proposal.record.targets))
        options.tell(Phrase("%(file)s: %(changes)s; read it, then %(command)s", file=path, changes=changes,
                            command=f"lawgraph facts accept {path}"))
    for path in laid.kept:
        options.tell(Phrase("%(file)s: it is there with other words, and was kept", file=path))


@facts.command()
@click.argument("file", type=options.PATH)
@options.facts
@click.option("--yes", is_flag=True, help="Do not ask.")
def accept(file: Path, amendments: Path, yes: bool) -> None:  # noqa: FBT001  (click's way of an option without a value)
    """Move a proposed record to the facts, after showing what differs.

    FILE lies in proposals/, which no build reads; lawgraph fetch writes there. Read each day and source of it, correct
    what is wrong, then accept it. A file that the facts have of the act is never written over.

    \b
    lawgraph facts accept proposals/104-V.toml
    lawgraph facts accept proposals/104-V.toml --amendments ../laws/amendments --yes
    """
    accepted = proposals.acceptance(file, amendments)
    if accepted.differences:
        options.say(accepted.differences)
    proposals.refuse_over(accepted)
    if yes or click.confirm(options.voice_here().retell(Phrase("Move it to %(file)s?", file=accepted.file)), err=True):
        accepted.move()
        options.tell(Phrase("%(file)s: from the next build on it counts", file=accepted.file))
