"""Break one rule of the engine at a time, and let the simulated legislature find it out.

Each mutant is a small replacement in a copy of the program. It is hunted with invented histories, one after the other,
until one of them shows a wrong sure answer, or a doubt where everything is known; a rule of replay with items of acts,
too, that people read before the program did. A mutant that survives tells that the comparison does not bite there.

    python scripts/mutants.py                        # all of them; writes docs/mutants.md
    python scripts/mutants.py --only horizon         # those whose name holds a word; writes nothing

As many are hunted at once as there are processors. How each hunt ended is kept in a folder named by the program and
its tests: what was stopped goes on where it was.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legislature import Habits, Shelf

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "src" / "lawgraph"
REPORT = ROOT / "docs" / "mutants.md"
MOST = 3_000
FIRST = 200_000
"""The seeds of the hunt are neither those of the suite nor those of the long run."""
ITEMS = tuple(f"tests/test_{name}.py" for name in (
    "replay", "replay_items", "replay_worlds", "nasty_items", "rare_instructions", "orders_that_amend", "replay_facts",
    "replay_reading", "held_acts", "parts_of_orders", "whole_acts", "ministry"))
"""Where items of acts are held against what people read in them."""
DENIALS = ("tests/test_contradictions.py", "tests/test_held_acts.py", "tests/test_own_words.py",
           "tests/test_made_ahead.py", "tests/judge/test_judge.py")
"""Where sources deny each other; no lawful world does."""
_OWN = {**dict.fromkeys(("parsing/footnotes/own_terms.py", "parsing/footnotes/sentences.py",
                         "parsing/footnotes/fates.py"),
                        ("tests/test_own_days.py", "tests/test_strange_marks.py", "tests/test_beside_words.py",
                         "tests/test_second_round.py")),
        **dict.fromkeys(("evidence/merging.py", "evidence/sources.py", "evidence/gathering.py", "evidence/uptake.py",
                         "evidence/unexplained.py", "evidence/states.py", "evidence/amendments.py",
                         "evidence/dating.py", "evidence/stand_ins.py", "timeline/presence.py", "evidence/proofs.py",
                         "evidence/moved.py", "parsing/body.py"),
                        ("tests/test_rare_worlds.py", "tests/test_editions.py", "tests/test_strange_marks.py",
                         "tests/test_made_ahead.py", "tests/judge/test_judge.py")),
        **dict.fromkeys(("parsing/remarks.py", "evidence/model.py"),
                        ("tests/test_remarks.py", "tests/test_strange_marks.py", "tests/test_beside_words.py")),
        **dict.fromkeys(("parsing/versions.py", "languages/scanner.py"),
                        ("tests/test_strange_marks.py", "tests/test_beside_words.py")),
        "law/days.py": ("tests/test_strange_marks.py",),
        **dict.fromkeys(("parsing/footnotes/besides.py", "parsing/front.py", "parsing/outline.py", "reading/markup.py",
                         "reading/tags.py", "reading/elements.py"),
                        ("tests/test_beside_words.py", "tests/test_official.py")),
        "parsing/footnotes/enactment.py": ("tests/test_official.py", "tests/test_own_days.py",
                                                "tests/test_strange_marks.py", "tests/test_front.py"),
        **dict.fromkeys(("parsing/missing.py", "parsing/footnotes/notes.py", "parsing/footnotes/doubts.py",
                         "parsing/footnotes/clauses.py", "facts/commencement.py"),
                        ("tests/test_several_units.py", "tests/test_divisions.py", "tests/test_written_first.py")),
        "parsing/unheaded.py": ("tests/test_older_forms.py",)}
"""Where a law speaks of itself, or several odd things meet: one world in many does."""
_DENYING = ("evidence/contradictions.py", "evidence/own_words.py", "evidence/unread.py")


@dataclass(frozen=True, slots=True)
class Mutant:
    """Name a rule that is broken, and the replacements that break it in one file: (old text, new text)."""

    name: str
    file: str
    replacements: tuple[tuple[str, str], ...]

    @property
    def worlds(self) -> tuple[str, ...]:
        """The option that tells in which worlds it is hunted."""
        return ("--speaking",) if self.file.startswith("replay/") else ()

    @property
    def items(self) -> tuple[str, ...]:
        """The tests against which it is held where no history finds it out."""
        return ITEMS if self.worlds else DENIALS if self.file in _DENYING else _OWN.get(self.file, ())

    def tried(self, histories: int) -> int:
        """Return how many histories are tried: a tenth where items tell, too."""
        return histories // 10 if self.items else histories


@dataclass(frozen=True, slots=True)
class Catch:
    """Tell how a hunt ended: after how many histories, and with which seed and fault; no fault for a survivor.

    There is no seed where no history found the mutant out, and an item did.
    """

    tried: int
    seed: int | None
    world: str
    fault: str

    @property
    def killed_by(self) -> str | None:
        """What found the mutant out, `None` where nothing did."""
        return f"seed {self.seed}" if self.seed is not None else self.world or None


UNBROKEN = Mutant("nothing is broken", "evidence/touch.py", ())
MUTANTS = (
    Mutant("a new wording leaves the parts alone", "evidence/touch.py", ((
        "    if not unit.may_lie_in(target) or each.scope is Scope.OWN_TEXT:\n",
        ("    if not unit.may_lie_in(target) or each.scope is Scope.OWN_TEXT or (\n"
         "            each.action is Action.SUBSTITUTION):\n")),)),
    Mutant("a new wording leaves the heading alone", "evidence/touch.py", (
        ("    if not unit.may_lie_in(target) or each.scope is Scope.OWN_TEXT:\n",
         "    if not unit.may_lie_in(target) or each.scope is Scope.OWN_TEXT or _is_part(each.action, unit):\n"),
        ("def _vague(", """def _is_part(action: Action, unit: Unit) -> bool:
    return action is Action.SUBSTITUTION and unit.kind is Kind.HEADING


def _vague("""))),
    Mutant("an inserted number is settled in spite of a new wording", "evidence/unexplained.py", ((
        "    only = evidence.amendments[found[0]]\n",
        """    vague = [each for each in found if evidence.amendments[each].act is not None
             and evidence.amendments[each].action not in _RESTRUCTURING]
    found = vague if len(vague) == 1 else found
    only = evidence.amendments[found[0]]
"""),)),
    Mutant("one of several candidates settles an inserted number", "evidence/unexplained.py", ((
        "\n    if len(found) > 1 or ", "\n    if "),)),
    Mutant("a footnote is the whole history: no stand-in for what it dropped", "evidence/stand_ins.py", ((
        "    whole = _whole_until(known)\n", "    whole = date.max\n"),)),
    Mutant("the last footnote on a provision is taken as the whole", "evidence/amendments.py", ((
        "    reconciled, findings = reconcile(law, facts, claimed)\n",
        """    claimed = list({claim.target: claim for claim in claimed}.values())
    reconciled, findings = reconcile(law, facts, claimed)
"""),)),
    Mutant("the horizon is off", "evidence/gathering.py", ((
        "    return max((day for day in days if day is not None), default=None)\n",
        "    return None if days else evidence.start.latest\n"),)),
    Mutant("no stays no beyond the horizon", "timeline/answer.py", ((
        "    if standing.presence is Presence.NO and whole.beyond_horizon:\n",
        "    if standing.presence is Presence.NO and whole.beyond_horizon and not dossier.unit:\n"),)),
    Mutant("acts are ordered by adoption, not by their bounds", "evidence/proofs.py", (
        ("each.operative.possibly_with_or_before(own.operative)\n    after",
         "_adopted(each) <= _adopted(own)\n    after"),
        ("each.operative.possibly_with_or_after(own.operative)\n    if anchor.side",
         "_adopted(each) >= _adopted(own)\n    if anchor.side"),
        ("def _edition_differs(", """def _adopted(each: Amendment) -> date:
    return each.act.adopted if each.act and each.act.adopted else date.min


def _edition_differs("""))),
    Mutant("before an article that an act brings and words anew in part it may be there", "evidence/proofs.py", ((
        "            and (own.operative.certainly_by(day) or not _brings(evidence, index, anchor.index))):\n",
        "            ):\n"),)),
    Mutant("a change that is only foreseen near by dates another one", "evidence/amendments.py", ((
        "        if near and not any(claim.target == fact.eid for claim in of_it):\n", "        if not near:\n"),)),
    Mutant("what came back is printed where a line tells of its end", "evidence/uptake.py", ((
        "        came = Taken.OPEN if _may_be_gone_still(shown, each) else Taken.YES\n",
        "        came = Taken.YES\n"),)),
    Mutant("an act of the same day is not counted as between", "law/days.py", (
        ("self._first <= other._last", "self._first < other._last"),
        ("self._last >= other._first", "self._last > other._first"))),
    Mutant("an act operates from the earliest day that it can", "law/days.py", ((
        "return self._last is not None and self._last <= day",
        "return self._first is not None and self._first <= day"),)),
    Mutant("acts are published within five days", "languages/state.py", ((
        "PUBLICATION_TERM = 30", "PUBLICATION_TERM = 5"),)),
    Mutant("a lower number is inferred although an act can have excluded it", "timeline/answer.py", ((
        "    if not verdict.contradicted and not ended and told.higher",
        "    if not verdict.contradicted and told.higher"),)),
    Mutant("the editorial line of an excluded point is ignored", "timeline/presence.py", ((
        "Sign.ABSENT if each.excluded else Sign.THERE", "Sign.THERE"),)),
    Mutant("an insertion does not bring back an excluded number", "evidence/touch.py", ((
        "        return Touch.DIRECT if each.action in _WHOLE else Touch.NONE\n",
        "        return Touch.DIRECT if each.action in _WHOLE - {Action.INSERTION} else Touch.NONE\n"),)),
    Mutant("every recorded act counts as taken up", "evidence/uptake.py", ((
        "    return Taken.OPEN if later else Taken.NO\n", "    return Taken.OPEN if later else Taken.YES\n"),)),
    Mutant("a change somewhere in an article leaves its own text alone", "evidence/touch.py", ((
        "        return _vague(evidence, index) if vague else Touch.DIRECT\n",
        "        return Touch.NONE if vague else Touch.DIRECT\n"),)),
    Mutant("words replaced throughout touch nothing", "evidence/touch.py", ((
        "        return Touch.NONE if spared else Touch.SOMEWHERE\n", "        return Touch.NONE\n"),)),
    Mutant("a located act counts as complete", "evidence/touch.py", ((
        "    return Touch.ELSEWHERE if (each.act_name, each.target.ground) in evidence.located else Touch.SOMEWHERE\n",
        "    return Touch.NONE if (each.act_name, each.target.ground) in evidence.located else Touch.SOMEWHERE\n"),)),
    Mutant("a change of a heading locates its act", "evidence/gathering.py", ((
        "if each.act and each.act.identified and each.target.kind is not Kind.HEADING\n",
        "if each.act and each.act.identified\n"),)),
    Mutant("several acts that left a wording alike are all ruled out", "evidence/merging.py", ((
        "    alone = single and compared.pair.surely.issuperset(compared.bearing)\n",
        "    alone = bool(these)\n"),)),
    Mutant("a difference is given to the first of several acts", "evidence/merging.py", ((
        "    if len(compared.bearing) != 1 or not compared.pair.surely.issuperset(compared.bearing):\n",
        "    if not compared.bearing or not compared.pair.surely.issuperset(compared.bearing):\n"),)),
    Mutant("what an article says of itself is believed of nothing", "parsing/footnotes/own_terms.py", ((
        "    return (*named, *((each.eid,) if told and (points or not named) else ()))\n",
        "    return ()\n"),)),
    Mutant("what is said of this chapter has no number", "parsing/footnotes/sentences.py", ((
        "        if unit and unit.number:\n",
        "        if unit and unit.number and not rule.kind.divides:\n"),)),
    Mutant("articles without a number are none", "parsing/footnotes/sentences.py", ((
        "    return bool(several or _goes_on_in_words(tokens, lang) or found(",
        "    return bool(several and found("),)),
    Mutant("likeness of editions that lag counts too", "evidence/merging.py", ((
        "               for each in lacking for index in compared.bearing)\n",
        "               for each in lacking for index in compared.bearing if not lacking)\n"),)),
    Mutant("a day of adoption is taken for a day of operation", "evidence/sources.py", (
        ("        return self.day if self.dated_by is Dating.OPERATION and not foreseen else None\n",
         "        return self.day\n"),
        ("        return self.as_of or self.retrieved if self.dated_by is Dating.OPERATION else None\n",
         "        return self.day or self.retrieved\n"))),
    Mutant("an edition is dated by adoption only where its manifest says so", "evidence/dating.py", ((
        "if day and (_not_by(each.operative, each.adopted, day) or (", "if not day)"),)),
    Mutant("an edition that does not tell of an act is older than it", "evidence/uptake.py", ((
        "    if told is Taken.NO and day and each.operative.certainly_by(day):\n",
        "    if told is Taken.NO and not day:\n"),)),
    Mutant("what an edition leaves out was not there on its day", "evidence/merging.py", ((
        "            if explained and (living or _proves_absence(", "            if (living or _proves_absence("),)),
    Mutant("an earlier edition has told all that a later new wording dropped", "evidence/stand_ins.py", ((
        "    if silent is None and each.target.kind is Kind.HEADING and all(",
        "    if silent is not None or each.target.kind is Kind.HEADING and all("),)),
    Mutant("an edition without notes has told all that a later new wording dropped", "evidence/stand_ins.py", ((
        "    if silent and silent != told:\n", "    if silent and silent == told:\n"),)),
    Mutant("a heading is newly worded but once", "evidence/stand_ins.py", ((
        "    if silent is None and each.target.kind is Kind.HEADING and all(",
        "    if each.target.kind is Kind.HEADING and any("),)),
    Mutant("an act left to itself starts as a whole", "evidence/uptake.py", ((
        "    if undated or (each.deferred and not shown.alone):\n",
        "    if undated or (each.deferred and shown.alone):\n"),)),
    Mutant("an absent number was excluded by whatever shows it absent", "evidence/unexplained.py", ((
        "    return first is None or not any(until and unknown_first(until) < first for until in lacking)\n",
        "    return first is None or not any(lacking)\n"),)),
    Mutant("an expiry drops nothing", "evidence/stand_ins.py", ((
        "_DROPPING = (Action.SUBSTITUTION, Action.EXCLUSION, Action.EXPIRY)\n",
        "_DROPPING = (Action.SUBSTITUTION, Action.EXCLUSION)\n"),)),
    Mutant("two steps of an act share one fact", "evidence/sources.py", ((
        "    return next(iter(own or [fact for fact in facts if fact.operative is None]), None)\n",
        "    return next(iter(facts[-1:]), None)\n"),)),
    Mutant("what was not found long ago is not there today", "evidence/uptake.py", ((
        "    known_by = shown.edition.day or shown.edition.retrieved\n", "    known_by = shown.edition.day\n"),)),
    Mutant("a guess of place is evidence", "evidence/sources.py", ((
        "                       tree.above(eid), eid in parts,",
        "                       placed.above(eid), eid in parts,"),)),
    Mutant("parts and indents are names", "evidence/sources.py", ((
        "        return target.kind.counted and any(\n", "        return not target.kind.counted and any(\n"),)),
    Mutant("a chapter newly worded drops nothing in it", "evidence/touch.py", ((
        "    if unit.kind is Kind.HEADING or (unit.habitual and not each.stands_in):\n",
        "    if unit.kind is Kind.HEADING or unit.habitual:\n"),)),
    Mutant("foreseen is a proof", "timeline/presence.py", ((
        "        if each.foreseen or late or untold or _may_be_misplaced(",
        "        if late or untold or _may_be_misplaced("),)),
    Mutant("what stands where a part moved is always its own", "evidence/touch.py", ((
        "    return again or _another_printed(evidence, target) or any(\n",
        "    return again or any(\n"),)),
    Mutant("silence overrules what no source tells", "evidence/gathering.py", ((
        "        and not each.stands_in and taken[edition.file][index] in",
        "        and taken[edition.file][index] in"),)),
    Mutant("behind the end of a page nothing happened", "evidence/unread.py", ((
        "*_cut_short(law), *_of_nothing(law))\n", "*_of_nothing(law))\n"),)),
    Mutant("what a footnote may have dropped is of after the end", "timeline/presence.py", ((
        "        late = each.stands_in and _ended_before(evidence, unit, each)\n", "        late = False\n"),)),
    Mutant("what an act says without a day is done in one step", "evidence/uptake.py", ((
        "    if undated or (each", "    if (each"),)),
    Mutant("an edition lacks what began only after its day", "evidence/merging.py", ((
        "               and (day is None or evidence.amendments[index].operative.possibly_by(day))\n", ""),)),
    Mutant("what an edition prints before an act is brought by that act", "evidence/unexplained.py", ((
        "    if any(evidence.taken[file][index] is Taken.NO for file in living):\n        return False\n", ""),)),
    Mutant("an edition that names no act was made by those that are known", "evidence/unexplained.py", ((
        "    unnamed = bool(printing) and all(", "    unnamed = not printing and all("),)),
    Mutant("what an edition lacks where it is not read whole is still there", "evidence/unexplained.py", ((
        "not _reaches(evidence, edition, unit)\n", "not tells(evidence, edition, unit)\n"),)),
    Mutant("what nothing dates and is cut off is of before all that others print", "evidence/unread.py", ((
        "    return one is not other and named >= told\n", "    return one is not other\n"),)),
    Mutant("what is not printed where numbers are left out was never there", "evidence/gathering.py", ((
        "    law = with_holes(law, (each.eid for each in units))\n", ""),)),
    Mutant("what was looked for on one page was looked for on all", "evidence/uptake.py", ((
        "    other = shown.several or (", "    other = ("),)),
    Mutant("an odd number behind one that is gone is wording", "parsing/body.py", ((
        "        comes = behind_few if is_marked", "        comes = follows if is_marked"),)),
    Mutant("of one day are only editions dated by operation", "evidence/contradictions.py", ((
        "        if each.day:\n            same", "        if each.as_of:\n            same"),)),
    Mutant("an end told aside is that of the law", "parsing/footnotes/own_terms.py", ((
        "    if any(token.meaning is Action.EXPIRY for part in asides(sentence)",
        "    if any(token.meaning is Action.EXPIRY for part in ()"),)),
    Mutant("a translation tells nothing of acts that an official edition does not name", "evidence/unread.py", ((
        "    return bool(_named_by(law, each) - {", "    return not bool(_named_by(law, each) - {"),)),
    Mutant("what is not read of a held act is nothing", "evidence/unread.py", ((
        "    acts = (_of_act(each) for each in law.unread)\n",
        "    acts = (_of_act(each) for each in law.unread[:0])\n"),)),
    Mutant("a recorded target that the law cannot have is nothing", "evidence/unread.py", ((
        "*_cut_short(law), *_of_nothing(law))\n", "*_cut_short(law))\n"),)),
    Mutant("the mark of a note is wording", "parsing/footnotes/doubts.py", ((
        "        if hanging and LAW not in hanging:\n", "        if not hanging and LAW in hanging:\n"),)),
    Mutant("a note behind the signature is of nobody", "parsing/structure.py", ((
        "            if noted:\n",
        "            if not text:\n"),)),
    Mutant("where no source tells of an act there was one", "evidence/touch.py", ((
        "    untold = isinstance(each.by, Untold) and each.action is Action.MODIFICATION\n",
        "    untold = isinstance(each.by, Untold) and each.action is Action.RENUMBERING\n"),)),
    Mutant("what begins within a line leads nothing astray", "parsing/missing.py", ((
        "(each.eid, *_led_astray(each, eids)), eids,", "(each.eid,), eids,"),)),
    Mutant("a number brought among others was nobody's before", "evidence/moved.py", ((
        "for eid in since if behind and", "for eid in since if eid not in brought and behind and"),)),
    Mutant("what stands behind a number that was brought had its own before", "evidence/moved.py", ((
        "behind = [eid.order for eid in since if eid not in brought]", "behind = []"),)),
    Mutant("units that are named by their place are none", "parsing/footnotes/notes.py", ((
        "*begun, *_of_neighbours(note, claims))", "*begun)"),)),
    Mutant("what a page hides is nothing", "reading/markup.py", ((
        "            self._note(words[:_LONGEST_UNSEEN])\n", "            pass\n"),)),
    Mutant("a line across a page parts nothing", "reading/markup.py", ((
        'name == "hr" and _is_between_texts(element)', 'name == "hr" and not name'),)),
    Mutant("a title beside words says nothing of them", "reading/tags.py", ((
        "    return titled or (element.tag ==", "    return (element.tag =="),)),
    Mutant("what stands in a quotation is the text", "reading/tags.py", ((
        "(element.tag == \"blockquote\" and", "(False and"),)),
    Mutant("what was changed without a note is as it was", "reading/elements.py", ((
        "if each.change and not told and", "if False and not told and"),)),
    Mutant("only the names of fields tell of a state", "reading/elements.py", ((
        'name != "html" and isinstance', 'name == "html" and isinstance'),)),
    Mutant("two wordings below each other are two norms", "parsing/versions.py", ((
        "    return near and not listed and _are_alike", "    return near and listed and _are_alike"),)),
    Mutant("the bracket of a number closes no other one", "languages/scanner.py", ((
        "    for start in opened[:_DEEPEST] if numbers else ():", "    for start in ():"),)),
    Mutant("until the last day of a month is over on that day", "law/days.py", ((
        "    return following if following.day == 1 else day", "    return day"),)),
    Mutant("two wordings in a row of a table are two norms", "parsing/versions.py", ((
        "    return signs or rows or", "    return signs or"),)),
    Mutant("brackets never give the words of before", "parsing/versions.py", ((
        "        plain_pattern(layout.instead).fullmatch(part.strip(_FRAME)) or", "       "),)),
    Mutant("brackets never give the words of a day", "parsing/versions.py", ((
        " or _sets_words_of_a_day(part, lang)\n", "\n"),)),
    Mutant("a stroke never parts two wordings", "parsing/versions.py", ((
        "    return all(found(says", "    return not says and all(found(says"),)),
    Mutant("an order to change a text is a norm", "parsing/remarks.py", ((
        "opens(layout.earlier, line) or opens(layout.instructs, line) or", "opens(layout.earlier, line) or"),)),
    Mutant("a remark is of where it stands, whatever it names", "parsing/remarks.py", ((
        "            telling = (note,) if younger or", "            telling = () if not younger or"),)),
    Mutant("a line like a heading tells of no change", "parsing/outline.py", ((
        " or holds_number(block.text) or tells_of_change(block.text, self.lang):", " or holds_number(block.text):"),)),
    Mutant("a line of another year is a norm", "parsing/remarks.py", ((
        " or _OF_YEAR.match(line) is not None\n", "\n"),)),
    Mutant("a former number is a norm", "parsing/remarks.py", ((
        "    versioned = former or _OF", "    versioned = _OF"),)),
    Mutant("brackets in a title are its words", "parsing/front.py", ((
        "    for block in (block for block in titles if any(opens(renamed",
        "    for block in (block for block in titles[:0] if any(opens(renamed"),)),
    Mutant("brackets of a note lead to nothing that changed", "parsing/footnotes/besides.py", ((
        "    for led in plain_pattern(words.sees_changed).finditer(plain):\n",
        "    for led in plain_pattern(words.sees_changed).finditer(\"\"):\n"),)),
    Mutant("the table of a note is no annex", "parsing/footnotes/besides.py", ((
        "    if any(token.meaning is Mark.UNREAD and", "    if any(token.meaning is Mark.PENDING and"),)),
    Mutant("what is said of the oil of an article is said of its days", "parsing/footnotes/own_terms.py", ((
        "        _begins_with_unit(tokens) or opens", "        bool(tokens) or opens"),)),
    Mutant("lines of articles are texts wherever they end like sentences", "parsing/unheaded.py", ((
        "    if 2 * len(bare) <= len(ended) or most", "    if most"),)),
    Mutant("a chapter that several sections have is none of them", "parsing/footnotes/doubts.py", ((
        "        return (eid, *(each for each in known if each.endswith(f\"__{eid.outermost}\")))\n",
        "        return (eid,)\n"),)),
    Mutant("a chapter in a list holds the article beside it", "parsing/footnotes/doubts.py", ((
        "    yield from _beside_larger(tokens, lang)\n", ""),)),
    Mutant("an annex without a number is the first of them", "parsing/footnotes/doubts.py", ((
        "any(unit.number is None and (nested or len(addresses(unit, around, known)) > 1)",
        "any(unit.number and False"),)),
    Mutant("rules within rules are those around them", "parsing/footnotes/doubts.py", ((
        "    nested = is_annexed_within(around)\n", "    nested = False\n"),)),
    Mutant("rules number the points of their annexes", "parsing/footnotes/clauses.py", ((
        "    return next((each for each in (around, *around.ancestors) if each.kind is Kind.ANNEX), around",
        "    return next((each for each in ()), around"),)),
    Mutant("the heading of rules is that of the chapter where a note stands", "parsing/footnotes/clauses.py", ((
        "        outer = around.outermost\n", "        outer = around\n"),)),
    Mutant("an annex of that number is one of its own rules", "parsing/footnotes/clauses.py", ((
        "    return next(chain(own, held), None)", "    return next(chain(held, own), None)"),)),
    Mutant("a note on another day of its start repeats the law", "parsing/footnotes/own_terms.py", ((
        "if each.begins and rule == OperationRule(RuleKind.ON_DAY, day=each.day)]", "if each.begins]"),)),
    Mutant("what operates for a time has no end", "parsing/footnotes/own_terms.py", ((
        "            yield from (OwnTerm(eid, Action.EXPIRY, starts[0].until,",
        "            yield from (OwnTerm(eid, Action.SUSPENSION, starts[0].day,"),)),
    Mutant("few words on another article are none on its days", "parsing/footnotes/own_terms.py", ((
        "                 if eid.kind is Kind.ARTICLE and eid in document.known and eid != each",
        "                 if eid.kind is Kind.LAW and eid in document.known and eid != each"),)),
    Mutant("a note of a translation ends what its text prints", "timeline/presence.py", ((
        "(evidence, each, unit) or doubtful:\n", "(evidence, each, unit):\n"),)),
    Mutant("no year is a slip, however late", "facts/commencement.py", ((
        "        if _is_far_off(rule.day, act):\n",
        "        if act.adopted is None and _is_far_off(rule.day, act):\n"),)),
    Mutant("an own term is told by the first edition alone", "evidence/stand_ins.py", ((
        "bounds, sources, term.day if pauses", "bounds, sources[:1], term.day if pauses"),)),
    Mutant("an act adopted by the day of a page has begun by it", "evidence/amendments.py", ((
        "        bounds = bounded_by(told.shown.get(_change_of(claim), edition.as_of), bounds)\n",
        "        bounds = bounded_by(told.shown.get(_change_of(claim), edition.applied_by), bounds)\n"),)),
    Mutant("a later act takes no new words away", "evidence/touch.py", ((
        "            and evidence.amendments[each].operative.possibly_with_or_after(operative))\n",
        "            and evidence.amendments[each].operative.possibly_with_or_after(operative) and index < 0)\n"),)),
    Mutant("words that are replaced again were never there", "evidence/touch.py", ((
        "    return _words_replaced(evidence, index, unit) and not _lacks_new_words(evidence, edition, index, unit)\n",
        "    return False\n"),)),
    Mutant("what holds new words was not touched either", "evidence/touch.py", ((
        "            and not may_hold(text, words))\n", "            and bool(may_hold(text, words) or text))\n"),)),
    Mutant("any publication is the first", "facts/commencement.py", ((
        " if each.first), default=None)\n", "), default=None)\n"),)),
    Mutant("an insertion lies before the day of what met it", "evidence/unexplained.py", ((
        "    met = [each.operative.latest for each in near\n",
        "    met = [each.operative.latest - timedelta(days=1) for each in near\n"),)),
    Mutant("a heading left standing lacks no change", "timeline/wording.py", ((
        "    return any(not edition.official or evidence.taken[edition.file][index] is not Taken.YES\n",
        "    return any(evidence.taken[edition.file][index] is not Taken.YES\n"),)),
    Mutant("a clause recorded for an act holds for all its parts", "evidence/amendments.py", ((
        "            bounds = _of_all_parts(told.law, record, bounds)\n", "            pass\n"),)),
    Mutant("a complete list of targets explains no footnote", "evidence/reconciling.py", ((
        "        if claim.act_name not in complete:\n", "        if claim.act is None or complete:\n"),)),
    Mutant("a unit begins with its law, whatever the closing article says", "evidence/gathering.py", (
        ("    known = (*known, *own_changes(law), *brought_changes(law), *changes",
         "    known = (*known, *brought_changes(law), *changes"),)),
    Mutant("a later edition tells what a new wording replaced", "evidence/own_words.py", (
        ("            if not (state.of_later and each.inner and each.made.edit.verb is Sense.RESTATE)]\n",
         "            if each]\n"),)),
    Mutant("an edition shows whatever was adopted by its day", "evidence/states.py", ((
        " and all(rule.kind is RuleKind.AFTER_PUBLICATION for rule in moment.rules):\n", ":\n"),)),
    Mutant("no other act may have changed an article before", "evidence/states.py", ((
        "        return LAW in self.doubtful or eid.outermost in self.doubtful\n", "        return False\n"),)),
    Mutant("what is put where a list ends is never its last line", "replay/inserting.py", ((
        "        if opened or (last.kind.counted and last.kind is not following.kind):\n", "        if False:\n"),)),
    Mutant("a fact is located by an act of which not all is told", "evidence/own_words.py", ((
        "if not (told_all and _located(each, facts)))\n", "if not _located(each, facts))\n"),)),
    Mutant("a list of exceptions ends with the last rule that is read", "replay/starts.py", ((
        "        place = min(stop + listed, len(text))\n    if text[place:].strip(\" \\n.;\"):\n",
        "        place = min(stop + listed, len(text))\n    if not marks:\n"),)),
    Mutant("a day of one step holds for all", "replay/starts.py", ((
        "item in (None, place.item) and step in (None, place.step) and (\n", "item in (None, place.item) and (\n"),)),
    Mutant("a wording ends with the first mark that ends a paragraph", "replay/wordings.py", ((
        "        balanced = depth <= -unmarked and straight % 2 == 0\n", "        balanced = True\n"),)),
    Mutant("a mark that two quotations share belongs to the outer one", "replay/words.py", ((
        "        return f\"{quoted}»\"\n", "        return quoted\n"),)),
    Mutant("all items of an act are on the law", "replay/naming.py", ((
        "for each in act.items if law.adopted in [day for day, _ in each.target.issued]\n",
        "for each in act.items if each.target.adopted\n"),
        ("                 and (not titles or each.target.title is None or _bare(each.target.title) in titles))\n",
         "                 and titles is not None)\n"))),
    Mutant("instructions that collide are all applied", "replay/applying.py", ((
        "(*_overlapping(plans, law), *_spoken_of(instructions, law, refused, plans)), \"overlap\")",
        "_spoken_of(instructions, law, refused, plans), \"overlap\")"),)),
    Mutant("what an act makes anew is what another instruction speaks of", "replay/applying.py", ((
        "(*_overlapping(plans, law), *_spoken_of(instructions, law, refused, plans)), \"overlap\")",
        "_overlapping(plans, law), \"overlap\")"),)),
    Mutant("an instruction speaks of the law as those before it leave it", "replay/applying.py", ((
        "    return Applied(_opened(_rebuilt(law, (), kept), numbered), refused, plans)\n",
        ("    return Applied(_opened(_in_turn(law, [instructions[each] for each in plans], "
         "lang), numbered), refused, plans)\n"
         "\n"
         "\n"
         "def _in_turn(law: Node, instructions: Sequence[Instruction], lang: str) -> Node:\n"
         "    for made in instructions:\n"
         "        try:\n"
         "            law = _rebuilt(law, (), Planner(law, lang, Rewording(law)).plan(made))\n"
         "        except Unplaced:\n"
         "            continue\n"
         "    return law\n")),)),
    Mutant("of two readings the first is taken", "replay/applying.py", ((
        "        if not fits or (len(fits) > 1 and not self._alike(made, *fits)):\n",
        "        if not fits:\n"),)),
    Mutant("a run of numbers holds none in between", "replay/applying.py", ((
        "        if last and last.since and last.level",
        "        if last and not last.number and last.level"),)),
    Mutant("an excluded part keeps its place", "replay/applying.py", ((
        "        counted = node.kind.counted or node.kind in",
        "        counted = node.kind in"),)),
    Mutant("what is put on a full place takes it", "replay/inserting.py", ((
        "                if not parts[taken].excluded:\n",
        "                if not parts:\n"),)),
    Mutant("an ordinal puts a part behind the one that it names", "replay/inserting.py", ((
        "            before = parts[place - 2][-1] if place - 2 < len(parts)",
        "            before = parts[place - 2][-1] + 1 if place - 2 < len(parts)"),)),
    Mutant("a numbered paragraph stands beside text without a number", "replay/inserting.py", ((
        "        if level is Level.PARAGRAPH and node.text and",
        "        if level is Level.PARAGRAPH and not node and"),)),
    Mutant("a new point goes into the first list", "replay/inserting.py", ((
        "        if len(lists) != 1:\n",
        "        if not lists:\n"),)),
    Mutant("a sentence behind a list is its last line", "replay/inserting.py", ((
        "    return before[:1].islower() and before",
        "    return not before and before"),)),
    Mutant("a new line of a list stands at its end", "replay/inserting.py", ((
        "        if place <= len(plain):\n",
        "        if place < 0:\n"),)),
    Mutant("words that stand several times are all exchanged", "replay/rewording.py", ((
        "            if len(found) > 1 and not edit.throughout:\n",
        "            if not found:\n"),)),
    Mutant("words throughout leave headings alone", "replay/rewording.py", ((
        "        if everywhere and each.heading and",
        "        if not everywhere and each.heading and"),)),
    Mutant("words are put in before those that they shall follow", "replay/rewording.py", ((
        "words=joined(text[:end], put), span=(end, end))", "words=f\"{put} \", span=(start, start))"),)),
    Mutant("words are appended behind the end mark", "replay/rewording.py", ((
        "        place = low + end_of(text[low:high])\n", "        place = high\n"),)),
    Mutant("an appended sentence stands first", "replay/inserting.py", ((
        "words=f\" {words}\", span=(len(text), len(text)))", "words=f\"{words} \", span=(0, 0))"),)),
    Mutant("a part may hold parts", "replay/inserting.py", ((
        "            if holds_parts(new) or node", "            if node"),)),
    Mutant("a quotation goes on where an instruction does", "replay/words.py", ((
        "or (inner and inner[0] < own):\n", "or (inner and not own):\n"),)),
    Mutant("an edition prints other words than an exchange makes", "evidence/proofs.py", ((
        "        yield from (pair.later for pair in fact.rewordings if",
        "        yield from (pair.later for pair in fact.rewordings[:0] if"),)),
    Mutant("an instruction stands within a wording that one mark fails", "replay/items.py", ((
        "        return replace(taken, faults=(*taken.faults, \"unclear_end\")) if swallows else taken\n",
        "        return taken\n"),)),
    Mutant("the whole of a unit that is not named is meant itself", "replay/addresses.py", ((
        "        elif any(_lacks_inner(first, each[0]) for each in chains[1:]):\n",
        "        elif any(_lacks_inner(first, each[0]) for each in chains[:0]):\n"),)),
    Mutant("a heading that holds the words keeps them", "replay/effects.py", ((
        "        if len(texts) > 1 or not pairs or headed:\n", "        if len(texts) > 1 or not pairs:\n"),)),
    Mutant("an instruction that began before it was struck never operated", "replay/rewriting.py", ((
        "all(day is not None and day <= own for day in days)", "all(day is not None for day in days)"),)),
    Mutant("an act whose words are changed loses nothing else", "replay/rewriting.py", ((
        "each.edit.verb is Sense.STRIKE and not each.edit.search]",
        "each.edit.verb in (Sense.STRIKE, Sense.REPLACE)]"),)),
    Mutant("all that a division holds is told though of an article only that it changed", "evidence/own_words.py", ((
        "    vague = any(each.reach is Scope.SOMEWHERE for each in told)\n", "    vague = False\n"),)),
    Mutant("a fact without a day begins with its act, whatever the words of that say", "evidence/own_words.py", ((
        "    return told or starts\n", "    return each.rules\n"),)),
    Mutant("words in a heading and throughout are those of the heading", "replay/edits.py", ((
        "        self.targets = (*self.targets, *over)\n", ""),)),
    Mutant("a unit within another stands beside it", "replay/edits.py", ((
        "        if within and not brings and found:\n", "        if within and not found:\n"),)),
    Mutant("a unit lies within the one before, whichever is the larger", "replay/edits.py", ((
        "            each and each[0].level.rank > outer[-1].level.rank for each in found)\n",
        "            found)\n"),)),
    Mutant("a later unit of a clause is one of the act itself", "replay/clauses.py", ((
        "        targets.append((*around, *each))\n", "        targets.append(each)\n"),)),
    Mutant("a later unit of a clause lies in the one before", "replay/clauses.py", ((
        "        if outer or (around and around in before and not scoped):\n", "        if outer:\n"),)),
    Mutant("what is new comes into the unit before, whatever that is", "replay/clauses.py", ((
        "        targets = tuple(dict.fromkeys(_outside(each, level) for each in targets))\n", "        pass\n"),)),
    Mutant("what is supplemented within a unit is new", "replay/edits.py", ((
        "        return self.verb in _BRINGS and not acted_upon\n", "        return self.verb in _BRINGS\n"),)),
    Mutant("a shared mark before another quotation ends the first", "replay/words.py", ((
        "            break  # two words in a list, or one that holds both quotations\n", "            pass\n"),)),
    Mutant("a unit and throughout is that unit", "replay/edits.py", ((
        "(self.beside and not self._with_texts())", "(self._with_texts() and False)"),)),
    Mutant("words throughout are those of the heading, too", "replay/effects.py", ((
        "heading and path == slot.path and self._is_apart(slot, made, text))))\n", "False)))\n"),)),
    Mutant("a new article stands in the chapter of the one before it", "replay/effects.py", ((
        "        return named or any(each.kind is Kind.ARTICLE for each in following)\n", "        return True\n"),)),
    Mutant("a mark that may end a wording ends none where the next line is not read", "replay/wordings.py", ((
        "passed or (shared and not _is_prose(lines[place + 1:place + 2]))", "False"),)),
    Mutant("words that are meant throughout are not meant in what the act brings", "replay/effects.py", ((
        "                    and not _may_mean(made, each.later))\n", "                    )\n"),)),
    Mutant("whatever is told to read so is what is suspended", "replay/interim.py", ((
        "    return not numbered or numbered == own\n", "    return True\n"),)),
    Mutant("a heading that is struck leaves what stands under it", "replay/rewriting.py", ((
        "not any(_step(made) in steps for made in _all(text) if made not in found))", "True)"),)),
    Mutant("words without a day tell of every step that starts under their rule", "evidence/sources.py", ((
        "        fact.operative == day if fact.operative else _is_told_at(fact, each)))\n",
        "        fact.operative == day if fact.operative else fact.rules == (each.rule,)))\n"),)),
    Mutant("a part of an act that began is worded anew from its first day", "replay/rewriting.py", ((
        "    if not all(_never_began(text, old, days) for old in gone) or not all(\n", "    if not all(\n"), (
        "            _never_began(started, each, days) for new in put.values() for each in new):\n",
        "            map(len, put.values())):\n"))),
    Mutant("words of an act in all their cases are exchanged as they are quoted", "replay/rewriting.py", ((
        "made.edit.throughout or made.edit.inflected", "made.edit.throughout"),)),
    Mutant("a part of an act that began starts on another day", "replay/rewriting.py", ((
        "    return _never_began(text, made, days) and _never_began(started, made, days)\n", "    return True\n"),)),
    Mutant("a heading above the steps of an item is forgotten", "replay/items.py", ((
        "                self.scopes, self.used, self.aside = [*self.outer], set(), False\n",
        "                self.scopes, self.used, self.aside = [], set(), False\n"),)),
    Mutant("a point comes into an act that consists of articles", "replay/inserting.py", ((
        "            raise Unplaced(\"unclear_parts\")  # it consists of articles, or its points stand in chapters\n",
        "            pass\n"),)),
    Mutant("two units with letters are one", "replay/state.py", ((
        "    return alone or (node.letter or node.number) == step.number\n",
        "    return alone or node.number == step.number\n"),)),
    Mutant("a sentence behind a numbered list is a line before it", "replay/inserting.py", ((
        ".endswith(\":\") and not numbered else", ".endswith(\":\") else"),)),
    Mutant("an edition of the day of an adoption shows nothing that begins later", "evidence/states.py", ((
        "if moment.bounds.possibly_by(day) or adopted == day else", "if moment.bounds.possibly_by(day) else"),)),
    Mutant("an article in a chapter that is worded anew was there before", "evidence/own_words.py", ((
        "is Kind.ARTICLE and each.eid.outermost in moment.articles:", "is Kind.ARTICLE:"),)),
    Mutant("an edition that was made when one act was adopted shows all acts before it", "evidence/states.py", ((
        "return True if adopted == day and moment.held.act.name not in base.ahead else None", "return True"),)),
    Mutant("an edition of the day of an adoption shows nothing that a note tells of", "evidence/states.py", ((
        "        ahead = act and act.adopted == shown.day\n", "        ahead = False\n"),)),
    Mutant("an annex with any title is what an act approved", "replay/approved.py", ((
        "    return all(may_hold(one, (other,)) for one, other in zip(held, own, strict=True))", "    return True"),)),
    Mutant("what an act approved is its only annex", "replay/state.py", ((
        "        return is_titled(node.heading or \"\", *step.titled)\n", "        return True\n"),)),
    Mutant("a chapter of rules holds all that stands behind it", "replay/state.py", ((
        "        if part.kind.divides and part.kind not in inner:\n            return\n", ""),)),
    Mutant("a unit without a word of an annex may be of one", "replay/state.py", ((
        "own = part.kind is not Kind.ANNEX if node.kind in _OUTER else", "own = True if node.kind in _OUTER else"),)),
    Mutant("a step behind a heading of approved rules is of the act", "replay/items.py", ((
        "                if self.astray:", "                if False and self.astray:"),)),
    Mutant("a line that names approved rules is of the act", "replay/items.py", ((
        "        before, self.scopes = self.scopes, [named.text]\n", "        before = self.scopes\n"),)),
    Mutant("what follows a line that names approved rules is of the act", "replay/items.py", ((
        "        if self.aside and (clauses is None or not self._stay(clauses)):", "        if False:"),)),
    Mutant("a line that names approved rules is of them in all its clauses", "replay/items.py", ((
        "        read = clauses is not None and len(clauses) == 1 and not self.poisoned\n",
        "        read = not self.poisoned\n"),)),
    Mutant("a part that the line of an item names is not where its units are", "replay/acts.py", ((
        "line.paragraph, [*body.within], ", "line.paragraph, "),)),
    Mutant("an item on a part that is not read is on the law", "replay/naming.py", ((
        "    return (named[0], span) if whole else (None, (0, 0))\n",
        "    return (named[0], span) if whole else ((), (0, 0))\n"),)),
    Mutant("a unit closes the part that the line of an item names", "replay/items.py", ((
        " or tuple(scopes) == self.body.within:", ":"),)),
    Mutant("an annex of an order is one of the rules that it approved", "replay/items.py", ((
        "        if any(each and each[0].of_act for each in named):\n            return []\n", ""),)),
    Mutant("those rules are the first that were named", "replay/approved.py", ((
        ("    if not ends and len(alike) != 1 and here not in alike:\n        return None\n"
         "    text, end = ends[0] if ends else (alike[0] if len(alike) == 1 else here or (), match.end())\n"),
        "    if not alike:\n        return None\n    text, end = ends[0] if ends else (alike[0], match.end())\n"),)),
    Mutant("behind a line that names other rules the open heading goes on", "replay/items.py", ((
        "            self.scopes, self.aside = [], True\n", "            self.aside = not self.scopes\n"),)),
    Mutant("what stands behind all on approved rules may be of the act", "replay/approved.py", ((
        "zip(within[behind:], instructions[behind:], strict=True))",
        "zip(within[:behind], instructions[:behind], strict=True))"),)),
    Mutant("a unit behind a semicolon is one of the act itself", "replay/clauses.py", ((
        "            whole = _behind_semicolon(edit, inherited)\n", "            whole = edit\n"),)),
    Mutant("a unit beside headings has one that is named", "replay/addresses.py", ((
        "(chain if chain in beside else (first, *chain) for", "((first, *chain) for"),)),
    Mutant("a point may be brought into any act", "replay/items.py", ((
        "        return _AT_LAW | {Level.PARAGRAPH} if self.body.target.kind in _OF_POINTS else _AT_LAW\n",
        "        return _AT_LAW | {Level.PARAGRAPH}\n"),)),
    Mutant("a number in an act that a point lists counts a step of it", "replay/items.py", ((
        " or (self.body.entry and line.step(\")\")):\n", ":\n"),)),
    Mutant("a line among acts that a point lists is passed over", "replay/acts.py", ((
        ("        else:\n            self.find(\"unread_line\", line, \"it is in no item\")\n"
         "            self._lose_last(line)\n\n    def _is_first"), "\n    def _is_first"),)),
    Mutant("the first day of a line is that of the act, though a title holds it", "replay/naming.py", ((
        "    bare = _unquoted(text[:head_end], line.lang)", "    bare = text[:head_end]"),)),
    Mutant("a letter in quotation marks is words", "replay/words.py", ((
        "joins or each.word.level in _LETTERED", "joins"),)),
    Mutant("units close the heading of approved rules", "replay/items.py", ((
        "            if scopes[-1][-1].titled or tuple", "            if tuple"),)),
    Mutant("what is excepted from words throughout is changed, too", "replay/rewording.py", ((
        "if not any(each[0][:len(path)] == path for path in but))", "if but is not None)"),)),
    Mutant("a unit is brought where its number puts it, whatever it shall stand behind", "replay/applying.py", ((
        "if around != path[:-1] or place <= path[-1] or any(", "if False and any("),)),
    Mutant("an ordinal may differ from the one behind the unit that is named", "replay/edits.py", ((
        "if not any(told) or told == [each[0].number for each in placed] else None", ""),)),
    Mutant("words in all their cases stand only where they are printed so", "replay/inflected.py", ((
        "or may_hold(text, words)", "or any(each in text for each in words)"),)),
    Mutant("what an act brings holds no words of another instruction in their cases", "replay/inflected.py", ((
        "later = None if effect.later is not None and may_stand(words, effect.later, lang) else effect.later",
        "later = effect.later"),)),
    Mutant("words match within words", "replay/rewording.py", ((
        "    opens = r\"(?<!\\w)\" if words and re.match(r\"\\w\", words[0]) else \"\"\n",
        "    opens = \"\"\n"),)),
    Mutant("one of several units is meant", "replay/state.py", ((
        "    if len(paths) == 1:\n",
        "    if paths:\n"),)),
    Mutant("an excluded unit is named still", "replay/state.py", ((
        "             if each.kind in kinds and not each.excluded and",
        "             if each.kind in kinds and"),)),
    Mutant("parts are counted whatever ends the one before", "replay/state.py", ((
        "        if not before.excluded and (not last",
        "        if not before and (not last"),)),
    Mutant("lines are counted though points stand among them", "replay/state.py", ((
        "    if every[number - 1] != plain[number - 1]:\n",
        "    if not every:\n"),)),
    Mutant("words exchanged can always be turned back", "replay/effects.py", ((
        ("    once = len(list(places_of(edit.put[0], after))) == 1\n"
         "    return once and all("),
        "    return True or all("),)),
    Mutant("what was brought or ended between editions without notes is explained", "evidence/merging.py", ((
        "(action is Action.MODIFICATION or not noted)\n", "action is Action.MODIFICATION\n"),)),
    Mutant("a number came under the address that it has", "evidence/unexplained.py", ((
        "        return each.action in _MOVING and unit.moves_with(each.target)\n", "        return False\n"),)),
    Mutant("words throughout tell of articles of which not all is told", "evidence/own_words.py", ((
        "            found.append(_outside(each, state.doubtful))\n", "            found.append(each)\n"),)),
    Mutant("what is restated as it is taken to read was so before", "replay/placing.py", ((
        "own not in before or own in restated or ", "own not in before or "),)),
    Mutant("an act that a note names has done all that it does", "evidence/uptake.py", ((
        "                         and not _may_be_later_part(shown, dropper) for dropper",
        "                         for dropper"),)),
    Mutant("a change that begins after the day of a page drops notes from it", "evidence/uptake.py", ((
        "             and (day is None or dropper.amendment.operative.possibly_by(day))]\n", "             ]\n"), (
        "                         and not _may_be_later_part(shown, dropper) for dropper",
        "                         for dropper"))),
    Mutant("an edition that may show an act shows it", "evidence/states.py", ((
        " and moment.held.act.name not in base.ahead else None\n", " else None\n"),)),
    Mutant("what an edition prints ahead is of the act that it may show", "evidence/unexplained.py", ((
        "            if known and _is_of_none(evidence, edition, unit, told):\n",
        "            if known and False:\n"),)),
    Mutant("what a translation tells of the law after all official texts tells nothing", "evidence/unread.py", ((
        "        if eid == LAW and after and told <= after:\n",
        "        if eid == LAW and after and told > after:\n"),)),
    Mutant("a verb is of all sentences before it", "parsing/footnotes/statements.py", ((
        "(draft.complete or broken_off)", "draft.complete"),)),
    Mutant("places in a list do not move", "replay/effects.py", ((
        "        moved |= {each.path for each in brought} - alone\n", ""),)),
    Mutant("a place that lapses is ended by an act's own words", "evidence/touch.py", ((
        "all(told_by_act(each) and not each.undoes for each in moving)", "all(map(told_by_act, moving))"),)),
    Mutant("an interim wording begins when the one that it stands for does", "replay/interim.py", ((
        "replace(made, edit=later, begins=until)", "replace(made, edit=later)"),)),
    Mutant("what lasts for a time stays", "replay/told.py", (("until=each.made.ends, ", ""),)),
    Mutant("part of an instruction may last for a time", "replay/interim.py", ((
        "    return named if whole and alone and any(held) else ()\n", "    return named if any(held) else ()\n"),)),
    Mutant("what a new wording leaves out stays", "replay/effects.py", ((
        "    yield from (ToldEffect(own, Action.EXCLUSION, made, inner=True) for own in before\n",
        "    yield from (ToldEffect(own, Action.EXCLUSION, made, inner=True) for own in ()\n"),)),
    Mutant("a day told of some paragraphs holds for all of an instruction", "replay/starts.py", ((
        "    if any(each.partial for each in own) or not covers([each.place for each in own], made):\n",
        "    if not own:\n"),)),
    Mutant("an unread line stays in the article that it names, whatever else it names", "replay/addresses.py", ((
        "    if not named or _ANYWHERE.intersection(left) or any(",
        "    if not named or any("),)),
    Mutant("what an act does behind its signature is nothing", "replay/acts.py", ((
        "            self.behind += filter(_instructs, [line])\n", ""),)),
    Mutant("every law counts parts as codes do", "evidence/own_words.py", ((
        "    if law.act.kind is ActKind.CODE:\n", "    if law.act.kind is not None:\n"),)),
    Mutant("what is excepted in words begins with the act", "replay/starts.py", ((
        "        starts += (Start(rules[0], SOME_PART, partial=True),) if vague else ()\n",
        ""),)),
    Mutant("an open heading holds whatever follows", "replay/items.py", ((
        "scopes[-1][-1].level.rank >= rank",
        "scopes[-1][-1].level.rank > rank"),)),
    Mutant("numbers of a wording are not held against those named", "replay/items.py", ((
        "    if edit.wants_wording and not numbers_fit(edit, made.wordings, lang):\n",
        "    if not edit:\n"),)),
    Mutant("the first part goes with its unit", "replay/applying.py", ((
        ("        if slot.reach in (Reach.OWN, Reach.FIRST):\n"
         "            return self._first_gone(slot, node)\n"),
        ""),)),
    Mutant("what is refused changes nothing", "replay/effects.py", ((
        ("                held_back.add(article)\n"
         "                effects = () if article is None else (\n"
         "                    ToldEffect(article, Action.MODIFICATION, made, reach=Scope.SOMEWHERE),)\n"),
        "                effects = ()\n"),)),
    Mutant("a silent official edition is of before the act", "evidence/uptake.py", ((
        "        return Taken.SILENT\n", "        return Taken.NO\n"),)),
    Mutant("an edition of a day within the bounds tells by its silence", "evidence/uptake.py", ((
        "    unknown = noteless or (day and each.operative.possibly_by(day))\n", "    unknown = noteless\n"),)),
    Mutant("an edition without notes tells by its silence", "evidence/uptake.py", ((
        "    unknown = noteless or (day and each.operative.possibly_by(day))\n",
        "    unknown = day and each.operative.possibly_by(day)\n"),)),
    Mutant("a lost note is the only one lost", "evidence/gathering.py", ((
        "    located = (*merging.located, *beside_untold(first, merging.located))\n",
        "    located = merging.located\n"),)),
    Mutant("a translation tells nothing of what the official text lacks", "evidence/unread.py", ((
        "    return cut_off or any(source", "    return any(source"),)),
    Mutant("what is foreseen after its day is called off", "evidence/gathering.py", ((
        "        and not each.foreseen_in(edition.file)\n", ""),)),
    Mutant("a page that prints a provision proves that the law has not ended it", "timeline/presence.py", ((
        "                may_be_over or _told", "                _told"),)),
    Mutant("only a note at the law tells of a change in the law", "evidence/uptake.py", ((
        " or _is_named_beneath(shown, placed.amendment))\n", ")\n"),)),
    Mutant("what came since an act tells nothing of the words before it", "evidence/states.py", ((
        "*_unread(shown), *_changed_since(moment, shown, moments, law)", "*_unread(shown), *()"),)),
    Mutant("a line without an act tells that another act is not shown", "evidence/dating.py", ((
        'named - {""} <= each.named(change))', "named <= each.named(change))"),)),
    Mutant("a note on a suspension tells that a page prints notes", "evidence/sources.py", ((
        "claim.action in (Action.REPEAL, Action.SUSPENSION)", "claim.action is Action.REPEAL"),)),
    Mutant("a text without notes shows all that an act did", "evidence/stand_ins.py", ((
        "if not (edition.noteless and incomplete[name])))", "if name))"),)),
    Mutant("a note without a clause speaks of any step of its act", "evidence/dating.py", ((
        " if late and first else told\n", " if late and first and not days else told\n"),)),
    Mutant("an act beside explains what a text without notes prints", "evidence/dating.py", ((
        "if edition.noteless or named", "if named"),)),
    Mutant("what a text without notes lacks was ended by an act that is told", "evidence/unexplained.py", ((
        "Touch.DIRECT if names_no_act(evidence, edition) else Touch.UNLIKELY", "Touch.UNLIKELY"),)),
    Mutant("a note on another article leaves an article its own", "evidence/uptake.py", ((
        "frozenset() if instead and eid == own else names", "names"),)),
    Mutant("words exchanged in an indent stay at its place", "evidence/touch.py", ((
        " or (target != unit.eid and _moved_since(evidence, index, unit))\n", "\n"),)),
    Mutant("an indent that is printed was never excluded", "evidence/uptake.py", ((
        "each.target in shown.living and not each.target.kind.counted", "each.target in shown.living"),)),
    Mutant("a list too short for what was changed in it tells of no move", "evidence/touch.py", ((
        "listed and (_is_lacked_since(evidence, index) or any(", "listed and (any("),)),
    Mutant("the heading over an article excluded twice is that of the first time", "timeline/wording.py", ((
        "each.action in _BRINGING and each.operative", "each.stands_in and each.operative"),)),
    Mutant("what a text dated by adoption lacks may be there without a note", "evidence/uptake.py", ((
        " and not _lacks(shown, each) and (\n", " and (\n"),)),
    Mutant("the note of a chapter names an act for one part", "evidence/uptake.py", ((
        " or told.intersection(other.naming))\n", ")\n"),)),
    Mutant("any repeal is believed", "evidence/gathering.py", ((
        "    return with_doubted_ends(replace(third, candidates=unsettled(second, found)))\n",
        "    return replace(third, candidates=unsettled(second, found))\n"),)),
    Mutant("what is not understood above the first article tells nothing", "parsing/front.py", ((
        "(not led_in and not is_preamble(text, lang))\n", "(bool(led_in) and not is_preamble(text, lang))\n"),)),
    Mutant("words of an end behind the signature tell nothing", "parsing/front.py", ((
        "holds_note(text, lang) or may_end(text, lang))\n", "holds_note(text, lang))\n"),)),
    Mutant("words beside the law's own start tell nothing of its end", "parsing/footnotes/enactment.py", ((
        " or (bool(ends) and not (units or another", " or (False and not (units or another"),)),
    Mutant("what ended by the law's own words is proven by its print", "timeline/presence.py", ((
        "    return each.by == evidence.law.act and evidence.grounds",
        "    return each.by is None and evidence.grounds"),)),
    Mutant("an act that a translation alone names is no candidate", "evidence/merging.py", ((
        "    return any(index in evidence.overruled and index in compared.pair.between\n",
        "    return any(index in evidence.overruled and index not in compared.pair.between\n"),)),
    Mutant("what is foreseen for no day is what is told", "evidence/reconciling.py", ((
        "    if known.foreseen != each.foreseen and known.operative.latest is None:\n",
        "    if known.foreseen and each.foreseen and known.operative.latest is None:\n"),)),
    Mutant("a note left to the act is on the step that is open", "evidence/uptake.py", ((
        "each.operative.latest is None or (each.target, each.act.name) in shown.left)\n", "False)\n"),)),
    Mutant("an empty unit is there", "parsing/document.py", ((
        "        if _is_empty(each, full) and not (each.heading or \"\").endswith(\".\"):\n",
        "        if _is_empty(each, full) and not each.eid:\n"),)),
    Mutant("a note on what will come tells that it came", "evidence/dating.py", ((
        " if each.action is not Action.EXPIRY and not each.pending):\n",
        " if each.action is not Action.EXPIRY):\n"),)),
    Mutant("what follows an untold change in a list stays", "evidence/touch.py", ((
        "    if untold and (unit.moves_with(each.target) or (each.target == unit.eid and not unit.habitual)):\n",
        "    if untold and each.target == unit.eid and not unit.habitual:\n"),)),
    Mutant("facts explain a note on what is printed twice", "evidence/unread.py", ((
        "(places.intersection(each.eids) or not _known", "(not _known"),)),
    Mutant("a look at one page tells of another that is ahead", "evidence/uptake.py", ((
        "(shown.edition.as_of is None and shown.edition.retrieved is None)\n",
        "(shown.edition.day is None and shown.edition.retrieved is None)\n"),)),
    Mutant("what is not understood lies between all later editions", "evidence/pairs.py", ((
        " and not _over(evidence, index, until))\n", " and not _over(evidence, index, None))\n"),)),
    Mutant("a law of which extracts are held starts as by default", "timeline/history.py", ((
        "        default = default_start(law.act) if whole else None\n",
        "        default = default_start(law.act)\n"),)),
    Mutant("a note on words throughout tells of what is worded anew", "evidence/reconciling.py", ((
        "for each in explained if not _apart(facts[each], claim)):\n", "for each in explained):\n"),)),
    Mutant("a note on several articles stands where each of them does", "evidence/uptake.py", ((
        "any(_is_behind_the_end(shown, place) for place in placed.noted):\n",
        "_is_behind_the_end(shown, each.target.outermost):\n"),)),
    Mutant("an edition that tells of the end of the law has notes", "evidence/sources.py", ((
        "claim.action in (Action.REPEAL, Action.SUSPENSION)", "claim.action is Action.SUSPENSION"),)),
    Mutant("a recorded text is that of its provision, whatever number it begins with", "timeline/wording.py", ((
        " if lang == evidence.lang and not _is_of_another(text, unit)]\n", " if lang == evidence.lang]\n"),)),
    Mutant("words that are meant everywhere are those that are printed with the same letter", "replay/effects.py", ((
        "if not made.edit.throughout or not (_may_begin(", "if made.edit.search or not (_may_begin("),)),
    Mutant("a held act is right of its own first day", "evidence/reconciling.py", ((
        "tuple(replace(each, rules=(*each.rules, rule), operative=None) if each in near else each for each in facts)\n",
        "facts\n"),)),
    Mutant("an act does nothing where no edition shows the law before it", "evidence/own_words.py", ((
        "            facts += _by_addresses(law, moment)\n", ""),)),
    Mutant("an edition that foresees a change has notes", "evidence/sources.py", ((
        "claim.pending or claim.action.removes", "claim.action.removes"),)),
    Mutant("an edition that comes to its closing article may be cut off", "evidence/model.py", ((
        "if edition.whole or", "if edition.document.signed or"),)),
    Mutant("a heading that one of two editions lacks is sure", "evidence/merging.py", ((
        "or (before != after and any(", "or (False and any("),)),
    Mutant("a page cut off between two wordings tells nothing", "evidence/merging.py", ((
        "if cut_between else _unseen", "if False else _unseen"),)),
    Mutant("of two editions that differ the one without a day is the earlier", "evidence/merging.py", ((
        "        ahead = [*ahead, None]", "        ahead = [*ahead]"),)),
    Mutant("a paragraph without a verb is a norm", "parsing/remarks.py", ((
        " or marked or each.eid in alone:", " or marked:"),)),
    Mutant("a torn word of a note is wording", "parsing/remarks.py", ((
        "(two_versions, _is_torn))\n", "(two_versions,))\n"),)),
    Mutant("words of before in brackets are wording", "parsing/versions.py", ((
        "    return _sets_side_by_side(each, lang) or _quotes_earlier(each, lang)\n",
        "    return _sets_side_by_side(each, lang)\n"),)),
    Mutant("a note of a page that lacks a change dates it", "evidence/amendments.py", ((
        " if edition.lang not in unshown]", "]"),)),
    Mutant("two versions side by side are one wording", "parsing/versions.py", ((
        "    return _sets_side_by_side(each, lang) or _quotes", "    return _quotes"),)),
    Mutant("an end behind a heading is a word of it", "parsing/remarks.py", ((
        "    if not titles and any(", "    if titles and any("),)),
    Mutant("a cell that moves over is no change", "evidence/model.py", ((
        "_EMPTY_CELL.sub(", "_SPACES.sub("),)),
    Mutant("what is said of all articles but some is said of those", "parsing/footnotes/own_terms.py", ((
        "    terms = tuple(of_all) or (", "    terms = ("),)),
    Mutant("an article may speak of itself by its number", "parsing/remarks.py", ((
        "(_titled(document, each) or _names(document, each))", "_titled(document, each)"),)),
    Mutant("a wording may be older than the acts that it names", "parsing/remarks.py", ((
        "article.kind is Kind.ANNEX, _is_younger(document, each)", "article.kind is Kind.ANNEX, False"),)),
    Mutant("a day and hardly a word more is a norm", "parsing/remarks.py", ((
        "not subject and _beside", "False and _beside"),)),
    Mutant("what an edition prints otherwise where it is not read whole tells nothing", "evidence/merging.py", ((
        "otherwise = _shown_otherwise(pair, unit) or", "otherwise ="),)),
    Mutant("a change for a time lasts", "evidence/amendments.py", ((
        "    if fact.until and fact.action not in (Action.SUSPENSION, Action.REPEAL):\n",
        "    if fact.until and not fact.eid:\n"),)),
    Mutant("a suspension lasts whatever a later edition leaves out", "evidence/contradictions.py", ((
        "for index, each in enumerate(evidence.amendments) if _may_be_lifted(evidence, each)}\n",
        "for index, each in enumerate(evidence.amendments[:0]) if _may_be_lifted(evidence, each)}\n"),)),
    Mutant("an edition is right of its day whatever a later one tells", "evidence/contradictions.py", ((
        "            elif telling and day < telling[0] and", "            elif telling and telling[0] < day and"),)),
    Mutant("what a language lacks another has all the same", "evidence/contradictions.py", ((
        "for unit in (_lacking(evidence, one, other) if one.lang != other.lang else ()))\n",
        "for unit in (_lacking(evidence, one, other) if one.lang == other.file else ()))\n"),)),
    Mutant("what an edition lacks after a new wording of its article was never brought", "evidence/unexplained.py", ((
        " and not _may_be_gone(evidence, file, unit))\n", ")\n"),)),
    Mutant("a note that may be of another unit tells no day of it", "evidence/amendments.py", ((
        "told.misplaced.get(record.act.name, ())", "told.misplaced.get(record.act.name, ())[:0]"),)),
    Mutant("a suspension begins no earlier than the day by which it would be over", "evidence/amendments.py", ((
        "since = made.act.adopted if over and made.act else None", "since = None"),)),
    Mutant("a page is of no day but a stated one", "evidence/proofs.py", ((
        "(edition.retrieved if evidence.taken[edition.file][index] is Taken.YES else None)", "None"),)),
    Mutant("an official text that lost a list overrules a translation", "evidence/gathering.py", ((
        "             or each.target.outermost in lists[edition.file])",
        "             or each.target not in lists)"),)),
    Mutant("likeness is of all words that a change ever met", "evidence/merging.py", ((
        " and not _was_done_to_other_words(evidence, compared, index)", ""),)),
    Mutant("what is not understood of an act dates no edition", "evidence/dating.py", ((
        ", *_not_understood(edition, records))", ")"),)),
    Mutant("an instruction that is held back has no start of its own", "evidence/own_words.py", ((
        "made.span, made.text, made.begins)", "made.span, made.text)"),)),
    Mutant("a number within a misread line proves that the line is a provision", "timeline/presence.py", ((
        "    if isinstance(each.by, Untold):\n        return not any(",
        "    if each.by is None:\n        return not any("),)),
    Mutant("what a law says on something begins with the law", "parsing/footnotes/own_terms.py", ((
        " or speaks_of_a_part(sentence, lang)\n", "\n"),)),
    Mutant("words that apply to something from a day begin on it", "parsing/footnotes/sentences.py", ((
        "        not found(clauses.reaches, sentence) and any(", "        any("),)),
    Mutant("a line struck out says nothing of what bears its number", "parsing/remarks.py", ((
        "if struck := tuple(_struck_out(document, each)):", "if struck := ():"),)),
    Mutant("a word in brackets before a norm is a word of it", "parsing/remarks.py", ((
        " or _begins_aside(each) or _ends", " or _ends"),)),
    Mutant("a gap is a word of the law", "parsing/versions.py", ((
        "[\\ufffd\\u25a0]|", ""),)),
    Mutant("a stroke between two sentences is of the text", "parsing/versions.py", ((
        "|[.;!]\\s/\\s\"", "\""),)),
    Mutant("what stands beside a paragraph is of the page", "reading/markup.py", ((
        " or is_set_beside(element)):", "):"),)),
    Mutant("a page that lacks what it says was brought proves that it is gone", "timeline/presence.py", ((
        " and each.anchor not in lacking]", "]"),)),
    Mutant("brackets behind a norm are words of it", "parsing/remarks.py", ((
        "for last in _LAST_BRACKET.finditer(words)),", "for last in _LAST_BRACKET.finditer(words[:0])),"),)),
    Mutant("a word behind a heading is one of it", "parsing/remarks.py", ((
        "              *_BREAK.split(heading)[1:]]\n", "              ]\n"),)),
    Mutant("what a program left in a text is a word of it", "parsing/versions.py", ((
        "|\\[object\\s\\w{1,20}\\]|", "|"),)),
    Mutant("what stands behind the last sentence is a word of it", "parsing/remarks.py", ((
        "    return _BEHIND.search(text) is not None or any(", "    return any("),)),
    Mutant("a paragraph more in another language tells of no change", "evidence/gathering.py", ((
        ", *untold_across(law, known))", ")"),)),
    Mutant("a number beside the words is never another one", "reading/elements.py", ((
        "    return given is not None and printed", "    return given is None and printed"),)),
    Mutant("no day beside the text is when the law begins", "parsing/footnotes/enactment.py", ((
        "    return told if rules and not any(", "    return told if not rules and not any("),)),
)


def main() -> int:
    """Hunt the mutants that the command line names; return 1 where one of them survives."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", default="", help="only mutants whose name holds this")
    parser.add_argument("--program", type=Path, default=PROGRAM, help="the program that is broken")
    parser.add_argument("--histories", type=int, default=MOST, help="how many histories to try at most")
    parser.add_argument("--hunt", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--speaking", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="how many are hunted at once")
    parser.add_argument("--into", type=Path, default=ROOT / "build" / "mutants", help="where ended hunts are kept")
    asked = parser.parse_args()
    if asked.hunt:
        sys.stdout.write(json.dumps(_hunted(asked.histories, speaking=asked.speaking)))
        return 0
    chosen = tuple(each for each in MUTANTS if asked.only in each.name)
    kept = asked.into / _named(asked.program, ROOT / "tests")
    hunting = partial(_ended, kept, asked.program, asked.histories)
    _check_unbroken(hunting(UNBROKEN))
    with ThreadPoolExecutor(asked.processes) as pool:
        hunts = tuple(_told(each, catch) for each, catch in zip(chosen, pool.map(hunting, chosen), strict=True))
    survivors = [mutant.name for mutant, catch in hunts if catch.killed_by is None]
    if not asked.only:
        REPORT.write_text("".join(_report(hunts, asked.histories)), encoding="utf-8")
    sys.stdout.write(f"{len(hunts) - len(survivors)} of {len(hunts)} mutants killed\n")
    return 1 if survivors else 0


def _named(*folders: Path) -> str:
    """Return what names all that a hunt follows from, this script apart."""
    whole = sha256()
    for path in sorted(each for folder in folders for each in folder.rglob("*.py")):
        whole.update(f"{path.name}\n".encode() + path.read_bytes())
    return whole.hexdigest()[:16]


def _ended(kept: Path, program: Path, histories: int, mutant: Mutant) -> Catch:
    """Return how the hunt of a mutant ended before, or hunt it."""
    told = sha256(repr((mutant, histories)).encode()).hexdigest()[:16]
    file = kept / f"{told}.json"
    if file.is_file():
        return Catch(**json.loads(file.read_bytes()))
    catch = hunt(mutant, program, mutant.tried(histories) if mutant.replacements else histories // 5)
    kept.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    part.write_text(json.dumps(asdict(catch)), encoding="utf-8")
    part.replace(file)
    return catch


def hunt(mutant: Mutant, program: Path, histories: int) -> Catch:
    """Break a copy of the program and compare it with the truth until it is found out."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "lawgraph"
        shutil.copytree(program, copy, ignore=shutil.ignore_patterns("__pycache__"))
        _break(copy / mutant.file, mutant)
        env = {**os.environ, "PYTHONPATH": os.pathsep.join((folder, str(ROOT / "tests")))}
        done = subprocess.run(  # noqa: S603  (our own script, with our own arguments)
            [sys.executable, __file__, "--hunt", "--histories", str(histories), *mutant.worlds],
            env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{mutant.name}: the mutant does not run, mend it in scripts/mutants.py\n{done.stderr}")
        catch = Catch(**json.loads(done.stdout))
        return _read(env, mutant, catch) if mutant.items and catch.killed_by is None else catch


def _read(env: Mapping[str, str], mutant: Mutant, catch: Catch) -> Catch:
    """Hold a copy that no history found out against the items, and return the first that is read otherwise."""
    done = subprocess.run([sys.executable, "-m", "pytest", "-n", "0", "-x", "-q", *mutant.items],  # noqa: S603
                          cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    failed = re.search(r"^FAILED tests/(\S+?)::\w+(?:\[(.+)\])?", done.stdout, re.MULTILINE)
    if failed is None:
        return catch
    return replace(catch, world=failed[1], fault=(failed[2] or "").encode().decode("unicode_escape").replace("\n", " "))


def _check_unbroken(found: Catch) -> None:
    """Stop where the program as it is does not pass: then nothing is told by a mutant that fails."""
    if found.killed_by is not None:
        sys.exit(f"the unbroken program fails with seed {found.seed} ({found.world}): {found.fault}")


def _break(path: Path, mutant: Mutant) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in mutant.replacements:
        if text.count(old) != 1:
            sys.exit(f"{mutant.name}: {path.name} holds {text.count(old)} times {old.strip()!r}, not once: "
                     "mend the mutant in scripts/mutants.py")
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def _hunted(histories: int, *, speaking: bool) -> dict[str, int | str | None]:
    """Compare the program at hand with the truth; the tests are imported here, in the copy's own process."""
    from oracle import PROVEN, doubts, faults, trials  # noqa: PLC0415  (only the hunting process has it)

    for tried, (seed, world, habits, shelf) in enumerate(_worlds(histories, speaking=speaking), 1):
        for found in trials(seed, habits, shelf):
            fault = next(faults(found), None) or (next(doubts(found), None) if habits is PROVEN else None)
            if fault is not None:
                return {"tried": tried, "seed": seed, "world": world, "fault": fault}
    return {"tried": histories, "seed": None, "world": "", "fault": ""}


def _worlds(histories: int, *, speaking: bool) -> "Iterator[tuple[int, str, Habits, Shelf]]":
    """Give the seeds of a hunt with their worlds: what has been a counterexample before, then what nobody has seen.

    A rule of replay is hunted in worlds alone in which the texts of acts are held.
    """
    from legislature import Feature  # noqa: PLC0415
    from oracle import (  # noqa: PLC0415
        COUNTEREXAMPLES,
        ONE,
        PROVEN,
        SPOKEN,
        kept_world,
        mixed_features,
        rare_shelf,
        rare_world,
        shelf_of,
    )

    for seed, speak in SPOKEN:
        yield seed, str(speak), rare_world(seed, speak), rare_shelf(seed, speak)
    if speaking:
        for seed in range(FIRST + 1, FIRST + histories + 1):
            often = (Feature.ACTS_SPEAK_ROUGHLY, Feature.ACTS_SPEAK_KAZAKH, Feature.ACTS_SPEAK_OF_WORDS)
            seldom = (Feature.ACTS_SPEAK_OF_INTERIM, Feature.ACTS_SPEAK_OF_SPANS, Feature.ACTS_REWRITTEN)
            speak = often[seed % 3] if seed % 5 else seldom[seed // 5 % 3]
            beside = ((Feature.PART_IN_THE_MIDDLE,), (Feature.CHANGED_IN_TWO_STEPS,), (Feature.SAME_DAY,), ())[seed % 4]
            yield seed, "; ".join((speak, *beside)), rare_world(seed, speak, *beside), rare_shelf(seed, speak)
        return
    for seed in COUNTEREXAMPLES:
        yield seed, "several editions", kept_world(seed), shelf_of(seed)
    for seed in range(FIRST + 1, FIRST + histories - len(COUNTEREXAMPLES) + 1):
        if seed % 3 == 0:
            feature = tuple(Feature)[seed // 3 % len(Feature)]
            yield seed, str(feature), rare_world(seed, feature), rare_shelf(seed, feature)
        elif seed % 5 == 0:
            mixed = mixed_features(seed)
            yield seed, "; ".join(mixed), rare_world(seed, *mixed), rare_shelf(seed, *mixed)
        elif seed % 4 == 0:
            yield seed, "everything is known", PROVEN, ONE
        elif seed % 2:
            yield seed, "one page", kept_world(seed), ONE
        else:
            yield seed, "several editions", kept_world(seed), shelf_of(seed // 4)


def _told(mutant: Mutant, catch: Catch) -> tuple[Mutant, Catch]:
    end = f"killed by {catch.killed_by}" if catch.killed_by else f"SURVIVED {catch.tried} histories"
    sys.stdout.write(f"{mutant.name}: {end}\n")
    sys.stdout.flush()
    return mutant, catch


def _report(hunts: Iterable[tuple[Mutant, Catch]], histories: int) -> Iterator[str]:
    commit = subprocess.run(["git", "describe", "--always", "--dirty"],  # noqa: S607
                            cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip() or "no commit"
    yield f"""# Mutants of the engine

Written by `make mutants` at {commit}. Each line breaks one rule of the engine in a copy, by a small replacement that
`scripts/mutants.py` shows, and holds the copy against invented histories until one finds it out: with a wrong `yes`,
`no` or `attested`, a first day outside its bounds, or, in every fourth history, in which everything is known, with a
doubt that need not be. At most {histories:,} histories are tried. The unbroken engine passes all of them
(`make oracle`). A rule of replay, or one on sources that deny each other, that no history of {histories // 10:,} finds
out is held against items of acts that people read before the program did, or against tables of such sources.

| broken rule | in | killed by | after | what gave it away |
|---|---|---|---|---|
"""
    for mutant, catch in hunts:
        after = f"{catch.tried:,} {'history' if catch.tried == 1 else 'histories'}"
        after = "an item" if catch.killed_by and catch.seed is None else after
        told = catch.fault.partition(": said")[0].replace("|", "/")
        yield f"| {mutant.name} | `{mutant.file}` | {catch.killed_by or '**survived**'} | {after} | {told} |\n"


if __name__ == "__main__":
    sys.exit(main())
