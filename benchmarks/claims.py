"""How many claims of notes are read, and rightly, by a reader that shares nothing with the program.

`python -m benchmarks.claims [FILE OR FOLDER …]`: the texts named, else the invented ones of the tests. For each act
that a note names, day and number, what the note does, its clause and the numbers of its target are read a second
time, by rough patterns, and held against the claims of the program. What differs is printed, to be judged by a person.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from benchmarks.figures import Figure
from lawgraph.law.amendments import Action
from lawgraph.law.document import Claim, Document
from lawgraph.law.errors import SourceError
from lawgraph.parsing.document import languages_of, parse_file
from lawgraph.reading.opening import read

INVENTED = ("tests/golden_formats", "tests/invented", "corpus")
_ENOUGH = 0.995
_ENDINGS = {".md", ".html", ".txt", ".htm"}
_TAGS = re.compile(r"(?is)<!--.*?-->|<(script|style)\b.*?</\1>|<(?P<close>/?)(?P<name>[a-z]\w*)[^>]*>")
_LINES = {"p", "br", "div", "h1", "h2", "h3", "h4", "td", "tr", "li", "table"}
_LABEL = re.compile(r"\W*(?:сноска|ескерту|footnote)\b", re.IGNORECASE)
_GONE = re.compile(r"(?i)^\W*(?:[\d-]+\W{1,3})?(?:исключ|утратил|алып таста|күші жой|excluded|(?:is |was )?repealed)")
_STARTS = re.compile(r"(?i)\([^()]*(?:вводится в действие|қолданысқа енгіз|enforced|enacted|effect)[^()]*\)")
_EXCEPTED = re.compile(r"(?i)за исключением|қоспағанда|except")
_MONTHS = {name: month for month, names in enumerate((
    "янв қаңт jan", "фев ақп feb", "мар нау mar", "апр сәу apr", "мая май мам may", "июн мау jun", "июл шіл jul",
    "авг там aug", "сен қыр sep", "окт қаз oct", "ноя қар nov", "дек жел dec"), 1) for name in names.split()}
_DAY = (r"(?:(?P<d{0}>\d\d?)\.(?P<m{0}>\d\d?)\.(?P<y{0}>\d{{4}})|(?P<Y{0}>\d{{4}})\.(?P<M{0}>\d\d?)\.(?P<D{0}>\d\d?)"
        r"|(?P<e{0}>\d\d?)\s+(?P<n{0}>[^\W\d_]{{3}})[^\W\d_]*\s+(?P<z{0}>\d{{4}})"
        r"|(?P<Z{0}>\d{{4}})\s+жыл[^\W\d_]*\s+(?P<E{0}>\d\d?)\s+(?P<N{0}>[^\W\d_]{{3}})[^\W\d_]*)")
_NUMBER = r"(?:№|N|No\.?)\s*(?P<number{0}>[\w/-]*\d[\w/-]*(?:\s-[IVX]+)?)"
_NAMED = re.compile(rf"{_DAY.format(1)}(?:\s*(?:года|год|г\.|ж\.))?[\s,]*{_NUMBER.format(1)}"
                    rf"|{_NUMBER.format(2)}\s*(?:dated|of|от)\s*{_DAY.format(2)}")
_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_COUNTS = {name: count for count, names in {
    10: "десят ten он", 20: "двадцат twenty жиырма", 30: "тридцат thirty отыз", 60: "шестидесят sixty алпыс",
    90: "девяност ninety тоқсан", 3: "трех three үш", 6: "шести six алты", 1: "одного one бір", 15: "пятнадцат fifteen",
}.items() for name in names.split()}
_WAIT = re.compile(rf"(?i)\b(?:(?P<tens>двадцат|twenty|жиырма)\w*[\s-])?"
                   rf"(?P<n>\d+|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})\w*\s+(?:\w+\s+)?"
                   r"(?P<unit>дн|күн|day|месяц|ай|month)")
_ON = re.compile(r"(?i)(?:\bс|from|on)\s+(?P<a>\d\d?\.\d\d?\.\d{4})|(?P<b>\d\d?\.\d\d?\.\d{4})\s*(?:ж\.\s*)?бастап")
_VERBS = (
    (Action.TEXT_SUBSTITUTION, r"слова|сөздер|цифры|the words?\b"),
    (Action.SUBSTITUTION, r"в (?:новой )?редакции|жаңа редакция|in the (?:new )?wording"),
    (Action.INSERTION, r"дополнен[аоы]?\b|толықтырылды|supplemented"),
    (Action.EXCLUSION, r"исключ|алып таста|excluded|утратил|күші жой|repealed"),
    (Action.MODIFICATION, r"изменени|өзгеріс|өзгерту|amended|дополнени|толықтыру"))
_VERB = re.compile("(?i)" + "|".join(f"(?P<v{place}>{words})" for place, (_, words) in enumerate(_VERBS)))
_UNITS = re.compile(r"(?<![\w.№-])\d{1,4}(?:-\d{1,3})?(?![\w.]*\d)")


@dataclass(frozen=True, slots=True)
class Told:
    """Hold what a note tells of one act, as far as the rough reader sees it; `None` where it does not."""

    note: str
    number: str
    day: date
    action: Action | None
    clause: str | None
    units: frozenset[str]


def paragraphs(raw: str) -> Iterator[str]:
    """Give the lines of a text as a reader of the page sees them."""
    raw = re.sub(r"(?s)\A---\n.*?\n---\n", "", raw)
    if re.search(r"(?i)<(?:p|span|div|html)\b", raw):
        raw = _TAGS.sub(lambda tag: "\n" if (tag["name"] or "").lower() in _LINES else "", raw.replace("\n", " "))
        parts = raw.split("\n")
    else:
        parts = re.split(r"\n\s*\n|\n(?=\s*(?:>|\d+(?:-\d+)?\)|Сноска|Ескерту|Footnote))", raw)
    for part in parts:
        if words := " ".join(re.sub(r"[*>]|\]\([^)]*\)|\[(?=№)", " ", unescape(part)).split()):
            yield words


def told(raw: str) -> Iterator[Told]:
    """Give what the notes of a text tell, one for each act that one names."""
    for words in paragraphs(raw):
        named = [each for each in _NAMED.finditer(words) if _day(each)]
        if not (_LABEL.match(words) or _GONE.match(words) or (named and _STARTS.search(words[named[0].end():]))):
            continue
        head = words[:named[0].start()] if named else ""
        units = frozenset(_UNITS.findall(re.sub(r'"[^"]*"|«[^»]*»', "", head)))
        done: Action | None = None
        since = 0
        for each, until in zip(named, [*(following.start() for following in named[1:]), len(words)], strict=False):
            verbs = [*_VERB.finditer(_BRACKETS.sub("", words[since:each.start()]))]
            groups = [each.lastgroup or "v0" for each in verbs]
            of_words = groups[-1:] == ["v3"] and "v0" in groups  # words that are excluded
            done = _VERBS[0 if of_words else int(groups[-1][1:])][0] if verbs else done
            since = each.end()
            if day := _day(each):
                yield Told(words, each["number1"] or each["number2"], day, done, _clause(words[since:until]), units)


def _day(found: re.Match[str]) -> date | None:
    groups = {name[0]: int(value) if value.isdigit() else _MONTHS.get(value.lower(), 1)
              for name, value in found.groupdict().items() if value and len(name) == 2}
    year, month, day = (next(groups[name] for name in names if name in groups) for names in ("yYzZ", "mMnN", "dDeE"))
    try:
        return date(year, month, day)
    except ValueError:  # a misprint
        return None


def _clause(behind: str) -> str | None:
    bracket = _BRACKETS.search(behind)
    words = bracket[0] if bracket else ""
    if _EXCEPTED.search(words):
        return None
    if on := _ON.search(words):
        day, month, year = (on["a"] or on["b"]).split(".")
        return f"{year}-{int(month):02d}-{int(day):02d}"
    if wait := _WAIT.search(words):
        unit = "month" if wait["unit"].lower() in {"месяц", "ай", "month"} else "day"
        return f"{(20 if wait['tens'] else 0) + (_COUNTS.get(wait['n'].lower()) or int(wait['n']))} {unit}"
    return None


# Against the claims of the program

def claim_clause(claim: Claim) -> str | None:
    """Return the clause of a claim in the words of the rough reader."""
    rule = claim.operation
    if rule.day:
        return rule.day.isoformat()
    return f"{rule.days} day" if rule.days else f"{rule.months} month" if rule.months else None


def differs(each: Told, claims: Sequence[Claim]) -> str | None:
    """Return in which way the claims of the program on this act, by the same note, differ from what it tells."""
    number = _plain(each.number)
    by_act = [claim for claim in claims if claim.act and claim.act.adopted == each.day
              and _plain(claim.act.number or "") == number]
    mine = ([claim for claim in by_act if _bare(claim.text)[:60] in _bare(each.note)]
            or [claim for claim in by_act if _last(claim) in each.units])  # in a list of contents
    if not mine:
        return "no claim"
    done = {Action.EXCLUSION if claim.action is Action.REPEAL else claim.action for claim in mine}
    if each.action and each.action not in done:
        return f"{each.action} read as {', '.join(sorted(done))}"
    if each.clause and each.clause not in {claim_clause(claim) for claim in mine}:
        return f"{each.clause} read as {', '.join(sorted({str(claim_clause(claim)) for claim in mine}))}"
    if each.units and not {_last(claim) for claim in mine} & (each.units | {""}):
        return f"{', '.join(sorted(each.units))} read as {', '.join(sorted({str(claim.target) for claim in mine}))}"
    return None


def _last(claim: Claim) -> str:
    return str(claim.target).rpartition("__")[2].partition("_")[2]


def _plain(number: str) -> str:
    return re.sub(r"[\s-]", "", number.upper().translate(str.maketrans("ІХЅ", "IXS")))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text.replace("*", ""))


def documents(path: Path) -> Iterator[Document]:
    """Give a text in each language that it is in, nothing where it is no text of a law."""
    try:
        for lang in languages_of(read(path.read_bytes(), str(path))):
            yield parse_file(path, lang)
    except SourceError:
        return


def compare(places: Sequence[Path]) -> Iterator[tuple[Path, Told, str | None, bool]]:
    """Give what the notes of all texts tell, how the program differs, and whether it calls that place unread."""
    for place in places:
        files = sorted(each for each in place.rglob("*") if each.suffix in _ENDINGS) if place.is_dir() else [place]
        for path in files:
            read_as = [*documents(path)]
            claims = [claim for document in read_as for claim in document.claims]
            unread = "".join(_bare(each.text) for document in read_as for each in document.unread)
            for each in told(path.read_text(encoding="utf-8", errors="replace")) if read_as else ():
                yield path, each, differs(each, claims), _bare(each.note)[:40] in unread


def measure() -> Iterator[Figure]:
    """Give the figures of the invented texts of the tests."""
    return figures([Path(__file__).resolve().parents[1] / name for name in INVENTED])


def figures(places: Sequence[Path]) -> Iterator[Figure]:
    """Give how many claims there are, and how many are read as the rough reader reads them."""
    found = [(differing is None, unread) for *_, differing, unread in compare(places)]
    right, whole = sum(alike for alike, _ in found), sum(not unread for _, unread in found)
    yield Figure("claims of notes that a second reader reads alike", _share(right, len(found)), "at least 99.5 %",
                 right >= _ENOUGH * len(found))
    yield Figure("claims in notes that are understood to the last word", _share(whole, len(found)))


def _share(some: int, every: int) -> str:
    return f"{some:,} of {every:,}, {100 * some / max(every, 1):.2f} %"


if __name__ == "__main__":
    given = [Path(each) for each in sys.argv[1:] or INVENTED]
    for where, each, differing, unread in compare(given):
        if differing:
            print(f"{where.name}: {differing}{' (unread)' if unread else ''}: {each.number}: {each.note[:200]}")
    for figure in figures(given):
        print(f"{figure.what}: {figure.measured} {figure.verdict}")
