"""Invent orders with annexes, annexes of annexes, lists behind rules and notes, and say what a reader must find in them.

An order is lines with what each is; `printed` gives it as text, as a copied page, as Markdown and as a page.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from random import Random


class Line(Enum):
    """What a line of an order is."""

    TEXT = "text"
    NOTE = "note"
    HEADING = "heading"
    CHAPTER = "chapter"
    SIGNED = "signed"
    STAMP = "stamp"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Words:
    """Hold how a language prints an order: a sentence each, `{}` for what stands in it."""

    title: str
    requisite: str
    opening: str
    sentences: tuple[str, ...]
    signed: tuple[str, ...]
    name: str
    approved: tuple[str, ...]
    annexed: tuple[str, ...]
    within: tuple[str, ...]
    rules: str
    chapter: str
    form: str
    listed: str
    excluded: str
    by: str
    notes: Mapping[str, str]


WORDS = {
    "rus": Words(
        "О печах", "Приказ Министра печей Республики Казахстан от 7 апреля 2015 года № 25.", "В соответствии с Законом Республики Казахстан «О печах» ПРИКАЗЫВАЮ:",
        ("Печь горит ночью и днем без перерыва", "Дрова лежат под навесом до весны", "Дым идет вверх через трубу дома", "Снег убирают с крыши два раза"),
        ("Министр печей", "Республики Казахстан"), "А. Никто", ("Утверждены", "приказом Министра печей", "Республики Казахстан", "от 7 апреля 2015 года № 25"),
        ("Приложение {} к приказу", "Министра печей", "Республики Казахстан", "от 7 апреля 2015 года № 25"), ("Приложение {}", "к Правилам топки печей"),
        "Правила топки печей", "Глава {}. {}", "Форма заявления {}", "Перечень печей {}", "{}. Исключен {}.",
        "приказом Министра печей РК от {} № {} (вводится в действие с 01.07.2024)",
        {"para": "Сноска. Пункт {} с изменениями, внесенными {}.", "inserted": "Сноска. Правила дополнены пунктом {} в соответствии с {}.",
         "chp": "Сноска. Глава {} с изменениями, внесенными {}.", "annex": "Сноска. Приложение {} с изменениями, внесенными {}."}),
    "kaz": Words(
        "Пештер туралы", "Қазақстан Республикасы Пеш министрінің 2015 жылғы 7 сәуірдегі № 25 бұйрығы.", "«Пештер туралы» Қазақстан Республикасының Заңына сәйкес БҰЙЫРАМЫН:",
        ("Пеш күндіз де түнде де үзіліссіз жанады", "Отын көктемге дейін лапаста жатады", "Түтін үйдің мұржасы арқылы көтеріледі", "Қар шатырдан екі рет тазаланады"),
        ("Қазақстан Республикасының", "Пеш министрі"), "А. Ешкім", ("Қазақстан Республикасы", "Пеш министрінің", "2015 жылғы 7 сәуірдегі", "№ 25 бұйрығымен", "бекітілген"),
        ("Қазақстан Республикасы", "Пеш министрінің", "2015 жылғы 7 сәуірдегі", "№ 25 бұйрығына", "{}-қосымша"), ("Пеш жағу қағидаларына", "{}-қосымша"),
        "Пеш жағу қағидалары", "{}-тарау. {}", "Өтініш нысаны {}", "Пештер тізбесі {}", "{}. Алып тасталды – {}.",
        "ҚР Пеш министрінің {} № {} (01.07.2024 бастап қолданысқа енгізіледі) бұйрығымен",
        {"para": "Ескерту. {}-тармаққа өзгеріс енгізілді – {}.", "inserted": "Ескерту. Қағидалар {}-тармақпен толықтырылды – {}.",
         "chp": "Ескерту. {}-тарауға өзгеріс енгізілді – {}.", "annex": "Ескерту. {}-қосымшаға өзгеріс енгізілді – {}."}),
    "eng": Words(
        "On kilns", "Order of the Minister of Kilns of the Republic of Kazakhstan dated 7 April 2015 No. 25.",
        "In accordance with the Law of the Republic of Kazakhstan “On kilns” I HEREBY ORDER:",
        ("The kiln shall be stoked by day and by night", "Wood shall lie under a roof until spring", "Smoke shall rise through the chimney of the house"),
        ("Minister of Kilns", "of the Republic of Kazakhstan"), "A. Nobody", ("Approved", "by the order of the Minister of Kilns", "of the Republic of Kazakhstan", "dated 7 April 2015 No. 25"),
        ("Annex {} to the order", "of the Minister of Kilns", "of the Republic of Kazakhstan", "dated 7 April 2015 No. 25"), ("Annex {}", "to the Rules of stoking"),
        "Rules of stoking", "Chapter {}. {}", "Form of application {}", "List of kilns {}", "{}. Is excluded by {}.",
        "the order of the Minister of Kilns of the Republic of Kazakhstan dated {} No. {} (shall be enforced from 01.07.2024)",
        {"para": "Footnote. Paragraph {} as amended by {}.", "inserted": "Footnote. The Rules are supplemented by paragraph {} in accordance with {}.",
         "chp": "Footnote. Chapter {} as amended by {}.", "annex": "Footnote. Annex {} as amended by {}."})}


@dataclass
class Order:
    """Collect the lines of an order, the addresses in it, and its claims: target, action, number of the act."""

    lang: str
    random: Random
    lines: list[tuple[Line, tuple[str, ...]]] = field(default_factory=list)
    eids: list[str] = field(default_factory=list)
    claims: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def words(self) -> Words:
        """The words of its language."""
        return WORDS[self.lang]

    def put(self, kind: Line, *told: str, eid: str | None = None) -> None:
        """Add a line, and the address that begins with it."""
        self.lines.append((kind, told))
        self.eids += [eid] if eid else []

    def claim(self, target: str, action: str) -> str:
        """Add a claim of an act of its own, and return the words for that act."""
        number = str(100 + len(self.claims))
        self.claims.append((target, action, number))
        return self.words.by.format(f"{self.random.randint(10, 28)}.0{self.random.randint(1, 9)}.20{self.random.randint(16, 23)}", number)

    def note(self, kind: str, number: str, target: str, action: str = "modification") -> None:
        """Add a note on a unit."""
        self.put(Line.NOTE, self.words.notes[kind].format(number, self.claim(target, action)))

    def sentence(self) -> str:
        """Return some sentence, without its full stop."""
        return self.random.choice(self.words.sentences)

    def is_so(self, share: float) -> bool:
        """Decide by chance."""
        return self.random.random() < share


def invented(seed: int, lang: str) -> Order:
    """Return the order of a seed."""
    order = Order(lang, Random(seed))  # noqa: S311  an order is no secret
    order.put(Line.TEXT, order.words.opening, eid="preamble")
    _paragraphs(order, "", 1)
    order.put(Line.SIGNED, *order.words.signed, order.words.name)
    annexes = order.random.randint(1, 3)
    for place in range(1, annexes + 1):
        stamp = order.words.approved if annexes == 1 else order.words.annexed
        order.put(Line.STAMP, *(each.format(place) for each in stamp), eid=f"annex_{place}")
        order.put(Line.HEADING, order.words.rules)
        if annexes > 1 and order.is_so(0.3):
            order.note("annex", str(place), f"annex_{place}")
        _rules(order, f"annex_{place}")
    return order


def _rules(order: Order, base: str) -> None:
    number = 1
    for chapter in range(1, order.random.randint(1, 3)):
        order.put(Line.CHAPTER, order.words.chapter.format(chapter, order.sentence()), eid=f"{base}__chp_{chapter}")
        if order.is_so(0.2):
            order.note("chp", str(chapter), f"{base}__chp_{chapter}")
        number = _paragraphs(order, f"{base}__", number)
    number = _paragraphs(order, f"{base}__", number)
    if order.is_so(0.3):
        order.put(Line.TEXT, f"{number - 1}-1. {order.sentence()}.", eid=f"{base}__para_{number - 1}-1")
        order.note("inserted", f"{number - 1}-1", f"{base}__para_{number - 1}-1", "insertion")
    if order.is_so(0.3):
        order.put(Line.HEADING, order.words.listed.format(1), eid=f"{base}__annex_1")
        _paragraphs(order, f"{base}__annex_1__", 1)
        return
    for place in range(1, order.random.randint(1, 4)):
        order.put(Line.STAMP, *(each.format(place) for each in order.words.within), eid=f"{base}__annex_{place}")
        order.put(Line.HEADING, order.words.form.format(place))
        if order.is_so(0.4):
            order.note("annex", str(place), f"{base}__annex_{place}")
        if order.is_so(0.5):
            _paragraphs(order, f"{base}__annex_{place}__", 1)
        else:
            order.put(Line.TABLE, "№", "A", "B", "1.", "x", "y")


def _paragraphs(order: Order, base: str, first: int) -> int:
    """Add paragraphs from a number on, and return the number behind the last."""
    behind = first + order.random.randint(1, 3)
    for number in range(first, behind):
        eid = f"{base}para_{number}"
        if number > first and order.is_so(0.15):
            order.put(Line.TEXT, order.words.excluded.format(number, order.claim(eid, "exclusion")), eid=eid)
            continue
        listed = order.random.randint(2, 4) if order.is_so(0.3) else 0
        order.put(Line.TEXT, f"{number}. {order.sentence()}{':' if listed else '.'}", eid=eid)
        for point in range(1, listed):
            order.put(Line.TEXT, f"{point}) {order.sentence().lower()};", eid=f"{eid}__point_{point}")
        if order.is_so(0.3):
            order.note("para", str(number), eid)
    return behind


def printed(order: Order) -> Iterator[tuple[str, str]]:
    """Give the format of an order, and its text, for each of four ways in which it may be printed."""
    words = order.words
    plain = "\n".join((words.title, "", words.requisite, "", *(each for line in order.lines for each in _plain(*line)), ""))
    copied = "\n".join((words.title, "", words.requisite, "", *(each for line in order.lines for each in _copied(*line)), ""))
    marked = "\n\n".join((f"# {words.title}", words.requisite, *(_marked(*line) for line in order.lines))) + "\n"
    body = "".join(_tagged(*line) for line in order.lines)
    page = (f'<html><body><div class="container_alpha slogan"><h1>{words.title}</h1><p>{words.requisite}</p></div><div class="container_gamma text"><div>'
            f'<article>{body}</article></div></div><div class="container_omega aftertext"></div></body></html>')
    yield from (("txt", plain), ("txt", copied), ("md", marked), ("html", page))


def _plain(kind: Line, told: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of an archive: what stands in cells of a page stands at the margin."""
    if kind is Line.SIGNED:
        return (*(f"      {each}" for each in told), "")
    rows = "\t".join(told[:3]), "\t".join(told[3:])
    return {Line.TEXT: (f"      {told[0]}", ""), Line.NOTE: (f"      {told[0]}", ""), Line.STAMP: (*told, ""), Line.TABLE: (*rows, "")}.get(kind, (told[0], ""))


def _copied(kind: Line, told: Sequence[str]) -> tuple[str, ...]:
    """Return the lines as a browser copies them: a line of tabs stands before a cell."""
    if kind is Line.SIGNED:
        return ("\t", f"      {told[0]}", "", "", f"{told[1]} ", "", "\t", told[2], "", "")
    return ("\t", *told, "") if kind is Line.STAMP else _plain(kind, told)


def _marked(kind: Line, told: Sequence[str]) -> str:
    if kind is Line.TABLE:
        return "\n".join(f"| {' | '.join(row)} |" for row in (told[:3], ("---",) * 3, told[3:]))
    forms = {Line.NOTE: "> *{}*", Line.STAMP: "> *{}*", Line.HEADING: "# {}", Line.CHAPTER: "## {}", Line.SIGNED: "*{}*"}
    return forms.get(kind, "{}").format(" ".join(told))


def _tagged(kind: Line, told: Sequence[str]) -> str:
    if kind is Line.TABLE:
        rows = ("".join(f"<td><p>{cell}</p></td>" for cell in row) for row in (told[:3], told[3:]))
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    forms = {Line.NOTE: '<p><span class="note">      {}</span></p>', Line.STAMP: "<table><tr><td></td><td><p>{}</p></td></tr></table>",
             Line.SIGNED: "<table><tr><td><p><i>      {}</i></p></td></tr></table>"}
    headed = "<h3>{}</h3>" if kind in {Line.HEADING, Line.CHAPTER} else "<p>      {}</p>"
    return forms.get(kind, headed).format("<br/>".join(told))
