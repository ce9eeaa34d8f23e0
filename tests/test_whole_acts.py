"""Whole amending acts, invented by someone who had not seen the reader: what a lawyer reads in each, line by line.

Below each act stand its items with their instructions: the step, the form, the units that it names, the new ones, the
words searched for and put in, how many lines each wording has. What is not read is told by its first words.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.addresses import written
from lawgraph.replay.instructions import ActItem, Instruction

FILES = sorted(Path(__file__).with_name("whole_acts").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.removesuffix(".txt"))
def test_an_act_is_read_as_a_lawyer_reads_it(path: Path) -> None:
    text, _, expected = path.read_text(encoding="utf-8").partition("===\n")
    assert "\n".join(told_of(text, path.name.split(".")[1])) == expected.strip()


def told_of(text: str, lang: str) -> Iterator[str]:
    """Tell in lines what is read of an act that has a paragraph in each line."""
    source = read_plain(text.replace("\n", "\n\n"))
    act = read_act(source, lang)
    for item in act.items:
        target = item.target
        issued = ", ".join(f"{day} № {number}" if number else str(day) for day, number in target.issued)
        yield f"{item.number or '–'} {target.kind} {issued} {'whole' if item.whole else 'in part'}"
        yield from _instructions(item)
        yield from sorted({f"  unread: {source.text[each.start:each.end].split(chr(10))[0]}" for each in item.residue})
    yield from (f"in no item: {each.text}" for each in act.unread)


def _instructions(item: ActItem) -> Iterator[str]:
    for made in item.instructions:
        edit = made.edit
        parts = [made.place.step, made.form, " ".join(written(each) for each in edit.targets),
                 " ".join(f"+{written(each)}" for each in edit.new), _words("«»", edit.search), _words("→ ", edit.put).strip(),
                 f"lines {'+'.join(str(len(each.lines)) for each in made.wordings)}" if made.wordings else "",
                 f"or {' '.join(map(written, made.instead))}" if made.instead else "", _refused(made)]
        yield f"  {' | '.join(each for each in parts if each)}"


def _words(marks: str, words: tuple[str, ...]) -> str:
    return " ".join(f"{marks[0]}{each}{marks[1]}" for each in words)


def _refused(made: Instruction) -> str:
    return f"refused: {made.refused}" if made.refused else ""
