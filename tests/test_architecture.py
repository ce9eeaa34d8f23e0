"""The shape of the program: who may import whom, who owns which library, and what no code here does."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "lawgraph"
TEMPLATES = ROOT / "site_templates"

# The journey of a statute: a module imports only from modules that stand before it.
ORDER = [
    "law.errors", "law.days", "law.authors", "law.eid", "law.amendments", "law.document", "law.acts", "law",
    "languages", "reading", "parsing.footnotes", "parsing", "parsing.citations",
    "facts", "replay", "intake.corpus", "intake", "intake.fetching",
    "evidence.sources", "evidence.reconciling", "evidence.amendments", "evidence",
    "timeline.consolidation", "timeline", "timeline.history",
    "timeline.comparison", "timeline.assurance",
    "checks", "voice",
    "database", "database.freshness", "database.keeping", "database.merging",
    "database.build", "database.cluster",
    "queries", "graph", "printout", "exchange",
    "site.pages", "site.render", "site.representations", "site",
    "serving.clerks", "serving.plugin", "serving",
    "api", "serving.assistants", "commands", "commands.reference", "__main__", "__init__",
]
"""The journey of a statute, room by room; where a room has walls inside, each part stands in its place."""

OWNERS = {
    "click": {"commands"},
    "babel": {"voice"},
    "datasette": {"serving"},
    "distributed": {"database.cluster"},
    "docx": {"exchange"},
    "h11": {"serving"},
    "httpx": {"intake.fetching"},
    "icalendar": {"site.representations"},
    "jinja2": {"site.render"},
    "lxml": {"reading", "exchange"},
    "mcp": {"serving.assistants"},
    "markupsafe": {"site.render"},
    "networkx": {"graph"},
    "pagefind": {"site.index"},
    "pyarrow": {"exchange"},
    "rapidfuzz": {"timeline.comparison"},
    "sqlite_utils": {"database"},
    "uvicorn": {"serving"},
    "yaml": {"reading"},
}

MOST_NAMES = 23

CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime"}
CLOCK_MODULES = {"date", "datetime", "time"}
LONGEST_MODULE, LONGEST_FUNCTION = 400, 50

FILES = sorted(PACKAGE.rglob("*.py"))


@cache
def _tree(path: Path) -> ast.Module:
    """Return a file as read, once where it is asked for: not by each worker that only collects the tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    """Return the dotted name of a file's module, inside the package."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


MODULES = {_name(path) for path in FILES}


def _room(module: str) -> str | None:
    """Return the nearest entry of ORDER that a module stands in."""
    parts = module.split(".")
    names = (".".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((name for name in names if name in ORDER), None)


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    """Give line and full name of each import, also of those inside functions."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_place(path, node.lineno)}: write the full name, from lawgraph.… import …"
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from ((node.lineno, name if name.removeprefix("lawgraph.") in MODULES else str(node.module))
                        for name in names)


def _place(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def test_every_module_has_its_place_in_the_order() -> None:
    missing = sorted(module for module in MODULES if module != "__init__" and not _room(module))
    assert not missing, f"give {', '.join(missing)} a place in ORDER, at the head of tests/test_architecture.py"
    assert len(ORDER) == len(set(ORDER))
    unknown = [room for room in ORDER if room not in MODULES]
    assert not unknown, f"{', '.join(unknown)}: there is no such module"


def test_what_stands_at_the_top_is_seen_at_one_glance() -> None:
    names = [each.name for each in PACKAGE.iterdir() if each.name != "__pycache__"]
    assert len(names) <= MOST_NAMES, sorted(names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_modules_before_it(path: Path) -> None:
    own = _room(_name(path))
    for line, name in _imports(path):
        first, _, imported = name.partition(".")
        if first != "lawgraph" or not imported:
            continue
        assert own, f"{_place(path, line)}: the package itself imports nothing"
        room = _room(imported)
        assert room, f"{_place(path, line)}: {imported} has no place in ORDER"
        assert ORDER.index(room) <= ORDER.index(own), (
            f"{_place(path, line)}: {own} stands before {room} on the journey and must not import it")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_library_is_imported_by_its_owner_alone(path: Path) -> None:
    for line, name in _imports(path):
        library = name.partition(".")[0]
        if library == "lawgraph" or library in sys.stdlib_module_names:
            continue
        owners = OWNERS.get(library)
        assert owners, f"{_place(path, line)}: give {library} an owner in OWNERS"
        own = f"{_name(path)}."
        assert any(own.startswith(f"{owner}.") for owner in owners), (
            f"{_place(path, line)}: {library} belongs to {', '.join(sorted(owners))}")


def test_no_module_only_passes_on_what_others_say() -> None:
    passing = [str(path.relative_to(ROOT)) for path in FILES
               if any(isinstance(node, ast.ImportFrom) for node in _tree(path).body)
               and all(isinstance(node, ast.Import | ast.ImportFrom) or isinstance(getattr(node, "value", None), ast.Constant)
                       or "__all__" in ast.unparse(node).split(" = ")[0] for node in _tree(path).body)]
    assert not passing, f"import from where it stands: {', '.join(passing)}"


def test_a_public_class_has_a_name_of_its_own() -> None:
    places: dict[str, list[str]] = {}
    for path in FILES:
        for node in _tree(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(_place(path, node.lineno))
    assert not {name: found for name, found in places.items() if len(found) > 1}


def test_no_code_but_the_last_resort_catches_everything() -> None:
    broad = [_place(path, node.lineno) for path in FILES for node in ast.walk(_tree(path))
             if (isinstance(node, ast.ExceptHandler) and _is_broad(node.type))
             or (isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress")
                 and any(_is_broad(argument) for argument in node.args))]
    beyond = [place for place in broad if not place.startswith("src/lawgraph/commands/cli.py:")]
    assert not beyond, f"name the exception: {', '.join(beyond)}"
    assert len(broad) == 1, "the command line is the last resort, in one place"


def test_no_code_reads_the_clock() -> None:
    clocks = [_place(path, node.lineno) for path in FILES for node in ast.walk(_tree(path))
              if isinstance(node, ast.Call) and _reads_the_clock(node.func)]
    assert [each.partition(":")[0].rpartition("/")[2] for each in clocks] == ["options.py"], (
        f"`--on today` alone asks, at the edge: {', '.join(clocks)}")


def test_no_day_stands_for_one_that_is_not_known() -> None:
    stand_ins = [_place(path, node.lineno) for path in FILES for node in ast.walk(_tree(path))
                 if isinstance(node, ast.expr) and _is_a_sentinel(node)]
    assert not stand_ins, f"a day that is not known is None: {', '.join(stand_ins)}"


@pytest.mark.parametrize(("code", "found"), [
    ("date.max", True), ("datetime.min", True), ("'9999-12-31'", True), ("date(9999, 12, 31)", True), ("date(1, 1, 1)", True),
    ("max(days)", False), ("date(1970, 1, 1)", False), ("'1999-12-31'", False),
])
def test_the_search_for_sentinel_days_bites(code: str, *, found: bool) -> None:
    assert any(map(_is_a_sentinel, ast.walk(ast.parse(code)))) is found


def test_no_template_switches_escaping_off() -> None:
    unsafe = [f"{path.relative_to(ROOT)}:{number}" for path in sorted(TEMPLATES.rglob("*")) if path.is_file()
              for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
              if re.search(r"\|\s*safe\b|autoescape\s+false", line)]
    assert not unsafe, f"build marked-up text in render, from escaped parts: {', '.join(unsafe)}"


def test_no_module_and_no_function_outgrows_a_reader() -> None:
    long_modules = [str(path.relative_to(ROOT)) for path in FILES
                    if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_MODULE]
    long_functions = [f"{_place(path, node.lineno)} {node.name}" for path in FILES
                      for node in ast.walk(_tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
                      and (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION]
    assert not long_modules, f"over {LONGEST_MODULE} lines: {', '.join(long_modules)}"
    assert not long_functions, f"over {LONGEST_FUNCTION} lines: {', '.join(long_functions)}"


@pytest.mark.parametrize(("code", "found"), [
    ("except Exception: pass", True), ("except: pass", True), ("except (ValueError, BaseException): pass", True),
    ("except ValueError: pass", False),
])
def test_the_search_for_broad_handlers_bites(code: str, *, found: bool) -> None:
    handler = ast.parse(f"try: pass\n{code}").body[0]
    assert isinstance(handler, ast.Try)
    assert _is_broad(handler.handlers[0].type) is found


@pytest.mark.parametrize(("code", "found"), [
    ("date.today()", True), ("datetime.now(UTC)", True), ("datetime.date.today()", True), ("time.time()", True),
    ("pages.today()", False), ("date(2013, 7, 20)", False),
])
def test_the_search_for_clocks_bites(code: str, *, found: bool) -> None:
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call)
    assert _reads_the_clock(call.func) is found


def _is_broad(caught: ast.expr | None) -> bool:
    if isinstance(caught, ast.Tuple):
        return any(_is_broad(each) for each in caught.elts)
    return caught is None or ast.unparse(caught) in {"Exception", "BaseException"}


def _is_a_sentinel(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in {"min", "max"} and ast.unparse(node.value).rpartition(".")[2] in {"date", "datetime"}
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and re.search(r"\b(?:9999|0001)-\d\d-\d\d", node.value) is not None
    return (isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in {"date", "datetime"}
            and bool(node.args) and ast.unparse(node.args[0]) in {"1", "9999"})


def _reads_the_clock(called: ast.expr) -> bool:
    if not isinstance(called, ast.Attribute) or called.attr not in CLOCKS:
        return False
    return ast.unparse(called.value).rpartition(".")[2] in CLOCK_MODULES


OUR_SENTENCES = {"surprise", "remedy", "message", "sentence", "basis"}
"""Attributes of values that hold a sentence of ours: what a module needs to know of it stands beside it as values."""
TAKING_APART = {"startswith", "endswith", "partition", "rpartition", "split", "removeprefix", "removesuffix", "find", "index",
                "match", "fullmatch", "search"}


def _holds_a_sentence(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in OUR_SENTENCES


def _parsed_sentences(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and any(map(_holds_a_sentence, (node.left, *node.comparators))):
            yield node.lineno
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TAKING_APART \
                and any(map(_holds_a_sentence, (node.func.value, *node.args))):
            yield node.lineno


@pytest.mark.parametrize("path", [path for path in FILES if "voice" not in path.parts],
                         ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_reads_our_own_sentences(path: Path) -> None:
    """Prose is for people: between modules travel values."""
    assert not [_place(path, line) for line in _parsed_sentences(_tree(path))]


@pytest.mark.parametrize(("code", "found"), [
    ("error.surprise.startswith('this can')", True), ("error.surprise == 'this'", True), ("'x' in finding.message", True),
    ("PATTERN.fullmatch(bounds.basis)", True), ("error.meant == ()", False), ("text.startswith('this')", False),
])
def test_the_search_for_parsed_sentences_bites(code: str, *, found: bool) -> None:
    assert bool(list(_parsed_sentences(ast.parse(code)))) is found
