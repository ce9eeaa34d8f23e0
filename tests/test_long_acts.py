"""An amending act four times as long takes about four times the steps to read, also one whose quotations never close."""

from collections.abc import Callable
from functools import partial

import pytest

from growth import MOST_STEPS, is_linear, processor, steps
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act

HEAD = ("О внесении изменений\n\nСтатья 1. Внести изменения и дополнения в следующие законодательные акты Республики Казахстан:\n\n"
        "1. В Закон Республики Казахстан от 3 марта 2011 года «О солнечных часах»:\n\n")
END = "\n\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2015 года.\n"
SIZE = 60


def steps_of(one: str) -> Callable[[int], str]:
    """Return an act of as many steps, each of the same form."""
    return lambda size: "\n\n".join(f"{place}) {one.format(place)};" for place in range(1, size + 1))


def wording(opened: str, line: str) -> Callable[[int], str]:
    """Return an act of one step, whose wording has as many lines."""
    return lambda size: "\n\n".join((f"1) статью 3 изложить в следующей редакции:\n\n{opened}", *(line.format(place) for place in range(1, size + 1))))


ACTS: dict[str, Callable[[int], str]] = {
    "words in turn": steps_of("в пункте {} статьи 5 слова «часы «Заря»» заменить словами «часы «Восход»», после слова «ход» дополнить словами «и бой»"),
    "wordings": steps_of("пункт {0} статьи 5 изложить в следующей редакции:\n\n«{0}. Часовщик обязан:\n\n1) заводить часы «Луч»;\n\n2) чистить их.»"),
    "wordings that share a mark": steps_of("пункт {0} статьи 5 изложить в следующей редакции:\n\n«{0}. Часовщик заводит часы «Луч»"),
    "straight wordings": steps_of("пункт {0} статьи 5 изложить в следующей редакции:\n\n\"{0}. Часовщик заводит часы \"Луч\".\""),
    "a wording that never closes": wording("«Статья 3. Ход", "{}) заводить часы «Луч» и чистить их;"),
    "a straight wording that never closes": wording("\"Статья 3. Ход", "{}) заводить часы \"Луч\" и чистить их;"),
    "marks that open alone": wording("«Статья 3. Ход", "«{}) заводить часы;"),
    "marks that close alone": wording("«Статья 3. Ход", "{}) заводить часы»;"),
    "steps that are not read": steps_of("пункт {} статьи 5 переставить в конец"),
    "headings without end": steps_of("в статье {}:\n\nв пункте 1:\n\nв подпункте 2)"),
    "exceptions": lambda size: "1) статью 3 исключить." + END.replace(
        "года.", "года, за исключением:\n\n" + "\n\n".join(
            f"{place}) подпункта {place}) пункта 1 статьи 1, который вводится в действие с 1 января 2018 года;" for place in range(1, size + 1))),
}


def act(name: str, size: int) -> str:
    return f"{HEAD}{ACTS[name](size)}{END}"


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_read_in_steps_that_grow_with_its_length(name: str) -> None:
    texts = {size: read_plain(act(name, size)) for size in (1, SIZE, 4 * SIZE)}
    read_act(texts[1], "rus")
    short, long = (steps(partial(read_act, texts[size], "rus")) for size in (SIZE, 4 * SIZE))
    assert 1 < long / short < MOST_STEPS


@pytest.mark.parametrize("mark", ["«Луч", "Луч»", "\"Луч\"", "«Луч»", "«", "слова «Луч» ", "слова «Луч», «Луч» заменить "])
def test_marks_within_one_instruction_take_time_that_grows_with_their_number(mark: str) -> None:
    assert is_linear(processor(lambda size: read_act(read_plain(f"{HEAD}1) в статье 5 слова {mark * size} исключить.{END}"), "rus")), 200)
