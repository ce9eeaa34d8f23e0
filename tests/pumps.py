"""Find patterns whose time grows faster than their text: each is fed with what its own parse tree says it repeats.

Run as a program it prints where each slow pattern of lawgraph stands, as JSON. A call that reads a short text about as fast
as a plain pattern does cannot be quadratic; of the others, the growth is measured.
"""

import ast
import hashlib
import importlib
import inspect
import itertools
import json
import pkgutil
import re
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

import lawgraph
from growth import TIMES, is_linear
from lawgraph.languages.tables import Rule
from lawgraph.law.eid import Eid
from lawgraph.law.errors import part_of

_KEPT = Path(__file__).resolve().parents[1] / "build" / "pumps"
_OURS = f"{lawgraph.__path__[0]}/"
_SCREENED = 2_000
_PLAIN = re.compile("(?:a|b)c")
_SUSPECT = 8
"""How many times as long as a plain pattern one may read the shortest text and not be tried on longer ones."""
_AS_A_PLAIN_ONE = 25
"""How many times as long as a plain pattern one may read the shortest text and not be held against the shorter ones."""

_TRIES = 32
_HOPELESS, _HOPELESS_FOR = 4.0, 8_000
"""After so many seconds a call is given up, on a text of that length or longer; on a shorter one after as many the fewer."""
_SAMPLES = " \t\nа1a-.,;:*_|<>()[]\"'#№AIxу=/!\u00a0\x00"
_CATEGORIES = {sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a", sre.CATEGORY_NOT_DIGIT: "a",
               sre.CATEGORY_NOT_SPACE: "a", sre.CATEGORY_NOT_WORD: " "}
_ANCHORED = {"match", "fullmatch"}
_METHODS = {*_ANCHORED, "search", "sub", "findall", "finditer", "split"}
_SOME = 30
Tree = Any  # the parse tree of the standard library has no types


class TooSlow(Exception):
    """A call that takes longer than any linear one would."""


@dataclass(frozen=True, slots=True, order=True)
class Pump:
    """Say what a text repeats, behind what a pattern wants first and before what it does not want."""

    head: str
    unit: str
    tail: str

    def text(self, length: int) -> str:
        """Return the text of a length."""
        least = length - len(self.tail)
        return (self.head + self.unit * (least // len(self.unit) + 1))[:least] + self.tail


@dataclass(frozen=True, slots=True)
class Effort:
    """Say how many pumps a pattern gets, all of them where `None`, and the length of the longest text."""

    pumps: int | None
    length: int


QUICK, WHOLE = Effort(_SOME, 8_000), Effort(None, 100_000)


def grown(pattern: "re.Pattern[str]", methods: set[str], effort: Effort = QUICK) -> str | None:
    """Tell shortly with what a pattern grows faster than its text, `None` if with nothing: method, pump, group that reads it."""
    pumps = sorted(set(pumped(pattern)))
    for pump, method in itertools.product(pumps[::-(-len(pumps) // (effort.pumps or len(pumps)))], sorted(methods)):
        if not _is_linear(pattern, method, pump, effort.length):
            return f"{method} {pump.head[-40:]!r} {pump.unit[:40]!r}… {pump.tail!r} in {_group(pattern, pump)}"
    return None


def _is_linear(pattern: "re.Pattern[str]", method: str, pump: Pump, length: int) -> bool:
    def spent(size: int) -> float:
        return _seconds(pattern, method, pump.text(size))
    try:
        return (spent(_SCREENED) < _SUSPECT * _plain() or spent(length) < _AS_A_PLAIN_ONE * _plain() * length / _SCREENED
                or is_linear(spent, length // TIMES))
    except TooSlow:
        return False


@cache
def _plain() -> float:
    return min(_seconds(_PLAIN, "search", "a" * _SCREENED) for _ in range(_TRIES))


def _group(pattern: "re.Pattern[str]", pump: Pump) -> str:
    """Return the group that reads what a pump repeats, or how the pattern begins."""
    found = pattern.search(pump.unit) if isinstance(pattern.pattern, str) else None
    return (found and found.lastgroup) or repr(pattern.pattern[:40])


def _seconds(pattern: "re.Pattern[str]", method: str, text: str) -> float:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlow
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _HOPELESS * min(1.0, len(text) / _HOPELESS_FOR))
    begun = time.thread_time()
    try:
        if method in _ANCHORED:
            getattr(pattern, method)(given)
        else:
            for _ in pattern.finditer(given):
                pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.thread_time() - begun


def pumped(pattern: "re.Pattern[str]") -> Iterator[Pump]:
    """Give pumps that repeat what the pattern repeats, and what leads there, behind what it wants first."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = _parser.parse(source, pattern.flags & ~(re.DEBUG | (0 if isinstance(pattern.pattern, str) else re.UNICODE)))
    repeats = tuple(dict.fromkeys(_repeats(tree, "")))
    heads = {"", *(head for head, _ in repeats)}
    units = {unit for unit in (*_texts(tree), *heads, *(unit for _, unit in repeats), *_SAMPLES) if unit}
    for head, unit in {*((head, unit) for head, unit in repeats if unit), *(("", unit) for unit in units),
                       *itertools.product(heads, " a1")}:
        yield from (Pump(head, unit, tail) for tail in ("", "\x01", "\n\x01"))


def _repeats(tree: Tree, head: str) -> Iterator[tuple[str, str]]:
    """Give each thing that may be repeated without end, with a text that leads to it."""
    for op, value in tree:
        if op in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
            _, most, body = value
            if most > 20:
                yield from ((head, text) for text in _texts(body))
            yield from _repeats(body, head)
        else:
            for inner in _inner(op, value):
                yield from _repeats(inner, head)
        head += next(iter(_texts([(op, value)])), "")


def _inner(op: Tree, value: Tree) -> tuple[Tree, ...]:
    if op is sre.SUBPATTERN:
        return (value[3],)
    if op is sre.BRANCH:
        return tuple(value[1])
    if op is sre.ATOMIC_GROUP:
        return (value,)
    if op in {sre.ASSERT, sre.ASSERT_NOT}:
        return (value[1],)
    if op is sre.GROUPREF_EXISTS:
        return tuple(each for each in value[1:] if each)
    return ()


def _texts(tree: Tree) -> Iterator[str]:
    """Give some texts that a tree matches."""
    each = [tuple(itertools.islice(_of(op, value), 4)) or ("",) for op, value in tree]
    widest = max(map(len, each), default=1)
    yield from dict.fromkeys("".join(some[place % len(some)] for some in each) for place in range(widest))


def _of(op: Tree, value: Tree) -> Iterator[str]:
    if op is sre.LITERAL:
        yield chr(value)
    elif op is sre.NOT_LITERAL:
        yield from (sample for sample in _SAMPLES if ord(sample) != value)
    elif op is sre.ANY:
        yield from " a1"
    elif op is sre.IN:
        yield from _of_class(value)
    elif op in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
        least, _, body = value
        yield from (text * max(least, 1) for text in _texts(body))
        if not least:
            yield ""
    elif op is sre.BRANCH:
        yield from itertools.chain.from_iterable(itertools.zip_longest(*map(_texts, value[1]), fillvalue=""))
    elif op in {sre.SUBPATTERN, sre.ATOMIC_GROUP}:
        yield from _texts(value[3] if op is sre.SUBPATTERN else value)
    else:
        yield ""


def _of_class(members: Tree) -> Iterator[str]:
    source = [(op, value) for op, value in members if op is not sre.NEGATE]
    if len(source) < len(members):
        yield from (sample for sample in _SAMPLES if not any(_holds(op, value, sample) for op, value in source))
        return
    for op, value in source:
        yield chr(value) if op is sre.LITERAL else chr(value[0]) if op is sre.RANGE else _CATEGORIES.get(value, "a")


def _holds(op: Tree, value: Tree, sample: str) -> bool:
    if op is sre.LITERAL:
        return bool(ord(sample) == value)
    if op is sre.RANGE:
        return bool(value[0] <= ord(sample) <= value[1])
    tests: dict[Tree, Callable[[str], bool]] = {
        sre.CATEGORY_DIGIT: str.isdigit, sre.CATEGORY_SPACE: str.isspace, sre.CATEGORY_NOT_SPACE: lambda s: not s.isspace(),
        sre.CATEGORY_WORD: lambda s: s.isalnum() or s == "_", sre.CATEGORY_NOT_WORD: lambda s: not (s.isalnum() or s == "_"),
        sre.CATEGORY_NOT_DIGIT: lambda s: not s.isdigit()}
    return tests[value](sample)


# The patterns of the program

@dataclass(frozen=True, slots=True)
class Place:
    """Tell where a pattern is compiled, and with which method where it is used at once."""

    path: str
    line: int
    function: str
    method: str


Key = tuple[str, int]


class Collected:
    """Hold every pattern that the program compiles, by the place where it does."""

    def __init__(self) -> None:
        self.patterns: dict[Key, set[Place]] = defaultdict(set)
        self._compile: Callable[..., Any] = re._compile  # type: ignore[attr-defined]

    def __enter__(self) -> "Collected":
        re._compile = self._compiled  # type: ignore[attr-defined]
        return self

    def __exit__(self, *_: object) -> None:
        re._compile = self._compile  # type: ignore[attr-defined]

    def _compiled(self, pattern: Any, flags: int) -> Any:
        made = self._compile(pattern, flags)
        frame: FrameType | None = sys._getframe(1)
        method = ""
        while frame is not None and frame.f_code.co_filename == re.__file__:
            method, frame = frame.f_code.co_name, frame.f_back
        if frame and frame.f_code.co_filename.startswith(_OURS):
            self.patterns[made.pattern, made.flags].add(
                Place(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, method))
        return made


def collected(samples: Callable[[], object]) -> dict[Key, set[Place]]:
    """Return the patterns that are compiled while the whole program is loaded and reads samples."""
    with Collected() as found:
        for module in pkgutil.walk_packages(lawgraph.__path__, "lawgraph."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
        samples()
    return found.patterns


def uses() -> dict[str, set[str]]:
    """Return how what bears a name is used, or what a function of that name returns: `_DAY.search`, `_days(lang).match`.

    What is matched from one place after the other, `_WORD.match(text, place)`, is searched.
    """
    used: dict[str, set[str]] = defaultdict(set)
    for path in Path(lawgraph.__path__[0]).rglob("*.py"):
        nodes, made = tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8")))), dict[str, str]()
        from_places = {id(node.func) for node in nodes if isinstance(node, ast.Call) and len(node.args) > 1}
        for node in nodes:
            if isinstance(node, ast.Assign):
                made |= dict(_made_by(node.targets[0], node.value))
        for node in nodes:
            if isinstance(node, ast.Attribute):
                value = node.value.func if isinstance(node.value, ast.Call) else node.value
                if isinstance(value, ast.Name):
                    way = "search" if id(node) in from_places else node.attr
                    used[_known(value.id, str(path))].add(way)
                    used[_known(made.get(value.id, value.id), str(path))].add(way)
    return used


def _made_by(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, str]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for each, its in zip(target.elts, value.elts, strict=False):
            yield from _made_by(each, its)
    elif isinstance(target, ast.Name) and isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        yield target.id, value.func.id


def names_of(patterns: Mapping[Key, set[Place]]) -> dict[Key, set[str]]:
    """Return the names under which each pattern is at hand: of the module, of the function that compiles it."""
    found = {key: {_known(place.function, place.path) for place in places} for key, places in patterns.items()}
    for name, module in list(sys.modules.items()):
        if name.startswith("lawgraph"):
            for own, value in vars(module).items():
                if isinstance(value, re.Pattern) and (value.pattern, value.flags) in found:
                    found[value.pattern, value.flags].add(_known(own, str(module.__file__)))
    return found


def _known(name: str, path: str) -> str:
    """Return a name that is the same wherever a public thing is used, and belongs to its module where it is private."""
    return f"{path}:{name}" if name.startswith("_") else name


@dataclass(frozen=True, slots=True)
class Tried:
    """Hold a pattern, where it stands and with which methods it is used."""

    pattern: "re.Pattern[str]"
    place: str
    methods: set[str]


def tried() -> Iterator[Tried]:
    """Give every pattern of the program, in the order of its places."""
    patterns = collected(_read_samples)
    used, names = uses(), names_of(patterns)
    for key, places in sorted(patterns.items(), key=lambda each: min((place.path, place.line) for place in each[1])):
        methods = {*(place.method for place in places), *itertools.chain.from_iterable(used[name] for name in names[key])}
        first = min(places, key=lambda place: (place.path, place.line))
        yield Tried(re.compile(*key), f"{first.path.removeprefix(_OURS)}:{first.line}",
                    {method if method in _ANCHORED else "search" for method in methods & _METHODS} or {"search"})


def found_before(each: Tried, folder: Path) -> str:
    """Return with what a pattern grows when all its pumps are tried, empty if with nothing; what was tried once is kept.

    It is kept by the pattern, its uses, this trial and this Python: what was stopped goes on, and after a change of the
    program only patterns that are new are tried.
    """
    trial = (Path(__file__).read_bytes(), Path(inspect.getfile(is_linear)).read_bytes(), sys.version)
    told = repr((each.pattern.pattern, each.pattern.flags, sorted(each.methods), trial))
    path = folder / f"{hashlib.sha256(told.encode()).hexdigest()[:32]}.txt"
    if not path.exists():
        found = grown(each.pattern, each.methods, WHOLE) or ""
        part = part_of(path)
        folder.mkdir(parents=True, exist_ok=True)
        part.write_text(found, encoding="utf-8", errors="backslashreplace")
        part.replace(path)
    return path.read_text(encoding="utf-8")


def main() -> None:
    """Print the patterns that are slow, and how many were tried.

    With `whole` as argument each is tried with all its pumps, to 100 kB; what was found is kept in build/pumps.
    """
    resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
    whole, number, slow = "whole" in sys.argv, 0, list[str]()
    for number, each in enumerate(tried(), 1):  # noqa: B007  (how many there were)
        if found := found_before(each, _KEPT) if whole else grown(each.pattern, each.methods):
            slow.append(f"{each.place}: {found}")
    sys.stdout.write(json.dumps({"tried": number, "slow": slow}, ensure_ascii=False, indent=1) + "\n")


def _read_samples() -> None:
    """Read texts in every language and format, ask for what they cite, and make what is made once for each language."""
    from lawgraph.languages import scanner  # noqa: PLC0415
    from lawgraph.languages.spoken import codes, spoken  # noqa: PLC0415
    from lawgraph.parsing.citations.addresses import addresses  # noqa: PLC0415
    from lawgraph.parsing.citations.resolving import citations, resolve  # noqa: PLC0415  (what they compile while loading is wanted)
    from lawgraph.parsing.document import parse_file  # noqa: PLC0415
    from lawgraph.reading.opening import read_path  # noqa: PLC0415
    from lawgraph.replay import naming  # noqa: PLC0415
    from lawgraph.replay.acts import read_act  # noqa: PLC0415

    here = Path(__file__).parent
    for path in (*sorted((here / "golden_formats" / "sundials").iterdir()), *sorted((here / "golden").glob("*.txt"))):
        lang = path.stem[:3]
        document = parse_file(path, lang)
        citations(document.text[:20_000], lang, Eid("art_1"), addresses({each.eid for each in document.provisions}))
    resolve("ст. 5 п. 1 подп. 2", addresses([Eid("art_5__para_1__subpoint_2")]))
    read_act(read_path(here / "replay" / "act.rus.txt"), "rus")
    for code in codes():
        speech = spoken(code)
        for rule in _rules_in((speech.notes, speech.layout, speech.clauses, speech.citing, speech.amending)):
            scanner._compiled(rule, code)
        told = spoken(code).amending
        for pattern in (*(pattern for _, pattern in told.kinds), told.title_begins, told.named_act):
            naming._pattern(pattern)
        for module in [each for name, each in sys.modules.items() if name.startswith("lawgraph.")]:
            for made in vars(module).values():
                if hasattr(made, "cache_info") and list(inspect.signature(made).parameters) in (["lang"], []):
                    made(*([code] if inspect.signature(made).parameters else []))


def _rules_in(value: object) -> Iterator[str]:
    if isinstance(value, Rule):
        yield value.pattern
    elif is_dataclass(value) and not isinstance(value, type):
        yield from itertools.chain.from_iterable(_rules_in(getattr(value, field.name)) for field in fields(value))
    elif isinstance(value, tuple):
        yield from itertools.chain.from_iterable(map(_rules_in, value))


if __name__ == "__main__":
    main()
