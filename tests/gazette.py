"""Publish invented laws: write them into a corpus as the program finds it there. Nothing in them is real law."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lawgraph.database.freshness import Folders
from legislature import habits_of, invent, page
from legislature.history import Habits
from statute import page as printed

_FRONTS = {
    "eng": " {title}\n\n\t\t\nThe Law of the Republic of Kazakhstan dated {day} No. {number}.\n\n",
    "rus": " {title}\n\n\t\t\nЗакон Республики Казахстан от {day} № {number}.\n\n",
    "kaz": " {title}\n\n\t\t\nҚазақстан Республикасының {day} № {number} Заңы.\n\n",
}
_MANIFEST = 'id = "{id}"\nnumber = "{number}"\nadopted = {adopted}\nkind = "law"\n\n[titles]\n'
_SOURCE = '\n[[source]]\nfile = "{lang}.txt"\nlang = "{lang}"\nstanding = "invented, for tests"\nsha256 = "{sha256}"\n'


@dataclass(frozen=True, slots=True)
class Law:
    """Hold an invented law: its pages by language as (title, page)."""

    id: str
    number: str
    adopted: date
    pages: tuple[tuple[str, str, str], ...]


def law(law_id: str, number: str, adopted: date, *pages: tuple[str, str, str]) -> Law:
    """Return a law whose pages are given as language, title and lines ("| " begins a body line)."""
    days = {"eng": f"{adopted:%d.%m.%Y}", "rus": f"{adopted:%d.%m.%Y}", "kaz": f"{adopted:%d.%m.%Y}"}
    return Law(law_id, number, adopted, tuple(
        (lang, title, _FRONTS[lang].format(title=title, day=days[lang], number=number) + printed(lines))
        for lang, title, lines in pages))


def simulated(seed: int, habits: Habits | None = None) -> Law:
    """Return a law of the simulated legislature."""
    history = invent(seed, habits or habits_of(seed))
    title = dict(history.original)["law__heading"]
    return Law(f"X{seed:08}_", history.number, history.adopted, (("eng", title, page(history)),))


def publish(corpus: Path, *laws: Law) -> None:
    """Write laws into a corpus, each in a folder with its manifest."""
    for each in laws:
        folder = corpus / each.id
        folder.mkdir(parents=True, exist_ok=True)
        manifest = _MANIFEST.format(id=each.id, number=each.number, adopted=each.adopted.isoformat())
        manifest += "".join(f'{lang} = "{title}"\n' for lang, title, _ in each.pages)
        for lang, _, text in each.pages:
            (folder / f"{lang}.txt").write_text(text, encoding="utf-8")
            manifest += _SOURCE.format(lang=lang, sha256=hashlib.sha256(text.encode()).hexdigest())
        (folder / "manifest.toml").write_text(manifest, encoding="utf-8")


def folders(at: Path, *laws: Law) -> Folders:
    """Return the folders of a corpus of laws without facts."""
    made = Folders(at / "corpus", at / "amendments")
    made.amendments.mkdir(parents=True)
    publish(made.corpus, *laws)
    return made


CLOCKS = law("A1_", "10-IV", date(2010, 1, 11), ("eng", "On clocks", """
Article 1. Clocks
| 1. Clocks shall show the hour as Article 2 of the Law of the Republic of Kazakhstan dated 01.03.2013 No. 20-V tells.
| 2. Other clocks shall be silent.
| Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan № 99-V dated 03.07.2014 (shall be enforced upon expiry of ten calendar days after its first official publication).
Article 2. Order of enforcement of this Law
| This Law enters into force upon expiry of ten calendar days after its first official publication.
"""))
BELLS = law("B1_", "20-V", date(2013, 3, 1), ("eng", "On bells", """
Article 1. Bells
| Bells shall ring as the Law of the Republic of Kazakhstan “On clocks” provides.
Article 2. Hours
| Bells shall be silent in the cases of paragraph 2 of Article 1 of the Law of the Republic of Kazakhstan “On clocks”.
| Footnote. Article 2 as amended by the Law of the Republic of Kazakhstan № 99-V dated 03.07.2014 (shall be enforced upon expiry of ten calendar days after its first official publication).
"""), ("rus", "О колоколах", """
Статья 1. Колокола
| Колокола звонят.
Статья 2. Часы
| Колокола молчат.
"""))
TOWERS = law("C1_", "30-VI", date(2017, 5, 2), ("rus", "О башнях", """
Статья 1. Башни
| На башнях висят колокола, указанные в статье 2 Закона Республики Казахстан «О колоколах», и статье 9 того же Закона.
"""))
THREE = (CLOCKS, BELLS, TOWERS)
"""Three laws that cite each other, two of them amended by one act."""
