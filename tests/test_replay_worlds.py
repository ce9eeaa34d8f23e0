"""Whole amending acts, invented by someone who had not seen the reader, on laws whose later texts a hand wrote down.

`tests/replay_worlds` holds one law a file: its lines, each with the days of `#days` on which it stands there ("- " on the
first alone, "+ " on all later ones, "{1,3-}" on those counted from 0; "~ " begins what is no provision), then the acts. Built from the edition of the first
day and the acts, the database must tell the lines of each day, or leave open what a line `#open` says, and never say "no" of what `#there` names.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

import lawgraph
from lawgraph.api import ProvisionOnDay
from lawgraph.database.build import build
from lawgraph.database.freshness import Folders
from lawgraph.languages.printed import find_days

FOLDER = Path(__file__).with_name("replay_worlds")
_STAGES = re.compile(r"(?:\{([\d,-]+)\} |([-+]) )?(.*)")
_LAW = re.compile(r"#law (?:(rus|kaz|eng) )?(\S+) (\S+) (\S+) (.*)")
_LABEL = re.compile(r"(?:## )?(?:(?:Статья|Глава|Раздел|Article|Приложение) [\d-]+\.?|[\d-]+-(?:бап|тарау)\.|[\d-]+-қосымша|[\d-]+[.)]|[а-я]\)|Примечание\.|Ескертпе\.)?\s*")
_PRINTED = {"rus": "{} Республики Казахстан от {day}.{month}.{year} года № {number}",
            "kaz": "Қазақстан Республикасының {year}.{month}.{day} № {number} Заңы",
            "Приказ": "Приказ Министра волов Республики Казахстан от {day}.{month}.{year} № {number}",
            "Бұйрық": "Қазақстан Республикасы Өгіз министрінің {year}.{month}.{day} № {number} бұйрығы",
            "eng": "The Law of the Republic of Kazakhstan dated {day}.{month}.{year} No. {number}"}
_KINDS = {"Кодекс": "code", "Приказ": "order", "Бұйрық": "order"}
_NOTES = """law = "Z1"
recorded = 2026-01-01
[acts_complete_until]
day = 2025-01-01
source = "a list"
confidence = "high"
"""


@dataclass(frozen=True)
class World:
    lang: str
    kind: str
    adopted: str
    number: str
    stages: tuple[tuple[str, ...], ...]
    acts: tuple[tuple[str, str, str], ...]
    days: tuple[str, ...]
    left_open: frozenset[int]
    there: frozenset[tuple[int, str]]


def read(form: re.Pattern[str], line: str) -> re.Match[str]:
    """Return what a form reads at the start of a line of these files."""
    match = form.match(line)
    assert match is not None, f"a line of another form: {line!r}"
    return match


def stages(range_: str | None, sign: str | None, count: int) -> set[int]:
    if sign:
        return {0} if sign == "-" else set(range(1, count))
    found: set[int] = set()
    for part in (range_ or "0-").split(","):
        first, dash, last = part.partition("-")
        found |= set(range(int(first), (int(last) if last else count - 1) + 1 if dash else int(first) + 1))
    return found


def world(name: str) -> World:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    body, *acts = re.split(r"(?m)^#act ", re.sub(r"(?m)^#(?:days|open|there).*\n?", "", text))
    days = re.findall(r"(?m)^#days (.*)", text)[0].split()
    told: list[list[str]] = [[] for _ in days]
    for line in filter(str.strip, body.splitlines()):
        range_, sign, printed = read(_STAGES, line).groups()
        for stage in stages(range_, sign, len(days)):
            told[stage].append(printed)
    heads = [read(_LAW, lines[0]) for lines in told]
    lang, kind, adopted, number, _ = heads[0].groups()
    left = re.findall(r"(?m)^#open (\d+)", text)
    there = re.findall(r"(?m)^#there (\d+) (\S+)", text)
    return World(lang or "rus", kind, adopted, number,
                 tuple((head[5], *lines[1:]) for head, lines in zip(heads, told, strict=True)),
                 tuple((day, num, rest) for each in acts for head, rest in [each.split("\n", 1)] for day, num in [head.split()]),
                 tuple(days), frozenset(map(int, left)), frozenset((int(stage), eid) for stage, eid in there))


def manifest(here: World, name: str, head: str, amends: str, file: str, text: str) -> str:
    day = f"day = {file[:10]}\n" if file[0] == "2" else ""
    return (f'id = "{name}"\n{head}\n{amends}\n[[source]]\nfile = "{file}"\nlang = "{here.lang}"\nstanding = "official"\n'
            f'{day}sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n')


def files(here: World) -> Iterator[tuple[str, str]]:
    year, month, day = here.adopted.split("-")
    title, *lines = here.stages[0]
    printed = _PRINTED.get(here.kind, _PRINTED[here.lang]).format(here.kind, year=year, month=month, day=day, number=here.number)
    text = "\n\n".join((f"# {title}", printed, *(line.removeprefix("~ ") for line in lines)))
    kind = _KINDS.get(here.kind, "law")
    head = f'number = "{here.number}"\nadopted = {here.adopted}\nkind = "{kind}"\ntitles = {{{here.lang} = \'\'\'{title}\'\'\'}}'
    edition = f"{here.days[0]}.{here.lang}.md"
    yield f"Z1/{edition}", text
    yield "Z1/manifest.toml", manifest(here, "Z1", head, "", edition, text)
    yield "Z1/notes.toml", _NOTES
    for adopted, number, own in here.acts:
        spoken = {str(each.day) for each in find_days(own, here.lang)}
        amends = [each for each in (here.adopted, *(day for day, _, _ in here.acts if day < adopted)) if each in spoken]
        titled = next(line for line in own.splitlines() if line.strip())
        head = f'number = "{number}"\nadopted = {adopted}\nkind = "{"order" if kind == "order" else "law"}"\ntitles = {{{here.lang} = \'\'\'{titled}\'\'\'}}'
        name, file = f"Z{number}", f"act.{here.lang}.md"
        yield f"{name}/{file}", own
        yield f"{name}/manifest.toml", manifest(here, name, head, f"amends = [{', '.join(amends)}]", file, own)


def built(folder: Path, held: Iterable[tuple[str, str]]) -> Path:
    """Return the database of a corpus that holds these files, with no facts beside it."""
    for file, text in held:
        path = folder / "corpus" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "amendments").mkdir()
    build(Folders(folder / "corpus", folder / "amendments"), folder / "x.db", iter)
    return folder / "x.db"


def flat(text: str) -> str:
    return re.sub(r"\s", "", text).rstrip(".,;:")


def expected(lines: Sequence[str]) -> list[str]:
    title, *rest = lines
    found = [flat(title), *(flat(line[read(_LABEL, line).end():]) for line in rest if not line.startswith("~ "))]
    return list(filter(None, found))


def as_printed(units: Sequence[ProvisionOnDay]) -> list[ProvisionOnDay]:
    """Return provisions with each heading before what it stands over."""
    headings = {each.eid.removesuffix("__heading"): each for each in units if each.eid.endswith("__heading")}
    bodies = [each for each in units if not each.eid.endswith("__heading")]
    return [headings["law"], *(found for each in bodies for found in (headings.get(each.eid), each) if found)]


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_acts_are_read_and_applied_as_a_hand_did_it(tmp_path: Path, name: str) -> None:
    here = world(name)
    with lawgraph.open(built(tmp_path, files(here))) as archive:
        for stage, day in enumerate(here.days):
            units = as_printed(archive.law("Z1", here.lang).on(day).provisions())
            sure = [flat(each.text or "") for each in units if (each.in_operation, each.wording) == ("yes", "attested")]
            told = expected(here.stages[stage])
            assert not Counter(filter(None, sure)) - Counter(told), day
            assert not {(stage, each.eid) for each in units if each.in_operation == "no"} & here.there
            open_ = [each.eid for each in units if each.in_operation != "no"
                     and (each.in_operation, each.wording) != ("yes", "attested")]
            assert bool(open_) is (stage in here.left_open), (day, open_)
            if not open_:
                assert list(filter(None, sure)) == told
