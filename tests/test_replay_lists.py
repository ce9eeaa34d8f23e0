"""Random acts on lists of parts, several changes of one list at once: nothing false is sure, from whichever editions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest

import lawgraph
from test_replay_worlds import World, built, files, flat

PLACE = ["первой", "второй", "третьей", "четвертой", "пятой", "шестой", "седьмой", "восьмой"]
OBJECT = ["первую", "вторую", "третью", "четвертую", "пятую", "шестую", "седьмую"]
TREES = ["дуб", "липа", "ясень", "бук", "вяз", "граб", "тис", "ель", "сосна", "ольха", "ива", "верба"]
WHERE = ["реки", "пруда", "дома", "сада", "моста", "забора", "колодца"]
WHEN = ["весной", "летом", "осенью", "зимой", "ночью", "днем", "утром"]
HEAD = "\n\n".join((
    "О внесении изменений в некоторые законодательные акты Республики Казахстан",
    "Статья 1. Внести изменения и дополнения в следующие законодательные акты Республики Казахстан:",
    "1. В Закон Республики Казахстан от 1 марта 2012 года «О деревьях»:"))


@dataclass
class Forest:
    """Draw laws of two articles with parts, and acts on them."""

    random: Random

    def sentence(self) -> str:
        draw = self.random.choice
        return f"{draw(TREES).capitalize()} растет у {draw(WHERE)} и у {draw(WHERE)} {draw(WHEN)} {self.random.random():.9f}."

    def acted(self, parts: Sequence[str]) -> tuple[list[str], list[str]]:
        """Return instructions on an article, in any order, and its parts afterwards: all speak of those before."""
        count, told, gone, brought, worded = len(parts), list[list[str]](), set[int](), dict[int, str](), dict[int, str]()
        for _ in range(self.random.randint(1, 4)):
            place, new = self.random.randrange(count), self.sentence()
            match self.random.choice(("strike", "insert", "append", "restate")):
                case "strike" if place > 0 and place not in gone | set(worded) and len(gone) < count - 1 and not brought:
                    gone.add(place)
                    told.append([f"часть {OBJECT[place]} исключить;"])
                case "insert" if not brought and not gone:
                    place = self.random.randint(1, count)
                    brought[place] = new
                    told.append([f"дополнить частью {PLACE[place]} следующего содержания:", f"«{new}»;"])
                case "append" if place not in gone | set(worded):
                    worded[place] = f"{parts[place][:-1]}, но редко."
                    told.append([f"часть {OBJECT[place]} дополнить словами «, но редко»;"])
                case "restate" if place not in gone | set(worded):
                    worded[place] = new
                    told.append([f"часть {OBJECT[place]} изложить в следующей редакции:", f"«{new}»;"])
        self.random.shuffle(told)
        after = [text for place in range(count + 1) for text in (
            *([brought[place]] if place in brought else ()),
            *([worded.get(place, parts[place])] if place < count and place not in gone else ()))]
        return [line for lines in told for line in lines], after

    def acts(self) -> Iterator[tuple[list[list[str]], tuple[str, str, str] | None]]:
        """Give the articles on the first day, and behind each act, with the act."""
        articles = [[self.sentence() for _ in range(self.random.randint(2, 4))] for _ in range(2)]
        yield articles, None
        for year in range(2015, 2015 + self.random.randint(1, 3)):
            done = [self.acted(parts) for parts in articles]
            articles = [after for _, after in done]
            lines = [line for number, (told, _) in enumerate(done, 1) for line in ([f"{number}) в статье {number}:", *told])]
            ended = f"Статья 2. Настоящий Закон вводится в действие с 1 января {year} года."
            if any(not told for told, _ in done) or any(len(parts) > 6 for parts in articles):
                return
            yield articles, (f"{year - 1}-11-02", f"{year - 1715}-V", "\n\n".join((HEAD, *lines))[:-1] + f".\n\n{ended}")


def printed(articles: Sequence[Sequence[str]]) -> tuple[str, ...]:
    lines = (line for number, parts in enumerate(articles, 1) for line in (f"## Статья {number}. Роща", *parts))
    return "О деревьях", *lines, "## Статья 3. Введение в действие", "Настоящий Закон вводится в действие с 1 мая 2012 года."


@pytest.mark.parametrize("seed", range(40))
def test_lists_are_told_as_they_are(tmp_path: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311
    stages, acts = zip(*Forest(random).acts(), strict=True)
    days = tuple(f"{2014 + place}-06-01" for place in range(len(stages)))
    here = World("rus", "Закон", "2012-03-01", "7-V", tuple(map(printed, stages)), tuple(filter(None, acts)), days,
                 frozenset(), frozenset())
    last = replace(here, stages=here.stages[-1:], days=days[-1:], acts=())
    held = dict(files(here)) | (dict(files(last)) if random.random() < 0.3 else {})
    with lawgraph.open(built(tmp_path, held.items())) as archive:
        for day, articles in zip(days, stages, strict=True):
            true = {f"art_{number}" + (f"__al_{place}" if place > 1 else ""): text
                    for number, parts in enumerate(articles, 1) for place, text in enumerate(parts, 1)}
            for unit in archive.law("Z1", "rus").on(day).provisions():
                if unit.eid in true and unit.wording == "attested":
                    assert flat(unit.text or "") == flat(true[unit.eid]), (day, unit.eid)
                assert unit.in_operation != ("no" if unit.eid in true else "yes" if "__al_" in unit.eid else ""), unit
