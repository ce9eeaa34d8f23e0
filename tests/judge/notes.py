"""The words of footnotes, editorial lines and foreseen changes, as the public system prints them."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from judge.tree import Entry, Kind, Unit, Verb
from judge.words import TERMS, Lang
from judge.world import Act, Change, Do, Repeal, Rule, Start, Step, World

_COUNTS = {
    Lang.ENG: {3: "three", 6: "six", 10: "ten", 30: "thirty", 60: "sixty"},
    Lang.RUS: {3: "трех", 6: "шести", 10: "десяти", 30: "тридцати", 60: "шестидесяти"},
}
_DEFERRED = {
    Lang.ENG: ("see Article 2 for the order of entry into force", "order of enforcement see Article 2"),
    Lang.RUS: ("порядок введения в действие см. ст. 2",),
}
_CLAUSES = {
    Lang.ENG: {
        Start.SILENT: ("",),
        Start.ON_PUBLICATION: ("shall be enforced from the day of its first official publication",),
        Start.MONTHS: ("shall be enforced {} months after the day of its first official publication",),
        Start.FROM_THE_DAY: ("shall be enforced upon expiry of {} calendar days from the day of its first official publication",),
        Start.DAYS: ("shall be enforced upon expiry of {} calendar days after its first official publication",
                     "shall be enforced {} calendar days after the day of its first official publication",
                     "shall enter into force upon expiry of {} calendar days after the day of its first official publication"),
    },
    Lang.RUS: {
        Start.SILENT: ("",),
        Start.ON_PUBLICATION: ("вводится в действие со дня его первого официального опубликования",),
        Start.MONTHS: ("вводится в действие по истечении {} месяцев после дня его первого официального опубликования",),
        Start.FROM_THE_DAY: ("вводится в действие по истечении {} календарных дней со дня его первого официального опубликования",),
        Start.DAYS: ("вводится в действие по истечении {} календарных дней после дня его первого официального опубликования",
                     "вводится в действие по истечении {} календарных дней после его первого официального опубликования"),
    },
}


@dataclass(slots=True)
class Notes:
    """Words notes of one edition in one language; each choice of words is the pen's own."""

    lang: Lang
    rng: Random
    traits: frozenset[str] = frozenset()
    seen: tuple[Step, ...] = ()
    day: date = date.max
    met: set[str] = field(default_factory=set)
    grouped: set[Entry] = field(default_factory=set)

    def _by_chance(self, trait: str, chance: float) -> bool:
        if trait not in self.traits or self.rng.random() >= chance:
            return False
        self.met.add(trait)
        return True

    # --- clauses and acts

    def clause(self, rule: Rule, until: date | None = None, *, whole: bool = True) -> str:
        """Word a commencement clause, without its brackets; empty where a note leaves it out."""
        eng = self.lang is Lang.ENG
        number = _COUNTS[self.lang].get(10 if rule.kind is Start.FROM_THE_DAY else rule.number, "ten")
        if not whole:
            forms = _DEFERRED[self.lang]
        elif rule.kind is Start.ON_DAY and rule.day:
            end = f" {'until' if eng else 'до'} {until:%d.%m.%Y}" if until else ""
            forms = (f"{'shall be enforced from' if eng else 'вводится в действие с'} {rule.day:%d.%m.%Y}{end}",)
        else:
            forms = _CLAUSES[self.lang][rule.kind]
        return self.rng.choice(forms).format(number)

    def act(self, act: Act, clause: str) -> str:
        """Name an act with its clause, without the words “Law of the Republic”."""
        when = f"{act.adopted:%d.%m.%Y}"
        tail = f" ({clause})" if clause else ""
        if self.lang is Lang.RUS:
            return f"от {when} № {act.number}{tail}"
        return self.rng.choice((f"dated {when} № {act.number}", f"№ {act.number} dated {when}")) + tail

    def _entry(self, entry: Entry) -> str:
        step = entry.step
        others = [each for each in self.seen if each.act == step.act and each.rule != step.rule]
        if others and self._by_chance("deferred", 0.4):
            return self.act(step.act, self.clause(step.rule, step.until, whole=False))
        clause = self.clause(step.rule, step.until)
        article = entry.eid.split("__")[0]
        later = next((each for each in others if each.rule.kind is Start.ON_DAY and each.change.eid.startswith(f"{article}__")
                      and "__al" not in each.change.eid and "__indent" not in each.change.eid), None)
        if later and clause and self._by_chance("deferred", 0.6):
            unit = later.change.eid
            clause += f", except for {self.inner(unit)}, which shall be enforced from {later.day:%d.%m.%Y}" \
                if self.lang is Lang.ENG else f", за исключением {self.inner(unit)}, который вводится в действие с {later.day:%d.%m.%Y}"
        if clause and self._by_chance("retroactive", 0.4):
            back = date(step.day.year - 2, 1, 1)
            clause += f" and shall apply to relations that arose from {back:%d.%m.%Y}" if self.lang is Lang.ENG else \
                f" и распространяется на отношения, возникшие с {back:%d.%m.%Y}"
        return self.act(step.act, clause)

    def inner(self, eid: str) -> str:
        """Name a unit inside an article, in the genitive."""
        steps = [each.split("_", maxsplit=1) for each in eid.split("__")]
        words = {"para": ("paragraph {}", "пункта {}"), "point": ("subparagraph {})", "подпункта {})"),
                 "art": ("Article {}", "статьи {}")}
        named = [words[kind][self.lang is Lang.RUS].format(number) for kind, number in reversed(steps) if kind in words]
        return " of ".join(named) if self.lang is Lang.ENG else " ".join(named)

    def _by(self, entries: list[Entry]) -> str:
        named = "; ".join(self._entry(entry) for entry in entries)
        if self.lang is Lang.ENG:
            return f"{self.rng.choice(('the Law', 'Law'))} of the Republic of Kazakhstan {named}"
        return f"Законом РК {named}" if len(entries) == 1 else f"законами РК {named}"

    # --- footnotes

    def heading(self, eid: str, unit: Unit) -> str | None:
        """Word the footnote of a heading: it names the last act only."""
        entry = unit.heading_note
        if entry is None:
            return None
        eng = self.lang is Lang.ENG
        if eid == "law":
            what = "The heading of the Law" if eng else "Заголовок Закона"
        else:
            what = f"The heading of {self.name(eid)}" if eng else f"Заголовок {self.name_of(eid)}"
        if eng:
            return f"{what} is as amended by {self._by([entry])}."
        return f"{what} в редакции {self._by([entry]).replace('Законом', 'Закона', 1)}."

    def throughout(self, entry: Entry) -> str:
        """Word the note at the head of a law on words replaced throughout."""
        old, new = (TERMS[self.lang][term] for term in entry.step.change.terms)
        if self.lang is Lang.ENG:
            return f"Throughout the whole text, the words “{old}” are replaced by the words “{new}” in accordance with {self._by([entry])}."
        return f"По всему тексту слова \"{old}\" заменены словами \"{new}\" в соответствии с {self._by([entry])}."

    def chain(self, eid: str, unit: Unit) -> str | None:
        """Word the footnotes of a unit: what brought it or restated it, then the acts that amended it."""
        entries = [entry for entry in unit.notes if entry.verb is not Verb.SUSPENDED and entry not in self.grouped]
        told = []
        if entries:
            told.append(self._exact(entries) or self._chain(self._misprinted(eid, entries), _once(entries)))
        if "red notes" not in self.traits:
            told += [self.suspended(eid, entry) for entry in self.suspensions(unit)]
        return " ".join(told) or None

    def suspensions(self, unit: Unit) -> list[Entry]:
        """Give the suspensions that the page still tells of."""
        return [entry for entry in unit.notes if entry.verb is Verb.SUSPENDED and not (
            "notes leave" in self.traits and entry.step.until and entry.step.until <= self.day)]

    def _misprinted(self, eid: str, entries: list[Entry]) -> str:
        if not eid.startswith("art_") or entries[0].verb is not Verb.AMENDED or not self._by_chance("misprints", 0.3):
            return eid
        return f"art_{int(eid[4:].split('-', maxsplit=1)[0]) % 3 + 1}"

    def ranged(self, first: str, last: str, entry: Entry) -> str:
        """Word one note on a range of articles."""
        self.met.add("ranges")
        a, b = first[4:], last[4:]
        if self.lang is Lang.ENG:
            form = self.rng.choice(("Articles {} - {}", "Articles {} through {}", "Articles {}-{}"))
            return f"{form.format(a, b)} as amended by {self._by([entry])}."
        return f"{self.rng.choice(('Статьи {}-{}', 'Статьи {} - {}')).format(a, b)} с изменениями, внесенными {self._by([entry])}."

    def _chain(self, eid: str, entries: list[Entry]) -> str:
        first, rest = entries[0], entries[1:]
        eng = self.lang is Lang.ENG
        if first.verb is Verb.AMENDED:
            return f"{self.name(eid)} {self._amended(entries)}."
        if first.verb is Verb.INSERTED:
            holder = first.eid.split(">")[0]
            what = "The Law" if holder == "law" else self.name(holder)
            what = what if eng else ("Закон" if holder == "law" else self.name(holder))
            told = f"{what} is supplemented by {self.name(eid)} in accordance with {self._by([first])}" if eng else \
                f"{what} {'дополнен' if holder == 'law' else 'дополнена'} {self.name_by(eid)} в соответствии с {self._by([first])}"
        elif first.verb is Verb.RESTATED:
            told = f"{self.name(eid)} in the new wording of {self._by([first])}" if eng else \
                f"{self.name(eid)} в редакции {self._by([first]).replace('Законом', 'Закона', 1)}"
        elif first.verb is Verb.EXPIRED:
            day = f"{first.step.day:%d.%m.%Y}"
            return f"{self.name(eid)} was valid until {day} in accordance with {self._by([first])}." if eng else \
                f"{self.name(eid)} {'действовал' if eid.startswith('para') else 'действовала'} до {day} в соответствии с {self._by([first])}."
        else:
            return f"{self.name(eid)} is excluded by {self._by([first])}." if eng else \
                f"{self.name(eid)} исключена {self._by([first])}."
        return f"{told}; {self._amended(rest)}." if rest else f"{told}."

    def _exact(self, entries: list[Entry]) -> str | None:
        """Word a note that names the very unit, where it is the only change of the article."""
        alone = len(entries) == 1 and entries[0].verb is Verb.AMENDED
        return self._detail(entries[0]) if alone and self._by_chance("detailed notes", 0.6) else None

    def _detail(self, entry: Entry) -> str | None:
        change, eng = entry.step.change, self.lang is Lang.ENG
        inside = change.eid.startswith("art_") and "__al" not in change.eid and "__indent" not in change.eid
        if not inside or self.chosen_form(change) is None:
            return None
        if change.do is Do.INSERT and change.unit:
            point = change.unit.kind is Kind.POINT
            new = f"{'subparagraph' if point else 'paragraph'} {change.unit.number}{')' if point else ''}" if eng else \
                f"{'подпунктом' if point else 'пунктом'} {change.unit.number}{')' if point else ''}"
            what = self.inner(change.eid)
            if eng:
                return f"{what[0].upper()}{what[1:]} is supplemented by {new} in accordance with {self._by([entry])}."
            what = what.replace("статьи", "статья", 1) if "пункта" not in what else what.replace("пункта", "пункт", 1)
            ending = "дополнена" if what.startswith("статья") else "дополнен"
            return f"{what[0].upper()}{what[1:]} {ending} {new} в соответствии с {self._by([entry])}."
        what = self.inner(change.eid)
        if eng:
            return f"{what[0].upper()}{what[1:]} in the new wording of {self._by([entry])}."
        what = what.replace("подпункта", "подпункт", 1) if what.startswith("подпункта") else what.replace("пункта", "пункт", 1)
        return f"{what[0].upper()}{what[1:]} в редакции {self._by([entry]).replace('Законом', 'Закона', 1)}."

    @staticmethod
    def chosen_form(change: Change) -> str | None:
        """Tell which exact note there is for a change, if any."""
        if change.do is Do.INSERT and change.unit and change.unit.kind in (Kind.POINT, Kind.PARAGRAPH):
            return "supplemented"
        return "restated" if change.do is Do.RESTATE and "__" in change.eid else None

    def _amended(self, entries: list[Entry]) -> str:
        if self.lang is Lang.ENG:
            return f"{'reads otherwise since' if self._by_chance('odd words', 0.3) else 'as amended by'} {self._by(entries)}"
        word = "с изменением, внесенным" if len(entries) == 1 else "с изменениями, внесенными"
        return f"{'читать иначе согласно' if self._by_chance('odd words', 0.3) else word} {self._by(entries)}"

    def suspended(self, eid: str, entry: Entry) -> str:
        """Word the note of a suspension."""
        until = entry.step.until
        end = "" if until is None else f" {'until' if self.lang is Lang.ENG else 'до'} {until:%d.%m.%Y}"
        if self.lang is Lang.ENG:
            return f"The effect of {self.name(eid)} is suspended{end} by {self._by([entry])}."
        return f"Действие {self.name_of(eid)} приостановлено{end} {self._by([entry])}."

    def ranged_points(self, first: Unit, last: Unit) -> str:
        """Word one line for a range of excluded points."""
        self.met.add("ranges of points")
        assert first.gone
        act, a, b = self._by([first.gone]), first.number, last.number
        return f"{a}) - {b}) are excluded by {act};" if self.lang is Lang.ENG else f"{a}) - {b}) исключены {act};"

    def editorial(self, gone: Entry, kind: str) -> str:
        """Word the line that stands for an excluded unit."""
        act = self._by([gone])
        if gone.verb is Verb.EXPIRED:
            day = f"{gone.step.day:%d.%m.%Y}"
            return f"was valid until {day} in accordance with {act};" if self.lang is Lang.ENG else \
                f"действовал до {day} в соответствии с {act};"
        if self.lang is Lang.ENG:
            return f"{'Is' if kind != 'point' else self.rng.choice(('Is', 'is'))} excluded by {act}{';' if kind == 'point' else '.'}"
        ending = {"article": "Исключена", "chapter": "Исключена", "point": "исключен", "paragraph": "исключен"}[kind]
        return f"{ending} {act}{';' if kind == 'point' else '.'}"

    # --- what is foreseen, the law's own start, its end

    def ahead(self, step: Step) -> str | None:
        """Word a note on a change that is only foreseen."""
        eid, do = step.change.eid, step.change.do
        whole = eid.split("__")[0]
        act, eng = self._by([Entry(Verb.AMENDED, eid, step)]), self.lang is Lang.ENG
        if not whole.startswith("art_") or do in (Do.SUSPEND, Do.EXPIRE):
            return None
        if do is Do.EXCLUDE and whole == eid:
            return f"{self.name(eid)} is provided to be excluded by {act}." if eng else \
                f"{self.name_acc(eid)} предусматривается исключить {act}."
        if do is Do.RESTATE and whole == eid:
            return f"{self.name(eid)} is provided to be in the new wording of {act}." if eng else \
                f"{self.name(eid)} предусматривается в редакции {act.replace('Законом', 'Закона', 1)}."
        return f"{self.name(whole)} is provided to be amended by {act}." if eng else \
            f"В {self.name_acc(whole).lower()} предусмотрены изменения {act}."

    def own_start(self, eid: str, world: World, day: date) -> str:
        """Word the note by which an article of the law itself starts later."""
        own = f"{world.adopted:%d.%m.%Y} № {world.number}."
        if self.lang is Lang.ENG:
            law = f"in accordance with the Law of the Republic of Kazakhstan dated {own}"
            return f"{self.name(eid)} shall be enforced from {day:%d.%m.%Y} {law}"
        return f"{self.name(eid)} вводится в действие с {day:%d.%m.%Y} в соответствии с Законом РК от {own}"

    def repealed(self, repeal: Repeal) -> str:
        """Word the line at the head of a repealed law."""
        eng = self.lang is Lang.ENG
        longer = "".join(f", except for {self.name(eid)}, which shall cease to be valid from {day:%d.%m.%Y}" if eng else
                         f", за исключением {self.name_of(eid)}, которая действует до {day:%d.%m.%Y}" for eid, day in repeal.longer)
        if eng:
            law = f"the Law of the Republic of Kazakhstan dated {repeal.act.adopted:%d.%m.%Y} № {repeal.act.number}"
            return f"The document ceased to be valid since {repeal.day:%B} {repeal.day.day}, {repeal.day.year} according to {law}{longer}."
        clause = self.clause(repeal.rule) + longer
        return f"Утратил силу Законом РК от {repeal.act.adopted:%d.%m.%Y} № {repeal.act.number} ({clause})."

    # --- names of units

    def name(self, eid: str) -> str:
        """Name a unit: Article 1, Глава 2."""
        return self._named(eid, ("Chapter", "Article", "Annex", "Preamble"), ("Глава", "Статья", "Приложение", "Преамбула"))

    def name_of(self, eid: str) -> str:
        """Name a unit in the genitive."""
        return self._named(eid, ("Chapter", "Article", "the Annex", "the preamble"), ("главы", "статьи", "приложения", "преамбулы"))

    def name_acc(self, eid: str) -> str:
        """Name a unit in the accusative."""
        return self._named(eid, ("Chapter", "Article", "Annex", "Preamble"), ("Главу", "Статью", "Приложение", "Преамбулу"))

    def name_by(self, eid: str) -> str:
        """Name a unit in the instrumental."""
        return self._named(eid, ("Chapter", "Article", "Annex", "preamble"), ("главой", "статьей", "приложением", "преамбулой"))

    def _named(self, eid: str, eng: tuple[str, ...], rus: tuple[str, ...]) -> str:
        kinds = ("chp", "art", "annex", "preamble")
        kind, _, number = eid.partition("_")
        word = (eng if self.lang is Lang.ENG else rus)[kinds.index(kind)]
        return word if kind in ("annex", "preamble") else f"{word} {number}"


def _once(entries: list[Entry]) -> list[Entry]:
    """Name an act once for each of its parts that touched the unit; what it does for a time is named apart.

    That a footnote prints the clause of each part is a habit told on /about.
    """
    kept: dict[object, Entry] = {}
    for place, entry in enumerate(entries):
        step = entry.step
        kept.setdefault((step.act, step.until, step.rule) if entry.verb is Verb.AMENDED else place, entry)
    return list(kept.values())
