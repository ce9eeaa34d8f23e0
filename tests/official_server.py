"""A local server that speaks the official interface as public clients of it describe its answers.

It was written before the client that it tests. The act is invented: Law 88-IV on ferries, code 90417, in three editions:

- of 2010-03-09, as adopted;
- of 2013-06-13, dated by the adoption of its cause (104-V, ten calendar days after publication);
- of 2016-01-01, the day on which its cause (390-V of 2015-11-02) began.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

CODE = "90417"
NGR = "Z100000088_"
Element = dict[str, Any]
Answer = Any
Alter = Callable[[str, int, Answer], Answer]


def unaltered(path: str, page: int, answer: Answer) -> Answer:
    return answer


@dataclass(frozen=True, slots=True)
class Cause:
    code: str
    title: dict[str, str]
    requisites: dict[str, str]

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "document": self.code,
            "title": self.title,
            "requisites": self.requisites,
        }


TITLE = {"rus": "О паромных переправах", "kaz": "Паром өткелдері туралы"}
REQUISITES = {
    "rus": "Закон Республики Казахстан от 9 марта 2010 года № 88-IV",
    "kaz": "Қазақстан Республикасының 2010 жылғы 9 наурыздағы № 88-IV Заңы",
}
SECOND = Cause(
    "95220",
    {
        "rus": "О внесении изменений в некоторые законодательные акты Республики Казахстан по вопросам переправ",
        "kaz": "Қазақстан Республикасының кейбір заңнамалық актілеріне өткелдер мәселелері бойынша "
        "өзгерістер енгізу туралы",
    },
    {
        "rus": "Закон Республики Казахстан от 13 июня 2013 года № 104-V",
        "kaz": "Қазақстан Республикасының 2013 жылғы 13 маусымдағы № 104-V Заңы",
    },
)
THIRD = Cause(
    "101733",
    {"rus": "О внесении дополнений в закон о паромах", "kaz": "Паромдар туралы заңға толықтырулар енгізу туралы"},
    {
        "rus": "Закон Республики Казахстан от 2 ноября 2015 года № 390-V ЗРК",
        "kaz": "Қазақстан Республикасының 2015 жылғы 2 қарашадағы № 390-V ҚРЗ Заңы",
    },
)


class Content:
    """Write content elements one after another, each with the id that the interface would give."""

    def __init__(self) -> None:
        self.elements: list[Element] = []

    def add(self, kind: str, level: int, **fields: Any) -> Content:
        number = str(645_148_000 + len(self.elements))
        self.elements.append({"id": number, "type": kind, "level": level, **fields, "properties": []})
        return self

    def article(self, number: str, heading: str) -> Content:
        return self.add("article", 3, index=number).add("heading", 4, text=heading)

    def point(self, number: str, text: str) -> Content:
        return self.add("point", 4, index=number).add("text", 5, text=text)

    def subpoint(self, number: str, text: str) -> Content:
        return self.add("subpoint", 5, index=number).add("text", 6, text=text)

    def note(self, level: int, text: str, source: Cause) -> Content:
        self.add("note", level, text=text, changeId=f"{source.code}||1")
        self.elements[-1]["properties"] = [
            {"key": "source", "value": source.code},
            {"key": "sourceSummary", "value": source.requisites["rus"]},
        ]
        return self


def first_rus() -> Content:
    return (
        Content()
        .add("doc", 1)
        .add("title", 2, text=TITLE["rus"])
        .add("preamble", 2)
        .add("text", 3, text="Настоящий Закон регулирует отношения на паромных переправах.")
        .add("chapter", 2, index="1")
        .add("heading", 3, text="Глава 1. Общие положения")
        .article("1", "Статья 1. Переправа")
        .point("1", "1. Переправой признается место, где паром пристает к берегу.")
        .point("2", "2. На переправе находятся:")
        .subpoint("1", "1) колокол;")
        .subpoint("2", "2) список рейсов.")
        .article("2", "Статья 2. Плата")
        .add("text", 4, text="Плата взимается на берегу.")
    )


def signature(content: Content, words: tuple[str, str]) -> Content:
    position, name = words
    return (
        content.add("signature", 2).add("workPosition", 3, text=position).add("personName", 3, text=name)
    )


RUS_SIGNED = ("Президент Республики Казахстан", "А. Паромщиков")
KAZ_SIGNED = ("Қазақстан Республикасының Президенті", "А. Паромщиков")


def later_rus(*, third: bool) -> Content:
    """Return the Russian text after 104-V, and after 390-V where `third`; numbers of Article 3 stand only in `index`."""
    content = (
        Content()
        .add("doc", 1)
        .add("title", 2, text=TITLE["rus"])
        .add("sideNoteGroup", 2)
        .add("sideNote", 3)
        .add("text", 4, text="Настоящий Закон регулирует отношения на паромных переправах.")
        .add("chapter", 2, index="1")
        .add("heading", 3, text="Глава 1. Общие положения")
        .article("1", "Статья 1. Переправа")
        .point("1", "1. Переправой признается место, где паром пристает к берегу.")
        .point("2", "2. На переправе находятся:")
        .subpoint("1", "1) колокол и фонарь;")
        .add("subpoint", 5, index="2")
        .add("excluded", 6, text=f"2) исключен Законом РК от 13.06.2013 № 104-V ({TEN});")
        .note(3, f"Сноска. Статья 1 с изменениями, внесенными Законом РК от 13.06.2013 № 104-V ({TEN}).", SECOND)
        .article("2", "Статья 2. Плата")
        .add("text", 4, text="Плата взимается на берегу.")
    )
    if third:
        content = (
            content.article("3", "Льготы")
            .point("1", "Платы не вносят:")
            .subpoint("1", "дети;")
            .subpoint("2", "паромщики.")
            .point("1-1", "Паромщик предъявляет знак.")
            .note(3, f"Сноска. Глава 1 дополнена статьей 3 в соответствии с {BY_390}.", THIRD)
        )
    return signature(content, RUS_SIGNED)


TEN = (
    "вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования"
)
BY_390 = "Законом РК от 02.11.2015 № 390-V (вводится в действие с 01.01.2016)"
KAZ_TEN = "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі"


def kaz(*, second: bool, third: bool) -> Content:
    content = (
        Content()
        .add("doc", 1)
        .add("title", 2, text=TITLE["kaz"])
        .add("preamble", 2)
        .add("text", 3, text="Осы Заң паром өткелдеріндегі қатынастарды реттейді.")
        .add("chapter", 2, index="1")
        .add("heading", 3, text="1-тарау. Жалпы ережелер")
        .article("1", "1-бап. Өткел")
        .point("1", "1. Паром жағаға тоқтайтын орын өткел деп танылады.")
        .point("2", "2. Өткелде мыналар болады:")
        .subpoint("1", "1) қоңырау және шам;" if second else "1) қоңырау;")
    )
    if second:
        content = (
            content.add("subpoint", 5, index="2")
            .add("excluded", 6, text=f"2) ҚР 13.06.2013 № 104-V Заңымен алып тасталды ({KAZ_TEN});")
            .note(
                3, f"Ескерту. 1-бапқа өзгеріс енгізілді – ҚР 13.06.2013 № 104-V Заңымен ({KAZ_TEN}).", SECOND
            )
        )
    else:
        content = content.subpoint("2", "2) рейстер тізімі.")
    content = content.article("2", "2-бап. Төлем").add("text", 4, text="Төлем жағада алынады.")
    if third:
        content = (
            content.article("3", "3-бап. Жеңілдіктер")
            .point("1", "1. Мыналар төлем төлемейді:")
            .subpoint("1", "1) балалар;")
            .subpoint("2", "2) паромшылар.")
            .point("1-1", "1-1. Паромшы белгіні көрсетеді.")
            .note(
                3,
                "Ескерту. 1-тарау 3-баппен толықтырылды – ҚР 02.11.2015 № 390-V Заңымен "
                "(01.01.2016 бастап қолданысқа енгізіледі).",
                THIRD,
            )
        )
    return signature(content, KAZ_SIGNED)


@dataclass(frozen=True, slots=True)
class Version:
    """An edition that the interface serves in both languages."""

    day: str
    cause: Cause | None
    status: str
    content: dict[str, list[Element]]


def ferries() -> tuple[Version, ...]:
    first = signature(first_rus(), RUS_SIGNED).elements
    return (
        Version("2010-03-09", None, "new", {"rus": first, "kaz": kaz(second=False, third=False).elements}),
        Version(
            "2013-06-13",
            SECOND,
            "upd",
            {"rus": later_rus(third=False).elements, "kaz": kaz(second=True, third=False).elements},
        ),
        Version(
            "2016-01-01",
            THIRD,
            "upd",
            {"rus": later_rus(third=True).elements, "kaz": kaz(second=True, third=True).elements},
        ),
    )


def act_metadata(status: str) -> dict[str, Any]:
    return {
        "title": TITLE,
        "requisites": REQUISITES,
        "stateAgencyDocNumber": "88-IV",
        "stateAgencyApprovalDate": "2010-03-09",
        "approvalPlace": "100051000000",
        "judicialAuthority": "",
        "developingStateAgency": "",
        "approvingStateAgencies": ["102000000000"],
        "status": status,
        "classified": "НЕТ",
        "registryNumber": CODE,
        "publication": [{"date": "2010-03-20", "issue": "№ 61 (25908)", "source": "Казахстанская правда"}],
        "legalValidity": "0100",
        "region": ["100000000000"],
        "legislationAreas": ["001001000000"],
        "actTypes": ["ЗАК"],
        "effectiveDate": "2010-03-31",
        "actionDate": "2010-03-31",
    }


def cause_json(cause: Cause, day: str, **told: Any) -> Answer:
    """Return the answer on an act that caused a version; its text is not of interest."""
    metadata = {**act_metadata("upd"), "title": cause.title, "requisites": cause.requisites, "registryNumber": cause.code,
                "stateAgencyApprovalDate": day, "publication": [], "effectiveDate": None, "actionDate": None, **told}
    return {"id": cause.code, "code": cause.code, "language": "rus", "metadata": metadata, "versionDate": day,
            "versionsCount": 1, "content": [{"id": "1", "type": "doc", "level": 1}], "pagesCount": 1}


def version_json(version: Version, language: str) -> dict[str, Any]:
    """Return an item of the list of versions, which is also the head of an edition."""
    return {
        "id": f"{CODE}_{version.day}_{language}",
        "language": language,
        "versionDate": version.day,
        "metadata": act_metadata(version.status),
        "references": [],
        "changes": [] if version.cause is None else [f"{version.cause.code}||840085"],
        "cause": None if version.cause is None else version.cause.as_json(),
    }


@dataclass(slots=True)
class Interface:
    """The answers of the interface; `alter` changes one on its way out, `None` answers 404, a number with that status."""

    page_size: int = 200
    alter: Alter = unaltered
    versions: tuple[Version, ...] = field(default_factory=ferries)
    acts: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def answer(self, path: str, page: int) -> Answer:
        parts = path.strip("/").split("/")
        if parts[2] == CODE and parts[-1] == "versions":
            listed = [version_json(version, parts[-2]) for version in self.versions]
            return self.alter(path, page, listed[::-1])
        if parts[2] != CODE:
            return (parts[2] in self.acts and self.alter(path, page, self.acts[parts[2]])) or None
        language, *day = parts[3:]
        version = self.version_of("-".join(reversed(day[0].split("."))) if day else self.versions[-1].day)
        return version and self.alter(path, page, self.document(version, language, page))

    def version_of(self, day: str) -> Version | None:
        return next((version for version in self.versions if version.day == day), None)

    def document(self, version: Version, language: str, page: int) -> Answer:
        content = version.content[language]
        pages = -(-len(content) // self.page_size)
        if not 1 <= page <= pages:
            return None
        return {
            "id": CODE,
            "code": CODE,
            "ngr": NGR,
            "version": version_json(version, language),
            "language": language,
            "metadata": act_metadata(version.status),
            "actualVersion": version is self.versions[-1],
            "versionsCount": len(self.versions),
            "versionDate": version.day,
            "initialPublicationDate": "2010-03-20",
            "hasSignature": False,
            "imported": False,
            "content": content[(page - 1) * self.page_size : page * self.page_size],
            "index": [],
            "pagesCount": pages,
        }


@contextmanager
def serving(interface: Interface) -> Iterator[str]:
    """Serve `interface` on a free port of this machine and give the address under which `documents/` stands."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            interface.asked.append(self.path)
            interface.agents.add(self.headers.get("User-Agent", ""))
            page = int(parse_qs(address.query).get("page", ["1"])[0])
            self.send(interface.answer(address.path, page))

        def send(self, answer: Answer) -> None:
            status = 404 if answer is None else answer if isinstance(answer, int) else 200
            body = answer if isinstance(answer, bytes) else json.dumps(answer, ensure_ascii=False).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name of the library)
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/api"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
