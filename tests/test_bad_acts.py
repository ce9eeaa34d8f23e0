"""Acts that are no good: about other laws, drafts, without a start, cut off, in two languages: a finding with its place, nothing lost.

What is owned by no instruction is residue or a finding; what is said of the law on sundials after such an act is what it was before.
"""

from dataclasses import replace
from datetime import date

import pytest

from lawgraph.evidence.sources import HeldAct
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.versions import Presence, Wording
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.naming import items_on
from own_words import NAMED, life, on, sundials

HEAD = "О внесении изменений\n\nСтатья 1. Внести изменения и дополнения в следующие законодательные акты Республики Казахстан:\n\n"
TARGET = "5. В Закон Республики Казахстан от 3 марта 2011 года «О солнечных часах»:\n\n"
STEP = "1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Кто погнул гномон, платит.»"
NEXT = ";\n\n2) пункт 2 статьи 5 "
START = "Настоящий Закон вводится в действие с 1 января 2015 года"
END = f"\n\nСтатья 2. {START}.\n"
KAZAKH = ("1-бап. Қазақстан Республикасының мына заңнамалық актілеріне өзгерістер енгізілсін:\n\n5. «Күн сағаты туралы» 2011 жылғы 3 наурыздағы "
          "Қазақстан Республикасының Заңына:\n\n1) 5-баптың 2-тармағы алып тасталсын.\n\n"
          "2-бап. Осы Заң 2016 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.\n")
WHOLE = HEAD + TARGET + STEP + "." + END

ACTS: dict[str, tuple[str, str, str]] = {
    "a draft": (f"Проект\n\n{WHOLE}", "draft", "Проект"),
    "a draft of a law": (f"ПРОЕКТ ЗАКОНА РЕСПУБЛИКИ КАЗАХСТАН\n\n{WHOLE}", "draft", "ПРОЕКТ"),
    "a draft in one word": (f"Законопроект\n\n{WHOLE}", "draft", "Законопроект"),
    "a draft by its title": (WHOLE.replace("изменений\n", "изменений (проект)\n", 1), "draft", "О внесении"),
    "no article on the start": (HEAD + TARGET + STEP + ".\n", "no_commencement", "О внесении"),
    "an article on something else": (f"{HEAD}{TARGET}{STEP}.\n\nСтатья 2. Правительству принять меры.\n", "no_commencement", "О внесении"),
    "a start cut off": (f"{HEAD}{TARGET}{STEP}.\n\nСтатья 2. Настоящий Закон вводится в", "no_commencement", "О внесении"),
    "an exception cut off": (f"{HEAD}{TARGET}{STEP}.\n\nСтатья 2. {START}, за исключением", "unread_commencement", "Статья 2"),
    "a list of exceptions cut off": (f"{HEAD}{TARGET}{STEP}.\n\nСтатья 2. {START}, за исключением:", "unread_commencement", "Статья 2"),
    "two starts": (f"{WHOLE}\nСтатья 3. Настоящий Закон вводится в действие с 1 июля 2017 года.\n", "several_starts", "О внесении"),
    "two acts in a file": (WHOLE + WHOLE.replace("2015", "2017"), "several_starts", "О внесении"),
    "a quotation that never closes": (
        HEAD + TARGET + STEP.replace("»", "") + NEXT + "исключить." + END, "unclosed_wording", "1) пункт 1"),
    "a quotation that the next instruction seems to close": (
        HEAD + TARGET + STEP.replace("»", "") + NEXT + "после слова «Кто» дополнить словом «вновь»." + END, "unclear_end", "1) пункт 1"),
    "cut off within an instruction": (HEAD + TARGET + STEP + NEXT + "изложить в", "unread_instruction", "2) пункт 2"),
    "cut off within a word": (HEAD + TARGET + STEP + ";\n\n2) пункт 2 ста", "unread_instruction", "2) пункт 2"),
    "cut off before a wording": (HEAD + TARGET + STEP + NEXT + "изложить в следующей редакции:", "missing_wording", "2) пункт 2"),
    "cut off within a wording": (HEAD + TARGET + STEP + NEXT + "изложить в следующей редакции:\n\n«2. Кто", "unclosed_wording", "2) пункт 2"),
    "cut off between steps": (f"{HEAD}{TARGET}{STEP};", "unfinished_item", "«1. Кто"),
    "an instruction in another language": (
        HEAD + TARGET + STEP + ";\n\n2) 5-баптың 2-тармағы алып тасталсын." + END, "unread_instruction", "2) 5-бап"),
    "a wording in another language": (
        HEAD + TARGET + STEP.replace("Кто погнул гномон, платит.", "Гномонды иілткен адам оны өзі түзетеді және төлейді.") + "." + END,
        "foreign_wording", "1) пункт 1"),
    "a start in another language": (f"{HEAD}{TARGET}{STEP}.\n\n2-бап. Осы Заң 2015 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.\n",
                                    "unread_instruction", "2-бап"),
    "both languages in a file": (f"{WHOLE}\n{KAZAKH}", "unread_commencement", "2-бап"),
    "a target in another language": (
        f"{HEAD}5. «Күн сағаты туралы» 2011 жылғы 3 наурыздағы Қазақстан Республикасының Заңына:\n\n{STEP}.{END}", "unread_line", "5. «Күн"),
    "instructions in English": (f"{HEAD}{TARGET}1) Paragraph 1 of Article 5 shall be excluded.{END}", "unread_instruction", "1) Paragraph"),
}


@pytest.mark.parametrize("name", ACTS)
def test_a_finding_tells_where_it_is_not_good(name: str) -> None:
    text, kind, place = ACTS[name]
    act = read_act(read_plain(text), "rus")
    told = [each for each in (*act.findings, *(each for item in act.items for each in item.findings)) if each.kind == kind]
    lines = text.split("\n")
    assert any(lines[each.line - 1].startswith(place) for each in told if each.line), (kind, [*act.findings, *act.items])


@pytest.mark.parametrize("name", ACTS)
def test_no_line_of_it_is_lost(name: str) -> None:
    """Each line of an item is its instruction's, or residue."""
    text, *_ = ACTS[name]
    for item in read_act(read_plain(text), "rus").items:
        owned = [*(made.span for made in item.instructions), *item.residue]
        start = text.index("\n", item.span.start)
        for line in text[start:item.span.end].split("\n"):
            if line.strip():
                place = text.index(line, start)
                assert any(span.start < place + len(line) and place < span.end for span in owned), line


@pytest.mark.parametrize("name", ACTS)
def test_nothing_follows_from_it(name: str) -> None:
    text, *_ = ACTS[name]
    read = read_act(read_plain(text), "rus")
    items = items_on(read, NAMED)
    held = [replace(items[0], residue=(items[0].span,))] if len(items) > 1 else items
    act = Act("999-V", date(2014, 6, 1), ActKind.LAW)
    acts = tuple(HeldAct(act, read, item, "999-V.txt", date(2014, 6, 1)) for item in held)
    version = on(life(replace(sundials([]), acts=acts)), "art_5__para_1", "2016-06-01")
    sure = (version.in_operation, version.wording) == (Presence.YES, Wording.ATTESTED)
    assert not (sure and acts)
    assert version.in_operation is not Presence.NO


def test_an_act_on_other_laws_is_read_and_says_nothing_of_this_one() -> None:
    other = read_act(read_plain(WHOLE.replace("солнечных", "песочных")), "rus")
    assert [made.form for item in other.items for made in item.instructions] == ["F1"]
    assert not items_on(other, NAMED)
