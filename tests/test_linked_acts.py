"""What links in the notes of a law tell of its acts: the id under which they are published, and their titles."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from lanterns import built, taken
from lawgraph.intake.files import Given

LAW = "Z1100000077"
TEXT = {
    "rus": ("# О реках\n\n### Статья 1. Река\n\nРека течет.\n\n> *Сноска. Статья 1 с изменением, внесенным Законом РК от 10.01.2014 {} "
            "(вводится в действие с 01.03.2014).*\n\n### Статья 2. Начало\n\nНастоящий Закон вводится в действие с 1 мая 2011 года.\n"),
    "kaz": ("# Өзендер туралы\n\n### 1-бап. Өзен\n\nӨзен ағады.\n\n> *Ескерту. 1-бапқа өзгеріс енгізілді – ҚР 10.01.2014 {} Заңымен (01.03.2014 бастап "
            "қолданысқа енгізіледі).*\n\n### 2-бап. Басы\n\nОсы Заң 2011 жылғы 1 мамырдан бастап қолданысқа енгізіледі.\n")}
RUS = '[№ 20-V](https://adilet.zan.kz/rus/docs/{}#z1 "О внесении изменений")'
KAZ = '[№ 20-V](https://adilet.zan.kz/kaz/docs/Z1400000020 "Өзгерістер енгізу туралы")'


def act(folder: Path, **links: str) -> tuple[str | None, int | None, dict[str, str]]:
    """Return the id of an act, whether it is guessed, and its titles, of a law whose texts name it by links."""
    (folder / "amendments").mkdir()
    for lang, link in links.items():
        (folder / f"{lang}.md").write_text(TEXT[lang].format(link), encoding="utf-8")
        taken(folder, folder / f"{lang}.md", Given(LAW, lang, "77-IV", date(2011, 3, 3), "law", date(2016, 5, 1)))
    with closing(sqlite3.connect(built(folder))) as conn:
        row = conn.execute("select adilet_id, guessed, title_rus, title_kaz from acts where name = '20-V'").fetchone()
    return row[0], row[1], {lang: title for lang, title in zip(("rus", "kaz"), row[2:], strict=True) if title}


def test_each_text_gives_the_title_in_its_language(tmp_path: Path) -> None:
    assert act(tmp_path, rus=RUS.format("Z1400000020"), kaz=KAZ) == (
        "Z1400000020", 0, {"rus": "О внесении изменений", "kaz": "Өзгерістер енгізу туралы"})


@pytest.mark.parametrize(("link", "told"), [
    ("№ 20-V", (None, None, {})), ("[№ 20-V](/rus/docs/Z1400000020)", ("Z1400000020", 0, {})),
    ('[№ 20-V](https://example.org "Река")', (None, None, {}))])
def test_a_link_without_a_title_or_to_no_act_tells_less(tmp_path: Path, link: str, told: object) -> None:
    assert act(tmp_path, rus=link) == told


def test_two_ids_for_one_act_are_none(tmp_path: Path) -> None:
    assert act(tmp_path, rus=RUS.format("Z140000020V"), kaz=KAZ)[0] is None
