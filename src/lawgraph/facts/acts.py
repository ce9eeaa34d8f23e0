"""Facts about acts and laws, read from `amendments/*.toml` and `corpus/<law>/notes.toml`, and written as such files.

The schema below is the schema of docs/facts.md. Every file is checked to its end and every mistake is told, so that one
run suffices to mend a folder. Whether an eId exists in its law is asked later, where the law is known.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from lawgraph.facts.fields import (
    Allowed,
    Needed,
    Part,
    act_number,
    adilet_id,
    affirmed,
    by_language,
    choice,
    count,
    day,
    eid,
    law_id,
    listed,
    member,
    members,
    one_or_more,
    pairs,
    text,
    truth,
)
from lawgraph.facts.forms import FormEntry, faults_of, read_form
from lawgraph.languages.spoken import codes
from lawgraph.law.acts import (
    MOST_TARGETS,
    ActRecord,
    Completeness,
    Discrepancy,
    LawNotes,
    OperationFact,
    Succession,
    TargetFact,
)
from lawgraph.law.amendments import Action, OperationRule, RuleKind, done_to
from lawgraph.law.authors import Act, ActKind, Publication, Record
from lawgraph.law.days import unknown_first
from lawgraph.law.errors import OBEYED, FactError, Phrase

SOURCE = Needed("source", text, "where the fact was read")
CONFIDENCE = Needed("confidence", choice("high", "medium", "low"), "how sure it is: high, medium or low")
RECORDED = Needed("recorded", day, "the day on which the file's facts were written down")
RECORDED_LATER = Allowed("recorded", day, "the day on which this fact was written down, where it is not the file's")
_RECORD = (SOURCE, CONFIDENCE, RECORDED_LATER)

NUMBER = Needed("number", act_number, "the act's number, Latin numerals, one hyphen, no №: 124-V")
ADOPTED = Needed("adopted", day, "the day of adoption")
KIND = Allowed("kind", member(ActKind), "the kind of act; law where left out")
ADILET_ID = Allowed("adilet_id", adilet_id, "its id on adilet.zan.kz")
ADILET_ID_BASIS = Allowed("adilet_id_basis", choice("given", "seen", "pattern"), "where the id comes from")
TITLES = Allowed("titles", by_language(text), "its titles by language; the English ones are our own rendering")
ZAN = Allowed("zan", text, "its code in the official interface and the git corpus")
GAZETTE = Allowed("gazette", text, "its place in Vedomosti Parlamenta")
ACT = (NUMBER, ADOPTED, KIND, ADILET_ID, ADILET_ID_BASIS, ZAN, GAZETTE, RECORDED, SOURCE, CONFIDENCE, TITLES)

PUBLISHED = Needed("day", one_or_more(day), "the day of official publication; a list for an act printed in parts")
FIRST = Allowed("first", affirmed, "true where the source says that it was the first; else it only bounds from above")
ORGAN = Allowed("organ", text, "the newspaper or gazette")
ISSUE = Allowed("issue", text, "its issue")
PUBLICATION = Part("[[publication]]", (PUBLISHED, FIRST, ORGAN, ISSUE, *_RECORD))

OPERATIVE_DAY = Allowed("day", day, "the first day of operation, as a source states it")
DAYS = Allowed("days", count, "rule: this many calendar days after first official publication")
MONTHS = Allowed("months", count, "rule: this many months after first official publication")
ON_PUBLICATION = Allowed("on_publication", affirmed, "rule: on the day of first official publication")
ON_DAY = Allowed("on_day", day, "rule: on this day, as the act itself states it")
FROM_THE_DAY = Allowed("from_the_day", truth, "true where the rule counts from the day (со дня), not after it")
OPERATION = Part("[operation]", (OPERATIVE_DAY, DAYS, MONTHS, ON_PUBLICATION, ON_DAY, FROM_THE_DAY, *_RECORD))
_RULES = (DAYS.name, MONTHS.name, ON_PUBLICATION.name, ON_DAY.name)

LAW = Needed("law", law_id, "the adilet id of the changed law: Z100000271_")
EID = Needed("eid", eid, "the provision, or law for the whole")
_KNOWN_ACTIONS = tuple(each for each in Action if each not in (Action.NOT_UNDERSTOOD, Action.RENUMBERING))
ACTION = Needed("action", members(_KNOWN_ACTIONS), f"one of {', '.join(_KNOWN_ACTIONS)}")
OPERATIVE = Allowed("operative", day, "a first day of operation of this change's own")
ENDS = Allowed("until", day, "the first day after a suspension, or after a change for a time")
CANCELLED = Allowed("cancelled", day, "the day on which the change was called off before it began")
RESTATED = Allowed("restated", listed(choice(*codes())), "languages in which the new wording has the same words")
REFLECTED = Allowed("reflected", by_language(truth), "by language: whether the edition shows the change")
EARLIER = Allowed("earlier", by_language(text), "by language: the wording before")
LATER = Allowed("later", by_language(text), "by language: the wording after")
_OF_TARGET = (LAW, EID, ACTION, OPERATIVE, ENDS, CANCELLED, REFLECTED, EARLIER, LATER, RESTATED)
TARGET = Part("[[target]]", (*_OF_TARGET, *_RECORD))
COMPLETE = Part("[[complete]]", (LAW, *_RECORD))
EARLIER_LAW = Needed("law", law_id, "the adilet id of the law whose place the act took")
CONCORDANCE = Allowed("concordance", pairs,
                      "which provisions correspond: the address there = the address in the act, or a list of such")
LINEAGE = Part("[[lineage]]", (EARLIER_LAW, CONCORDANCE, *_RECORD))
ACT_PARTS = (PUBLICATION, OPERATION, TARGET, COMPLETE, LINEAGE)

_LANGUAGE = choice(*codes())
UNTIL = Needed("day", day, "up to this day all acts that amended the law are known")
ACTS_COMPLETE_UNTIL = Part("[acts_complete_until]", (UNTIL, *_RECORD))
LANGUAGES = Needed("languages", listed(_LANGUAGE), "the languages whose text is the law")
OFFICIAL_LANGUAGES = Part("[official_languages]", (LANGUAGES, *_RECORD))
DIFFERENCE = Needed("kind", choice("stale", "missing_provision", "missing_footnote", "footnote_differs", "missing_note",
                                   "extra_note", "mistranslation", "typo"), "what kind of difference")
LANG = Needed("lang", _LANGUAGE, "the language of the edition that differs")
DESCRIPTION = Needed("description", text, "the difference in a sentence")
DISCREPANCY = Part("[[discrepancy]]", (EID, DIFFERENCE, LANG, DESCRIPTION, *_RECORD))
NOTES = (LAW, RECORDED)
PRINTED = Needed("gazette", text, "the law's place in Vedomosti Parlamenta")
FIRST_PUBLISHED = Part("[first_published]", (PRINTED, *_RECORD))
NOTES_PARTS = (ACTS_COMPLETE_UNTIL, OFFICIAL_LANGUAGES, FIRST_PUBLISHED, DISCREPANCY)

Faults = tuple[FactError, ...]


def load_acts(folder: Path) -> tuple[tuple[ActRecord, ...], Faults]:
    """Return the acts of a folder in order of adoption, and what is wrong in any of its files."""
    place = folder.absolute().name.removesuffix("_data")
    if not folder.is_dir():
        return (), (FactError(place, Phrase("there is no such folder"),
                              Phrase("name the folder that holds one TOML file per act")),)
    read = {path.name: load_act(path, f"{place}/{path.name}") for path in sorted(folder.glob("*.toml"))}
    unread = tuple(FactError(f"{place}/{path.name}", Phrase("a file of this name is not read here"),
                             Phrase("rename it to %(right)s", right=f"{path.stem}.toml"))
                   for path in sorted(folder.iterdir()) if path.suffix != ".toml" == path.suffix.lower())
    deeper = tuple(FactError(f"{place}/{path.relative_to(folder)}", Phrase("a file in a folder here is not read"),
                             Phrase("put it into %(place)s itself", place=place))
                   for path in sorted(folder.glob("*/**/*.toml")))
    files = {name: act for name, (act, _) in read.items() if act}
    misnamed = {name: fault for name, act in files.items()
                if (fault := _fault_of_name(name, act, files) or _fault_of_code(name, act, files))}
    sound = (act for name, act in files.items() if name not in misnamed)
    acts = tuple(sorted(sound, key=lambda each: (unknown_first(each.act.adopted), each.act.name)))
    return acts, (*(fault for _, faults in read.values() for fault in faults), *misnamed.values(), *unread, *deeper)


def load_notes(path: Path) -> tuple[LawNotes, Faults]:
    """Return the facts about a law as a whole, and what is wrong in their file; a law without a file has none.

    It stands in the folder of the law, whose name is its id: facts about another law would pass for facts about this.
    """
    if not path.exists():
        return LawNotes(), ()
    try:
        form = read_form(path, "/".join(path.resolve().parts[-3:]).replace("_data/", "/", 1))
    except FactError as error:
        return LawNotes(), (error,)
    faults = faults_of(form, NOTES, NOTES_PARTS)
    own = path.resolve().parent.name
    if not faults and (law := LAW.of(form.table)) != own:
        faults = (form.fault(LAW.name, Phrase("%(law)s is another law than %(own)s, in whose folder the file stands",
                                              law=law, own=own),
                             Phrase("put it into the folder of its law, or mend the id")),)
    return (LawNotes(), faults) if faults else (_notes(form), ())


def load_act(path: Path, place: str) -> tuple[ActRecord | None, Faults]:
    """Return the act of a file, `None` where something in it is wrong, and what that is; `place` names the file."""
    try:
        form = read_form(path, place)
    except FactError as error:
        return None, (error,)
    schema = faults_of(form, ACT, ACT_PARTS)
    operation = (fault for entry in form.inside(OPERATION) if (fault := _fault_of_operation(entry)))
    faults = (*schema, *operation, *_too_many_targets(form), *_targets_listed_twice(form))
    return (None, faults) if faults else (_act_record(form), ())


def _fault_of_name(file: str, act: ActRecord, files: Mapping[str, ActRecord]) -> FactError | None:
    right = f"{act.act.name}.toml"
    if file == right:
        return None
    place = f"{act.record.file}:{act.record.line} {NUMBER.name}"
    for other, its in files.items():
        if other != file and its.act.name == act.act.name:
            return FactError(place, Phrase("%(other)s tells of this act too", other=other),
                             Phrase("keep all facts about an act in one file"))
    return FactError(place, Phrase("the file of this act is not named %(file)s", file=file),
                     Phrase("rename it to %(right)s", right=right))


def _fault_of_code(file: str, act: ActRecord, files: Mapping[str, ActRecord]) -> FactError | None:
    other = next((name for name, each in files.items() if act.zan and each.zan == act.zan and name < file), None)
    return FactError(f"{act.record.file}:{act.record.line} {ZAN.name}",
                     Phrase("%(other)s has the code %(zan)s too", other=other, zan=act.zan),
                     Phrase("see whose it is, and take it out of the other")) if other else None


def _fault_of_operation(entry: FormEntry) -> FactError | None:
    rules = [name for name in _RULES if name in entry.table]
    if len(rules) > 1:
        return entry.fault(rules[1], Phrase("%(rules)s gives another rule already", rules=rules[0]),
                           Phrase("keep one of the two"))
    if not rules and OPERATIVE_DAY.name not in entry.table:
        return entry.fault("", Phrase("neither a day nor a rule is given"),
                           Phrase("write day, or one of %(rules)s", rules=", ".join(_RULES)))
    if FROM_THE_DAY.name in entry.table and rules not in ([DAYS.name], [MONTHS.name]):
        return entry.fault(FROM_THE_DAY.name, Phrase("only days and months are counted from a day"),
                           Phrase("leave the key out"))
    return None


def _too_many_targets(form: FormEntry) -> Faults:
    entries = form.inside(TARGET)
    if len(entries) <= MOST_TARGETS:
        return ()
    surprise = Phrase("the act has more than %(most)s targets", most=f"{MOST_TARGETS:,}")
    return (entries[MOST_TARGETS].fault(EID.name, surprise, Phrase("name the unit that holds them, or the law")),)


def _targets_listed_twice(form: FormEntry) -> Faults:
    """One act may change one provision twice, but on two first days of operation; each of them is told once."""
    listed: dict[str, list[FormEntry]] = {}
    for entry in (each for each in form.inside(TARGET) if EID.name in each.table):
        listed.setdefault(repr([entry.table.get(field.name) for field in (LAW, EID, OPERATIVE)]), []).append(entry)
    return tuple(_listed_again(*entries) for entries in listed.values() if len(entries) > 1)


def _listed_again(first: FormEntry, second: FormEntry, *more: FormEntry) -> FactError:
    told = {"eid": second.table.get(EID.name), "line": first.line(EID.name)}
    surprise = Phrase("%(eid)s is listed on line %(line)s already, and stands below this %(times)s times more",
                      **told, times=f"{len(more):,}") if more else \
        Phrase("%(eid)s is listed on line %(line)s already", **told)
    return second.fault(EID.name, surprise, Phrase("keep one, or give each its own operative day"))


def _act_record(form: FormEntry) -> ActRecord:
    table, recorded = form.table, RECORDED.of(form.table)
    return ActRecord(
        Act(NUMBER.of(table), ADOPTED.of(table), KIND.of(table) or ActKind.LAW),
        TITLES.of(table) or (),
        ADILET_ID.of(table),
        Record(SOURCE.of(table), CONFIDENCE.of(table), recorded, form.file, form.line(NUMBER.name)),
        tuple(_publication(entry, recorded) for entry in form.inside(PUBLICATION)),
        next((OperationFact(OPERATIVE_DAY.of(entry.table), _rule(entry), _record(entry, recorded))
              for entry in form.inside(OPERATION)), None),
        tuple(_target(entry, recorded) for entry in form.inside(TARGET)),
        tuple(Completeness(LAW.of(entry.table), _record(entry, recorded)) for entry in form.inside(COMPLETE)),
        ZAN.of(table),
        GAZETTE.of(table), ADILET_ID_BASIS.of(table) == "pattern",
        tuple(Succession(EARLIER_LAW.of(entry.table), _record(entry, recorded), CONCORDANCE.of(entry.table) or ())
              for entry in form.inside(LINEAGE)),
    )


def _publication(entry: FormEntry, recorded: date) -> Publication:
    table = entry.table
    return Publication(PUBLISHED.of(table), ORGAN.of(table), ISSUE.of(table), _record(entry, recorded),
                       bool(FIRST.of(table)))


def _rule(entry: FormEntry) -> OperationRule | None:
    table = entry.table
    days, months, on_day = DAYS.of(table), MONTHS.of(table), ON_DAY.of(table)
    if days or months:
        counted = bool(FROM_THE_DAY.of(table))
        return OperationRule(RuleKind.AFTER_PUBLICATION, days, months, from_the_day=counted)
    if on_day:
        return OperationRule(RuleKind.ON_DAY, day=on_day)
    return OperationRule(RuleKind.ON_PUBLICATION) if ON_PUBLICATION.of(table) else None


def _target(entry: FormEntry, recorded: date) -> TargetFact:
    table, eid = entry.table, EID.of(entry.table)
    return TargetFact(
        LAW.of(table), eid, done_to(eid, ACTION.of(table)), _record(entry, recorded), OPERATIVE.of(table),
        REFLECTED.of(table) or (), EARLIER.of(table) or (), LATER.of(table) or (),
        ENDS.of(table), CANCELLED.of(table), RESTATED.of(table) or (),
    )


def _notes(form: FormEntry) -> LawNotes:
    recorded = RECORDED.of(form.table)
    until = next(iter(form.inside(ACTS_COMPLETE_UNTIL)), None)
    return LawNotes(
        UNTIL.of(until.table) if until else None,
        _record(until, recorded) if until else None,
        tuple(_discrepancy(entry, recorded) for entry in form.inside(DISCREPANCY)),
        next((PRINTED.of(entry.table) for entry in form.inside(FIRST_PUBLISHED)), None),
    )


def _discrepancy(entry: FormEntry, recorded: date) -> Discrepancy:
    table = entry.table
    return Discrepancy(EID.of(table), DIFFERENCE.of(table), LANG.of(table), DESCRIPTION.of(table),
                       _record(entry, recorded))


def _record(entry: FormEntry, recorded: date) -> Record:
    table = entry.table
    own = RECORDED_LATER.of(table) or recorded
    return Record(SOURCE.of(table), CONFIDENCE.of(table), own, entry.file, entry.line())


def quoted(text: object) -> str:
    """Return a text as TOML writes it, and JSON too; a sign that is obeyed and not seen becomes one that is seen."""
    return json.dumps(OBEYED.sub("\ufffd", text) if isinstance(text, str) else text, ensure_ascii=False)


def keys(**values: object) -> Iterator[str]:
    """Give a line for each key that has a value; pairs make a table by language."""
    yield from (f"{name} = {_value(value)}" for name, value in values.items() if value)


def written(record: ActRecord, remarks: tuple[str, ...] = ()) -> str:
    """Return the file of an act, with remarks above it."""
    return "\n".join((*(f"# {each}" for each in remarks), *_lines(record))) + "\n"


def _value(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int() | date():
            return str(value)
        case tuple() if isinstance(value[0], tuple):
            return f"{{ {', '.join(f'{lang} = {_value(told)}' for lang, told in value)} }}"
        case tuple():
            return f"[{', '.join(map(_value, value))}]"
    return quoted(value)


def _lines(record: ActRecord) -> Iterator[str]:
    act, told = record.act, record.record
    yield ""
    yield from keys(number=act.number, adopted=act.adopted, kind=act.kind if act.kind is not ActKind.UNSTATED else None,
                    adilet_id=record.adilet_id,
                    adilet_id_basis=("pattern" if record.guessed else "given") if record.adilet_id else None,
                    gazette=record.gazette, zan=record.zan, recorded=told.recorded, **_sourced(told, told))
    if record.titles:
        yield from ("", "[titles]", *keys(**dict(record.titles)))
    for each in record.publications:
        yield from ("", "[[publication]]", *keys(**_publication_told(each), **_sourced(each.record, told)))
    if (operation := record.operation) is not None:
        yield from ("", "[operation]", *keys(**_operative_told(operation), **_sourced(operation.record, told)))
    for target in record.targets:
        yield from ("", "[[target]]", *keys(**{each.name: getattr(target, each.name) for each in _OF_TARGET},
                                            **_sourced(target.record, told)))
    for whole in record.complete:
        yield from ("", "[[complete]]", *keys(law=whole.law, **_sourced(whole.record, told)))
    for earlier in record.lineage:
        yield from ("", "[[lineage]]", *keys(law=earlier.law, concordance=_by_address(earlier),
                                             **_sourced(earlier.record, told)))


def _by_address(succession: Succession) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for one, other in succession.concordance:
        found.setdefault(one, []).append(other)
    return tuple((one, tuple(others)) for one, others in found.items())


def _sourced(record: Record, of_file: Record) -> dict[str, object]:
    later = {"recorded": record.recorded} if record.recorded != of_file.recorded else {}
    return {**later, "source": record.source, "confidence": record.confidence}


def _publication_told(publication: Publication) -> dict[str, object]:
    days = publication.days if len(publication.days) > 1 else publication.day
    return {"day": days, "first": publication.first, "organ": publication.organ, "issue": publication.issue}


def _operative_told(operation: OperationFact) -> dict[str, object]:
    rule = operation.rule
    return {"day": operation.day} | ({"on_publication": rule.kind is RuleKind.ON_PUBLICATION, "days": rule.days,
                                      "months": rule.months, "on_day": rule.day, "from_the_day": rule.from_the_day}
                                     if rule else {})
