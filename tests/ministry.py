"""An invented ministry: an order, the rules that it approved with an annex of their own, and an order that amends them.

What is true is known: the order is printed as it stands before and after. The amending order names the rules in all the
ways that orders have: by a heading, in an instruction's own line, once more as "those Rules", in the line of the item.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from lawgraph.evidence.sources import Edition, HeldAct, LawSources
from lawgraph.law.acts import LawNotes
from lawgraph.law.amendments import Dating
from lawgraph.law.authors import Act, ActKind, Record
from lawgraph.law.document import Document
from lawgraph.parsing.document import parse_law
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.naming import AmendedLaw, items_on

ADOPTED, BEGINS = date(2015, 3, 3), date(2019, 7, 1)
BEASTS = ("волов", "ослов", "мулов", "овец", "коз", "гусей", "уток", "пчел")
DOES = ("пьет", "ест", "спит", "стоит", "лежит", "пашет", "бежит", "идет", "поет", "ждет")
WHERE = ("утром", "днем", "вечером", "ночью", "весной", "летом", "осенью", "зимой")
OF_ORDER = "Министра зверей Республики Казахстан от 3 марта 2015 года № 7"

Points = Mapping[str, str]
"""The points of a text by number; subpoints have their point's number before theirs: "3/2"."""


@dataclass(frozen=True, slots=True)
class Order:
    """Hold an order as it stands: its points, those of the rules it approved, of their annex, and of its second annex.

    `second` is the first point of the second chapter of the rules, 0 where they have none.
    """

    beasts: tuple[str, str]
    texts: Mapping[str, Points]
    second: int = 0

    @property
    def title(self) -> str:
        """The title of the order."""
        return f"Об утверждении Правил содержания {self.beasts[0]}"

    def printed(self) -> str:
        """Return the order with all that it approved."""
        first, second = self.beasts
        lines = [self.title, f"Приказ {OF_ORDER}.", "ПРИКАЗЫВАЮ:", *_lines(self.texts["order"]), "Министр А. Зверев",
                 "Приложение 1", "к приказу Министра зверей", "Республики Казахстан", "от 3 марта 2015 года № 7",
                 f"Правила содержания {first}", *self._chapters(),
                 "Приложение 1", f"к Правилам содержания {first}", "Меры корма", *_lines(self.texts["measures"]),
                 "Приложение 2", "к приказу Министра зверей", "Республики Казахстан", "от 3 марта 2015 года № 7",
                 f"Правила выпаса {second}", *_lines(self.texts["pasture"])]
        return "\n\n".join(lines) + "\n"

    def _chapters(self) -> Iterator[str]:
        points = self.texts["rules"]
        parts = [{number: text for number, text in points.items() if (_placed(number)[0] >= (self.second,)) is behind}
                 for behind in (False, True)]
        for place, part in enumerate(parts, start=1):
            yield from (f"Глава {place}. О зверях",) if self.second else ()
            yield from _lines(part)

    def read(self) -> Document:
        """Return the order as it is read."""
        return parse_law(read_plain(self.printed()), "rus", "order.txt")


def _lines(points: Points) -> Iterator[str]:
    for number in sorted(points, key=_placed):
        point, _, inner = number.partition("/")
        yield f"{inner}) {points[number]}" if inner else f"{point}. {points[number]}"


def _placed(number: str) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(map(int, each.split("-"))) for each in number.split("/"))


def invented(seed: int) -> Order:
    """Return an order with its rules."""
    rng = Random(seed)  # noqa: S311
    first, second = rng.sample(BEASTS, 2)
    order = {"1": f"Утвердить Правила содержания {first}.", **_points(rng, rng.randint(2, 4), start=2)}
    order[str(len(order) + 1)] = "Настоящий приказ вводится в действие с 1 апреля 2015 года."
    chapter = rng.choice((0, 2, 3))
    return Order((first, second), {"order": order, "rules": _points(rng, rng.randint(4, 7), inner=True),
                                   "measures": _points(rng, 3), "pasture": _points(rng, rng.randint(3, 5), inner=True)}, chapter)


def _points(rng: Random, count: int, start: int = 1, *, inner: bool = False) -> dict[str, str]:
    found: dict[str, str] = {}
    for number in range(start, start + count):
        listed = inner and rng.random() < 0.4
        found[str(number)] = f"Зверь {rng.choice(DOES)} {rng.choice(WHERE)}{':' if listed else '.'}"
        if listed:
            found |= {f"{number}/{place}": f"{rng.choice(DOES)} {rng.choice(WHERE)}{';' if place < 3 else '.'}" for place in (1, 2, 3)}
    return found


@dataclass(slots=True)
class Drafter:
    """Word the changes of an order, and make them: what he writes down is what becomes true."""

    order: Order
    rng: Random
    lines: list[str] = field(default_factory=list)
    touched: set[tuple[str, str]] = field(default_factory=set)

    def change(self, text: str, of: str = "") -> str:
        """Make a change in a text, and return the instruction; `of` names the text behind its unit, in the genitive."""
        points = dict(self.order.texts[text])
        free = [number for number in points if not {(text, number), (text, number.split("/")[0])} & self.touched
                and not any(each == text and other.startswith(f"{number}/") for each, other in self.touched)]
        free = [number for number in free if text != "order" or number not in ("1", str(len(points)))]
        number = self.rng.choice(sorted(free)) if free else ""
        if not number:
            return ""
        self.touched.add((text, number))
        point, _, inner = number.partition("/")
        of = f" {of}" if of else ""
        acted = f"подпункт {inner}) пункта {point}{of}" if inner else f"пункт {point}{of}"
        within = f"подпункте {inner}) пункта {point}{of}" if inner else f"пункте {point}{of}"
        said = self._made(points, number, acted, within, of)
        self.order = replace(self.order, texts={**self.order.texts, text: points})
        return said

    def _made(self, points: dict[str, str], number: str, acted: str, within: str, of: str) -> str:
        point, _, inner = number.partition("/")
        old, what = points[number], self.rng.choice(("strike", "word", "exchange", "append", "bring"))
        below = [each for each in points if each.startswith(f"{number}/")]
        new = f"{self.rng.choice(DOES)} {self.rng.choice(WHERE)} снова"
        if what == "strike":
            for each in (number, *below):
                del points[each]
            return f"{acted} исключить;"
        if what == "bring" and not inner and f"{point}-1" not in points:
            points[f"{point}-1"] = f"Зверь {new}."
            return f"{_added(of, self.order.beasts[0])} пунктом {point}-1 следующего содержания:\n\n«{point}-1. Зверь {new}.»;"
        if what == "word" or below or what == "bring":
            for each in below:
                del points[each]
            points[number] = f"{'' if inner else 'Зверь '}{new}{old[-1] if inner else '.'}"
            shown = f"{inner}) {points[number]}" if inner else f"{point}. {points[number]}"
            return f"{acted} изложить в следующей редакции:\n\n«{shown}»;"
        word = old.rstrip(".;").rpartition(" ")[2]
        if what == "exchange":
            points[number] = old.replace(word, "всегда")
            return f"в {within} слово «{word}» заменить словом «всегда»;"
        points[number] = f"{old[:-1]} и всегда{old[-1]}"
        return f"{acted} дополнить словами «и всегда»;"


def _added(of: str, beasts: str) -> str:
    """Return what is supplemented, in its own case."""
    named = {"": "", " указанных Правил": "указанные Правила ", f" Правил содержания {beasts}, утвержденных указанным приказом,":
             f"Правила содержания {beasts}, утвержденные указанным приказом, "}
    return f"{named.get(of, of.strip().replace('приложения', 'приложение') + ' ')}дополнить"


def amended(order: Order, seed: int) -> tuple[Order, str]:
    """Return an order as another one leaves it, and the words of that."""
    rng = Random(f"amended {seed}")  # noqa: S311
    drafter = Drafter(order, rng)
    first, second = order.beasts
    by, of = "утвержденных указанным приказом", f"Правил содержания {first}"
    groups: list[str] = []
    if rng.random() < 0.2:  # the rules alone, in the line of the item
        body = [said for _ in range(rng.randint(1, 3)) if (said := drafter.change("rules"))]
        line = f"1. Внести в Правила содержания {first}, утвержденные приказом {OF_ORDER}, следующие изменения:"
        return drafter.order, _act([line, *body])
    ways: Sequence[tuple[str, str, str]] = (
        ("order", "", ""), ("rules", f"в Правилах содержания {first}, {by}:", ""), ("rules", "", f"{of}, {by},"),
        ("measures", "", f"приложения 1 к Правилам содержания {first}"),
        ("measures", f"в приложении 1 к Правилам содержания {first}:", ""),
        ("pasture", "в приложении 2 к указанному приказу:", ""), ("pasture", f"в Правилах выпаса {second}, {by}:", ""),
        ("pasture", "", "приложения 2 к указанному приказу"), ("rules", "", "указанных Правил"),
        ("rules", "в указанных Правилах:", ""), ("measures", "", "приложения 1 к указанным Правилам"))
    steps, last = rng.random() < 0.7, "rules"
    chosen = rng.sample(ways, rng.randint(1, 4))
    for text, heading, named in chosen if steps else sorted(chosen, key=lambda each: each[0] != "order"):
        if "указанных Правил" in heading + named and last == "pasture":
            continue  # these would be others
        last = text if "Правил" in heading + named else last
        body = [said for _ in range(1 if named else rng.randint(1, 3)) if (said := drafter.change(text, named))]
        groups += ["\n\n".join((heading, *body) if heading else body)] if body else []
    if steps:
        groups = [f"{place}) {group}" for place, group in enumerate(groups, start=1)]
    line = f"1. Внести в приказ {OF_ORDER} «{order.title}» следующие изменения и дополнения:"
    return drafter.order, _act([line, *groups])


def _act(lines: Sequence[str]) -> str:
    body = "\n\n".join(lines)
    body = f"{body[:-1]}." if body.endswith(";") else body
    return (f"О внесении изменений и дополнений\n\nПРИКАЗЫВАЮ:\n\n{body}\n\n2. Настоящий приказ вводится в действие с 1 июля 2019 года.\n\n"
            "Министр А. Зверев\n")


def sources(order: Order, words: str) -> LawSources:
    """Return the order as first published with the act that amends it; no other act does."""
    act = read_act(read_plain(words), "rus")
    named = AmendedLaw("order", ADOPTED, (("rus", order.title),), "7", ActKind.ORDER)
    record = Record("invented", "high", date(2026, 11, 29))
    first = Edition("rus", "order.txt", order.read(), official=True, day=date(2015, 4, 1), dated_by=Dating.ADOPTION)
    by = Act("9", date(2019, 5, 5), ActKind.ORDER)
    acts = tuple(HeldAct(by, act, item, "act.txt", date(2026, 11, 29)) for item in items_on(act, named))
    return LawSources("order", "7", ADOPTED, Act("7", ADOPTED, ActKind.ORDER), (first,), (), LawNotes(date(2026, 1, 1), record), acts)
