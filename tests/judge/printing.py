"""Print an edition: the law's text as changes leave it, with notes as the public system words them."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from judge.notes import Notes
from judge.tree import Entry, Kind, Unit, Verb, addresses
from judge.words import Lang
from judge.world import Step, World

_MONTHS_RUS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an edition: its kind decides how a format marks it."""

    kind: str
    text: str
    depth: int = 0


@dataclass(slots=True)
class Printer:
    """Prints one edition of a world."""

    world: World
    lang: Lang
    rng: Random
    notes: Notes
    foreseen: tuple[Step, ...] = ()
    lines: list[Line] = field(default_factory=list)
    ranges: dict[str, str] = field(default_factory=dict)

    def print(self, law: Unit, repealed: str | None) -> list[Line]:
        """Give the lines of the whole edition."""
        self.lines = [Line("head", repealed)] if repealed else []
        self._note(self.notes.heading("law", law))
        replaced = [entry for entry in law.notes if entry.verb is Verb.REPLACED]
        for entry in replaced:
            self._note(self.notes.throughout(entry))
        self._group(law)
        for unit in law.parts:
            self._unit(unit, "", 0)
        return self.lines

    def _group(self, law: Unit) -> None:
        """Find neighbouring articles that one act amended: their notes become one, under the last of them."""
        if "ranges" not in self.world.traits:
            return
        for _, holder in [("law", law), *((eid, unit) for eid, unit, _ in addresses(law) if unit.kind is Kind.CHAPTER)]:
            run: list[tuple[Unit, Entry]] = []
            for unit in [each for each in holder.parts if each.kind is Kind.ARTICLE]:
                entry = next((each for each in unit.notes if each.verb is Verb.AMENDED), None)
                same = run and entry and entry.step.act == run[-1][1].step.act and entry.step.rule == run[-1][1].step.rule
                if not same:
                    self._close(run)
                    run = []
                if entry and [each.step.act for each in unit.notes].count(entry.step.act) == 1:
                    run.append((unit, entry))
            self._close(run)

    def _close(self, run: list[tuple[Unit, Entry]]) -> None:
        if len(run) < 2:
            return
        self.notes.grouped |= {entry for _, entry in run}
        self.ranges[f"art_{run[-1][0].number}"] = self.notes.ranged(f"art_{run[0][0].number}", f"art_{run[-1][0].number}", run[0][1])

    def _note(self, text: str | None, depth: int = 0) -> None:
        if text:
            self.lines.append(Line("note", text, depth))

    def _say(self, kind: str, text: str, depth: int = 0) -> None:
        self.lines.append(Line(kind, text, depth))

    def _unit(self, unit: Unit, within: str, depth: int) -> None:
        match unit.kind:
            case Kind.PREAMBLE:
                if unit.gone is None and unit.words:
                    self._say("text", self._sentence(unit))
                self._note(self.notes.chain("preamble", unit))
            case Kind.CHAPTER:
                self._chapter(unit)
            case Kind.ARTICLE:
                self._article(unit)
            case Kind.ANNEX:
                self._annex(unit)
            case _:
                self._inner(unit, within, depth)

    def _chapter(self, unit: Unit) -> None:
        eid = f"chp_{unit.number}"
        if unit.gone:
            word = "Chapter" if self.lang is Lang.ENG else "Глава"
            self._say("chapter", f"{word} {unit.number}. {self.notes.editorial(unit.gone, 'chapter')}")
            return
        self._say("chapter", f"{'Chapter' if self.lang is Lang.ENG else 'Глава'} {unit.number}. {self._heading(unit)}")
        self._note(self.notes.heading(eid, unit))
        self._note(self.notes.chain(eid, unit))
        for part in unit.parts:
            self._unit(part, eid, 0)

    def _article(self, unit: Unit) -> None:
        eid = f"art_{unit.number}"
        word = "Article" if self.lang is Lang.ENG else "Статья"
        if unit.gone and unit.gone.verb is Verb.EXCLUDED and self.rng.random() < 0.3:
            self._say("article", f"{word} {unit.number}. {self.notes.editorial(unit.gone, 'article')}")
            return
        self._say("article", f"{word} {unit.number}. {self._heading(unit)}")
        self._note(self.notes.heading(eid, unit))
        for step in self.foreseen:
            if step.change.eid.split("__")[0].split(">")[0] == eid and self.notes.ahead(step):
                self._say("foreseen", self.notes.ahead(step) or "")
        own = dict(self.world.own_start.late).get(eid)
        if own and self.world.own_start.told == "note":
            self._say("foreseen", self.notes.own_start(eid, self.world, own))
        if "red notes" in self.world.traits:
            for entry in self.notes.suspensions(unit):
                self._say("foreseen", self.notes.suspended(eid, entry))
        if unit.words and not (unit.gone and unit.gone.verb is Verb.EXCLUDED):
            self._say("text", self._sentence(unit))
        self._parts(unit, eid, 0)
        self._note(self.notes.chain(eid, unit))
        self._note(self.ranges.get(eid))

    def _parts(self, unit: Unit, eid: str, depth: int) -> None:
        done = -1
        for index, part in enumerate(unit.parts):
            if index <= done:
                continue
            last = index
            while "ranges" in self.world.traits and part.kind is Kind.POINT and last + 1 < len(unit.parts) and part.gone and \
                    unit.parts[last + 1].gone and _alike(part.gone, unit.parts[last + 1].gone):
                last += 1
            if last > index:
                self._say("editorial", self.notes.ranged_points(part, unit.parts[last]), depth)
                done = last
            else:
                self._unit(part, eid, depth)

    def _annex(self, unit: Unit) -> None:
        title = self.world.base.heading
        assert title is not None
        name = title.render(self.lang)
        if self.lang is Lang.ENG:
            self._say("annex", f"Annex to the Law of the Republic of Kazakhstan “On the {name}”")
        else:
            self._say("annex", f"Приложение к Закону Республики Казахстан «О предмете: {name}»")
        self._say("annex heading", self._heading(unit))
        self._note(self.notes.heading("annex_1", unit))
        for part in unit.parts:
            self._unit(part, "annex_1", 0)
        self._note(self.notes.chain("annex_1", unit))

    def _inner(self, unit: Unit, within: str, depth: int) -> None:
        mark = {Kind.POINT: f"{unit.number}) ", Kind.PARAGRAPH: f"{unit.number}. "}.get(unit.kind, "")
        if unit.gone:
            said = self.notes.editorial(unit.gone, unit.kind.name.lower())
            said = said[0].upper() + said[1:] if unit.kind is Kind.PARAGRAPH else said
            self._say("editorial", mark + said, depth)
            return
        self._say("text", mark + self._sentence(unit), depth)
        self._parts(unit, within, depth + 1)

    def _heading(self, unit: Unit) -> str:
        text = unit.heading.render(self.lang) if unit.heading else ""
        return text[:1].upper() + text[1:]

    def _sentence(self, unit: Unit) -> str:
        text = unit.words.render(self.lang) if unit.words else ""
        if unit.kind not in (Kind.POINT, Kind.INDENT):
            text = text[:1].upper() + text[1:]
        listed = [each for each in unit.parts if each.kind is not Kind.PARAGRAPH and each.kind is not Kind.PART]
        end = ":" if listed else ";" if unit.kind in (Kind.POINT, Kind.INDENT) else "."
        return text + end


def _alike(one: Entry, other: Entry | None) -> bool:
    return other is not None and (one.verb, one.step.act, one.step.rule) == (Verb.EXCLUDED, other.step.act, other.step.rule) \
        and other.verb is Verb.EXCLUDED


def stops(lines: list[Line]) -> list[Line]:
    """End the last item of a list with a full stop."""
    done: list[Line] = []
    for line, after in zip(lines, [*lines[1:], Line("end", "")], strict=True):
        last = line.kind == "text" and line.text.endswith(";") and not _goes_on(line, after)
        done.append(Line(line.kind, f"{line.text[:-1]}.", line.depth) if last else line)
    return done


def _goes_on(line: Line, after: Line) -> bool:
    if after.kind == "editorial":
        return True
    numbered = line.text.split(" ", maxsplit=1)[0].endswith(")")
    return after.kind == "text" and after.depth == line.depth and \
        (after.text.split(" ", maxsplit=1)[0].endswith(")") if numbered else after.text.endswith(";"))


def plain(world: World, lang: Lang, title: str, lines: list[Line]) -> str:
    """Lay an edition out as text saved from the public page."""
    when = f"{world.adopted.day} {world.adopted:%B}, {world.adopted.year}"
    about = (f"The Law of the Republic of Kazakhstan dated {when} No. {world.number}." if lang is Lang.ENG else
             f"Закон Республики Казахстан от {spelt(world.adopted)} года № {world.number}.")
    mark = "Unofficial translation" if lang is Lang.ENG else ""
    out = [f" {title}", "", "\t\t\t\t\t", "\t\t\t", "\t\t\t", f"\t\t\t{mark}", "\t\t", "\t\t\t\t\t", about, ""]
    body = "\u00a0" * 5 + " "
    if lang is Lang.ENG:
        out += [f"{body}Unofficial translation", ""]
    note = "Note!" if lang is Lang.ENG else "Примечание ИЗПИ!"
    signed = False
    for line in lines:
        match line.kind:
            case "chapter" | "article" | "annex heading":
                out.append(f" {line.text}")
                if line.kind != "chapter":
                    out.append("")
            case "note":
                out += [f"{body}{'Footnote' if lang is Lang.ENG else 'Сноска'}. {line.text}", "", ""]
            case "foreseen":
                out += [f"{body}{note}", "", f"{body}{line.text}", ""]
            case "annex":
                out += [*_signature(lang), "", f"{body}{line.text}"]
                signed = True
            case _:
                out += [body + line.text, ""]
    return "\n".join([*out, *([] if signed else _signature(lang))]) + "\n"


def _signature(lang: Lang) -> list[str]:
    who = ("\u00a0\u00a0\u00a0\u00a0\u00a0 President", "of the Republic of Kazakhstan ", "N. Nazarbayev") if lang is Lang.ENG else \
        ("\u00a0\u00a0\u00a0\u00a0\u00a0 Президент", "Республики Казахстан ", "Н. Назарбаев")
    return ["\t", who[0], "", "", who[1], "", "\t", who[2], ""]


def markdown(title: str, lines: list[Line]) -> str:
    """Lay a Russian edition out as the git corpus does."""
    out = [f"# {title}", ""]
    for line in lines:
        pad = "   " * line.depth
        match line.kind:
            case "chapter":
                out += [f"## {line.text}", ""]
            case "article":
                number = line.text.split(" ")[1].rstrip(".")
                out += [f'<a id="st{number}"></a>', "", f"### {line.text}", ""]
            case "note":
                out += [f"> *Сноска. {line.text}*", ""]
            case "foreseen":
                out += ["Примечание ИЗПИ!", "", line.text, ""]
            case "annex":
                out += ["*Президент*", "", "*Республики Казахстан Н. Назарбаев*", "", line.text, ""]
            case "annex heading":
                out += [f"## {line.text}", ""]
            case _:
                out += [pad + line.text, ""]
    if not any(line.kind == "annex" for line in lines):
        out += ["*Президент*", "", "*Республики Казахстан Н. Назарбаев*", ""]
    return "\n".join(out)


def spelt(day: date) -> str:
    """Write a day out in Russian."""
    return f"{day.day} {_MONTHS_RUS[day.month - 1]} {day.year}"
