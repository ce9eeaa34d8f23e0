"""What search in the browser finds, and its index, the same bytes for the same pages.

Each wording of each provision is found once, and each act, by groups of laws. A record leads to the place of the
provision on the page of its article; that of a wording that was replaced to the first day of the wording. Groups keep
the memory of the indexer, and what a changed law makes anew, small.

Pagefind leaves open in which order the values of a filter and the filters themselves stand: a hash map's, another one
in each run; and it names files by their hashes, so one order changes three names. Here they are put in order and named
anew. The files are gzipped CBOR behind a word; only what stands in them (numbers, texts, arrays) is read.
"""

import base64
import gzip
import hashlib
import json
import os
import re
import sqlite3
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from itertools import groupby, islice
from threading import Thread
from typing import IO, TypeVar

from lawgraph.languages.spoken import DayForm
from lawgraph.law.eid import Kind
from lawgraph.law.errors import LawgraphError, Phrase
from lawgraph.law.versions import Presence, Version
from lawgraph.queries.answers import act_named, act_names
from lawgraph.queries.values import ActRow
from lawgraph.site.folder import Folder
from lawgraph.site.pages import paths
from lawgraph.site.pages.act import act_title
from lawgraph.site.pages.expression import Expression
from lawgraph.timeline.consolidation import Grade, grade_of
from lawgraph.voice.names import HTML_LANGUAGES, day_in_words, provision_name
from lawgraph.voice.speaking import Locale, voice_of

LAWS, ACTS = 25, 2000
"""How many laws, and how many acts, have one index."""

T = TypeVar("T")
_NUMBERS = re.compile(r"\d+(?:-\d+)*")
_LETTERS = re.compile(r"[^\W\d_]{4,}")
"""A word long enough that a slip in it leaves it known: those that stand in texts are kept, by their first letters."""

_STATES = {Grade.ABSENT: "no", Grade.UNCERTAIN: "perhaps"}


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """Hold what is found: its path, its title and its words in a language, and what results are filtered by."""

    path: str
    title: str
    words: str
    lang: str
    filters: Mapping[str, str]


def groups(conn: sqlite3.Connection, laws: Iterable[Expression], locales: Sequence[Locale]
           ) -> Iterator[tuple[str, list[SearchRecord]]]:
    """Give the records of each group under its name; a title is in the language of its text where pages speak it."""
    each_law = groupby(laws, key=lambda each: each.law.id)
    for number, these in enumerate(_batches((tuple(own) for _, own in each_law), LAWS), 1):
        yield f"laws-{number}", [found for own in these for each in own for found in _of_a_law(each, locales)]
    for number, names in enumerate(_batches(act_names(conn), ACTS), 1):
        yield f"acts-{number}", [_of_an_act(act_named(conn, name), locales[0]) for name in names]


def _batches(these: Iterable[T], most: int) -> Iterator[list[T]]:
    whole = iter(these)
    while batch := list(islice(whole, most)):
        yield batch


def _of_a_law(law: Expression, locales: Sequence[Locale]) -> Iterator[SearchRecord]:
    spoken = next((each for each in locales if each.letters == law.lang), locales[0])
    own = replace(law, voice=voice_of(spoken).of(law.law.kind))
    yield _law_itself(own)
    for eid, versions in law.lives.items():
        if eid.kind is not Kind.HEADING:
            yield from records_of(own, versions, _newest(law.lives.get(eid.child(Kind.HEADING), ())))


def _law_itself(law: Expression) -> SearchRecord:
    """Return what is found of a law as a whole: its number and its title."""
    number, most = law.law.number, law.answer(law.today).most
    state = {Presence.YES: "yes", Presence.PRESUMED: "yes", Presence.NO: "no"}.get(most, "perhaps")
    return SearchRecord(law.path, law.called, f"{law.called}. {law.title}", HTML_LANGUAGES[law.lang],
                        {"law": number, "lang": law.lang, "act": number.lower(), "number": numbers_of(number),
                         "today": state})


def records_of(law: Expression, versions: Sequence[Version], heading: str) -> Iterator[SearchRecord]:
    """Give the newest wording that is held of a provision, and apart from it each one that it replaced."""
    eid, newest = versions[0].eid, _newest(versions)
    name = provision_name(eid, law.voice)
    known = {"law": law.law.number, "lang": law.lang}
    today = next((each for each in reversed(versions) if each.start.latest and each.start.latest <= law.today), None)
    state = _STATES.get(grade_of(today), "yes") if today else "no"
    called = law.voice.say("%(provision)s – %(law)s", provision=name, law=law.called)
    words = ". ".join(filter(None, (name, heading, newest)))
    yield SearchRecord(law.stretches.life(eid), called, words, HTML_LANGUAGES[law.lang],
                       {**known, "today": state, "at": numbers_of(eid)})
    replaced = {each.text: each.start.latest for each in reversed(versions)
                if each.text and each.text != newest and each.start.latest}
    for text, first in replaced.items():
        as_on = law.voice.say("%(provision)s %(as_on)s – %(law)s", provision=name, law=law.called,
                              as_on=day_in_words(first, law.voice, DayForm.AS_ON))
        yield SearchRecord(law.stretches.on(eid, first), as_on, f"{name}. {text}", HTML_LANGUAGES[law.lang],
                     {**known, "today": "replaced"})


_PREAMBLE = Kind.PREAMBLE.value


def _newest(versions: Sequence[Version]) -> str:
    return next((each.text for each in reversed(versions) if each.text), "")


def _of_an_act(row: ActRow, locale: Locale) -> SearchRecord:
    title = act_title(row, voice_of(locale))
    return SearchRecord(paths.act(row.act.name), title, " ".join((title, *(told for _, told in row.titles))), locale,
                  {"act": row.act.name.lower(), "number": numbers_of(row.act.number or "")})


def numbers_of(name: str) -> str:
    """Return the numbers of an address, the outermost first, as people type it: `7 11-1`; of an act its number alone.

    The preamble, which has none, goes by its name.

    Parts are seldom counted, and are left out unless nothing else would be left to tell them apart; headings and
    opening words have no number of their own.
    """
    if name == _PREAMBLE:
        return name
    last = name.rpartition("__")[2]
    if "__" in name and not _NUMBERS.search(last):
        return ""
    counted = [step for step in name.split("__") if step == last or not step.startswith("al_")]
    return " ".join(number for step in counted for number in _NUMBERS.findall(step))


_WORD = b"pagefind_dcd"
_NUMBER, _TEXT, _ARRAY = 0, 3, 4
_FILTERS = 3
"""The place of the filters in the file that tells what an index holds."""

_PROGRAM, _ENTRY = ("pagefind.js",), "pagefind-entry.json"
_OF_AN_INDEX = ("pagefind-worker.js", _ENTRY, "*.pf_meta", "wasm.*.pagefind", "filter/*", "fragment/*",
                "index/*")
_LONGEST_SAID, _AT_ONCE = 200, 1 << 16
_Item = int | str | list["_Item"]
_Files = dict[str, bytes]
"""The files of an index by their paths."""


class SearchIndexError(LawgraphError):
    """An index that cannot be written."""


def write_index(folder: Folder, groups: Iterable[tuple[str, list[SearchRecord]]]) -> None:
    """Write what search in the browser needs: an index for each group, the program once, and what all of them hold."""
    named: dict[str, list[str]] = {}
    laws, words = set[str](), defaultdict[str, set[str]](set)
    for name, records in groups:
        for each in records:
            laws.update(filter(None, (each.filters.get("law"),)))
            for word in _LETTERS.findall(each.words.lower()):
                words[word[0]].add(word)
        index = _made(records)
        _put_in_order(index)
        _take(folder, index, _OF_AN_INDEX, f"pagefind/{name}")
        if not named:
            _take(folder, index, _PROGRAM, "pagefind")
        named[name] = sorted({each.lang for each in records})
    for letter, these in words.items():
        folder.write(f"pagefind/words/{ord(letter):x}.json", json.dumps(sorted(these), ensure_ascii=False).encode())
    folder.write("pagefind/groups.json", json.dumps({"groups": named, "laws": sorted(laws)}).encode())


def _take(folder: Folder, index: _Files, patterns: Iterable[str], into: str) -> None:
    for path in sorted(each for each in index if any(_fits(each, pattern) for pattern in patterns)):
        folder.write(f"{into}/{path}", index[path])


def _fits(path: str, pattern: str) -> bool:
    return path.count("/") == pattern.count("/") and fnmatchcase(path, pattern)


def _made(records: Iterable[SearchRecord]) -> _Files:
    """Let Pagefind make an index, by the protocol that it speaks as a service: a message ends with a comma."""
    from pagefind.service import get_executable  # noqa: PLC0415  (it loads asyncio)

    whole = [*_messages(records)]
    program = get_executable()
    if program is None:
        raise SearchIndexError("Pagefind",
                               Phrase("its program is missing"),
                               Phrase("see whether pagefind[bin] is installed"))
    with subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603  (our own words alone)
        asking, answers = process.stdin, process.stdout
        if asking is None or answers is None:
            raise SearchIndexError("Pagefind",
                                   Phrase("it has no ear"),
                                   Phrase("see whether pagefind[bin] is installed"))
        thread = Thread(target=_ask, args=(asking, whole))
        thread.start()
        heard, told = list[bytes](), 0
        while told < len(whole) and (more := os.read(answers.fileno(), _AT_ONCE)):
            heard.append(more)
            told += more.count(b",")
        thread.join()
        asking.close()
    last = base64.b64decode(b"".join(heard).rpartition(b",")[0].rpartition(b",")[2])
    if b'"GetFiles"' not in last:
        raise SearchIndexError("Pagefind", Phrase("it stopped (%(said)s)", said=last[-_LONGEST_SAID:].decode()),
                               Phrase("see whether pagefind[bin] is installed"))
    # Taken as they are told: Pagefind may end before the files that it writes itself are whole.
    return {each["path"]: base64.b64decode(each["content"]) for each in json.loads(last)["payload"]["files"]}


def _messages(records: Iterable[SearchRecord]) -> Iterator[dict[str, object]]:
    yield {"type": "NewIndex", "config": {}}
    for each in records:
        yield {"type": "AddRecord", "index_id": 0, "url": each.path, "content": each.words, "language": each.lang,
               "meta": {"title": each.title}, "filters": {name: [value] for name, value in each.filters.items()}}
    yield {"type": "GetFiles", "index_id": 0}


def _ask(asking: IO[bytes], messages: Iterable[dict[str, object]]) -> None:
    for number, each in enumerate(messages, 1):
        told = json.dumps({"message_id": number, "payload": each}).encode()
        asking.write(base64.b64encode(told) + b",")
    asking.flush()


def _put_in_order(index: _Files) -> None:
    told = json.loads(_held(index, _ENTRY))
    for lang, language in told["languages"].items():
        language["hash"] = _in_order(index, lang, language["hash"])
    told["languages"] = dict(sorted(told["languages"].items()))
    index[_ENTRY] = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _in_order(index: _Files, lang: str, name: str) -> str:
    """Put what belongs to one language in order; return the name under which it is then told."""
    meta = f"pagefind.{name}.pf_meta"
    told = _read(index, meta)
    filters = told[_FILTERS] if isinstance(told, list) else None
    if not isinstance(filters, list):
        raise _unknown(meta)
    told[_FILTERS] = sorted(_filter(index, lang, each) for each in filters)     # type: ignore[index]  # a list: see above
    del index[meta]
    return _write(index, told, (lang, 10), "pagefind.{}.pf_meta")


def _filter(index: _Files, lang: str, told: _Item) -> list[_Item]:
    match told:
        case [str(name), str(file)]:
            path = f"filter/{file}.pf_filter"
        case _:
            raise _unknown(_ENTRY)
    match _read(index, path):
        case [str(own), list(values)] if own == name:
            del index[path]
            return [name, _write(index, [name, sorted(values, key=repr)], (lang, 7), "filter/{}.pf_filter")]
    raise _unknown(path)


def _held(index: _Files, path: str) -> bytes:
    if path not in index:
        raise _unknown(path)
    return index[path]


def _read(index: _Files, path: str) -> _Item:
    raw = gzip.decompress(_held(index, path)).removeprefix(_WORD)
    item, end = _item(raw, 0)
    if end != len(raw) or _bytes(item) != raw:
        raise _unknown(path)
    return item


def _write(index: _Files, item: _Item, told: tuple[str, int], pattern: str) -> str:
    """Write a file that is named by its language and so many letters of its hash; return the name."""
    raw, (lang, length) = _WORD + _bytes(item), told
    name = f"{lang}_{hashlib.sha256(raw).hexdigest()[:length]}"
    index[pattern.format(name)] = gzip.compress(raw, mtime=0)
    return name


def _item(raw: bytes, at: int) -> tuple[_Item, int]:
    """Read one item of CBOR; return it, and where the next one begins."""
    kind, small = raw[at] >> 5, raw[at] & 31
    size = 1 << (small - 24) if 24 <= small < 28 else 0
    number = int.from_bytes(raw[at + 1:at + 1 + size], "big") if size else small
    at += 1 + size
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return raw[at:at + number].decode(), at + number
    items: list[_Item] = []
    if kind == _ARRAY:
        for _ in range(number):
            item, at = _item(raw, at)
            items.append(item)
    return items, at


def _bytes(item: _Item) -> bytes:
    """Write one item of CBOR, its numbers as short as can be."""
    if isinstance(item, int):
        return _head(_NUMBER, item)
    if isinstance(item, str):
        return _head(_TEXT, len(item.encode())) + item.encode()
    return _head(_ARRAY, len(item)) + b"".join(map(_bytes, item))


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    size = next(size for size in (1, 2, 4, 8) if number < 256 ** size)
    return bytes([kind << 5 | 24 + size.bit_length() - 1]) + number.to_bytes(size, "big")


def _unknown(path: str) -> SearchIndexError:
    return SearchIndexError(path, Phrase("this is no file of Pagefind as it is known"),
                            Phrase("install the version of Pagefind that is pinned"))
