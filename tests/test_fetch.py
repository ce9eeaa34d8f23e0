"""`lawgraph fetch`: against a real server on this machine, and never against the public one."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from lawgraph import __version__
from lawgraph.commands.cli import main
from lawgraph.intake.corpus import read_manifest
from lawgraph.intake.fetching.editions import Asking, fetch, server_at
from lawgraph.law.errors import MOST_BYTES, SourceError
from page_server import Answer, serving
from public_page import LAW, LOGIN, public_page

RUS, KAZ, ENG = (f"/{lang}/docs/{LAW}" for lang in ("rus", "kaz", "eng"))
PAGE = public_page("rus", "Он показывает время. " * 200).encode()
MARKED = Answer(PAGE, headers={"ETag": '"one"'})
SHORT, LONG = 0.2, 600.0
"""Seconds until a server is given up: short only for one that never answers, however busy the machine is."""
Served = dict[str, Answer | tuple[Answer, ...]]


class Told:
    """Remember how long was waited, and what was told, without waiting."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.lines: list[str] = []


def load(address: str, cache: Path, *langs: str, patience: float = LONG, longest: float = LONG) -> tuple[bytes, Told]:
    """Download pages of the invented law; return the bytes of all, and what was told."""
    told = Told()
    asking = Asking(server_at(address), None, cache, patience=patience, longest=longest)
    laws = fetch(LAW, langs or ("rus",), asking, told.waits.append, told.lines.append)
    return b"".join(edition.raw for law in laws for edition in law.editions()), told


def refusal(answers: Served, cache: Path, patience: float = LONG, longest: float = LONG) -> str:
    """Download from a server that cannot be downloaded from; return the one line, with a stand-in for the address."""
    with serving(answers) as (address, _), pytest.raises(SourceError) as told:
        load(address, cache, patience=patience, longest=longest)
    assert "\n" not in str(told.value)
    return str(told.value).replace(address, "http://server")


class TestCommand:
    def test_a_law_is_downloaded_and_imported_in_each_language(self, tmp_path: Path) -> None:
        answers: Served = {path: Answer(public_page(lang).encode()) for path, lang in ((RUS, "rus"), (KAZ, "kaz"))}
        with serving(answers) as (address, asked):
            answer = self.run(tmp_path, LAW, "--address", address, "--delay", "1")
            assert answer == (0, [
                f"{address}{RUS}: {len(public_page('rus').encode()):,} bytes",
                f"{address}{KAZ}: {len(public_page('kaz').encode()):,} bytes",
                f"{address}{ENG}: there is no such document",
                f"1 law: 2 new editions in {tmp_path / 'corpus'}; 0 findings in the texts"])
            again = self.run(tmp_path, LAW, "--address", address, "--lang", "rus,kaz")
        assert asked.paths == [RUS, KAZ, ENG], "what was downloaded whole is not asked for again"
        assert again[1][-1] == f"1 law: nothing new, 2 editions known in {tmp_path / 'corpus'}"
        assert asked.headers[0]["user-agent"] == f"lawgraph/{__version__} (reads single laws, slowly)"
        kept = read_manifest(tmp_path / "corpus" / LAW).sources
        assert [(each.file, each.retrieved, each.address) for each in kept] == [
            ("rus-2026-11-24.html", date(2026, 11, 24), f"{address}{RUS}"),
            ("kaz-2026-11-24.html", date(2026, 11, 24), f"{address}{KAZ}")]
        assert (tmp_path / "corpus" / LAW / kept[0].file).read_bytes() == public_page("rus").encode()

    def test_pages_are_asked_for_again_on_demand(self, tmp_path: Path) -> None:
        later = Answer(public_page("rus", "Он показывает время.").encode(), date="Fri, 01 Jan 2027 00:00:01 GMT")
        with serving({RUS: (Answer(public_page("rus").encode()), later)}) as (address, asked):
            for options in ((), ("--again",)):
                assert self.run(tmp_path, LAW, "--address", address, "--lang", "rus", *options)[0] == 0
        assert len(asked.paths) == 2
        kept = read_manifest(tmp_path / "corpus" / LAW).sources
        assert [each.retrieved for each in kept] == [date(2026, 11, 24), date(2027, 1, 1)]

    @pytest.mark.parametrize(("arguments", "line"), [
        (("271-IV",), "'271-IV': this is no id of adilet.zan.kz; give the one in the address of its page, as Z100000271_"),
        ((LAW, "--address", "http://example.org"), ("http://example.org: what comes from it could not be verified; give an "
                                                    "address that begins with https://")),
        ((LAW, "--address", "https://me:word@example.org"), ("https://me:word@example.org: this is not the address of a "
                                                             "server; give one as https://adilet.zan.kz")),
        ((LAW, "--address", "ftp://localhost"), ("ftp://localhost: what comes from it could not be verified; give an address "
                                                 "that begins with https://")),
        ((LAW, "--certificate", "none.pem", "--address", "https://localhost:1"), ("none.pem: the certificate cannot be read "
                                                                                  "(No such file or directory); check path "
                                                                                  "and permissions")),
        ((LAW, "--lang", "rus,fra"), "fetch: Invalid value for '--lang': it is one of eng, rus, kaz; see lawgraph fetch --help"),
        ((LAW, "--delay", "0"), "fetch: Invalid value for '--delay': it is a number of at least 1; see lawgraph fetch --help"),
    ])
    def test_what_cannot_be_asked(self, tmp_path: Path, arguments: tuple[str, ...], line: str) -> None:
        assert self.run(tmp_path, *arguments) == (2, [f"lawgraph: {line}"])

    @pytest.mark.parametrize(("arguments", "lines"), [
        ((LAW, "--delay", "0"), ("fetch: неверное значение для '--delay': нужно число не меньше 1; смотрите: lawgraph fetch --help",
                                 "fetch: қате мән ('--delay'): кемінде 1 саны керек; қараңыз: lawgraph fetch --help")),
        (("271-IV",), ("'271-IV': это не id на adilet.zan.kz; укажите тот, что стоит в адресе его страницы, например Z100000271_",
                       "'271-IV': бұл adilet.zan.kz сайтының id-і емес; бетінің мекенжайында тұрғанын көрсетіңіз, мысалы Z100000271_")),
    ])
    def test_what_cannot_be_asked_is_told_in_the_language_of_the_environment(
            self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], lines: tuple[str, str]) -> None:
        for language, line in zip(("ru_RU.UTF-8", "kk_KZ.UTF-8"), lines, strict=True):
            monkeypatch.setenv("LC_ALL", language)
            assert self.run(tmp_path, *arguments) == (2, [f"lawgraph: {line}"])

    @pytest.mark.parametrize(("language", "missing", "summed"), [
        ("ru_RU.UTF-8", "такого документа нет", "1 закон: 2 новых текста в {}; в текстах 0 несоответствий"),
        ("kk_KZ.UTF-8", "мұндай құжат жоқ", "1 заң: 2 жаңа нұсқа ({}); мәтіндерде 0 сәйкессіздік"),
    ])
    def test_what_came_is_told_in_the_language_of_the_environment(
            self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, missing: str, summed: str) -> None:
        monkeypatch.setenv("LC_ALL", language)
        pages = {RUS: Answer(public_page("rus").encode()), KAZ: Answer(public_page("kaz").encode())}
        with serving(pages) as (address, _):
            _, lines = self.run(tmp_path, LAW, "--address", address)
        assert lines[-2:] == [f"{address}{ENG}: {missing}", summed.format(tmp_path / "corpus")]

    def test_a_page_of_another_law_is_not_imported(self, tmp_path: Path) -> None:
        with serving({RUS: Answer(public_page("rus", law="Z1200000008").encode())}) as (address, _):
            status, lines = self.run(tmp_path, LAW, "--address", address, "--lang", "rus")
        assert status == 2
        assert lines[-1] == (f"lawgraph: {address}{RUS}: it says Z1200000008 where --law says {LAW}; leave --law out, or give "
                             "another source")

    @staticmethod
    def run(folder: Path, *arguments: str) -> tuple[int, list[str]]:
        answer = CliRunner().invoke(main, ["fetch", *arguments, "--corpus", str(folder / "corpus"), "--cache",
                                           str(folder / "cache")], catch_exceptions=False)
        assert answer.stdout == ""
        return answer.exit_code, answer.stderr.splitlines()


class TestManners:
    def test_there_is_a_pause_between_two_questions_and_none_before_the_first(self, tmp_path: Path) -> None:
        answers: Served = {path: Answer(public_page(lang).encode()) for path, lang in ((RUS, "rus"), (KAZ, "kaz"), (ENG, "eng"))}
        with serving(answers) as (address, _):
            _, told = load(address, tmp_path, "rus", "kaz", "eng")
        assert told.waits == [2.0, 2.0]

    def test_a_busy_server_is_asked_again_after_growing_pauses(self, tmp_path: Path) -> None:
        with serving({RUS: (Answer(code=503), Answer(code=503), Answer(PAGE))}) as (address, asked):
            raw, told = load(address, tmp_path)
        assert raw == PAGE
        assert len(asked.paths) == 3
        assert told.waits == [2.0, 4.0]

    @pytest.mark.parametrize(("retry_after", "wait"), [("7", 7.0), ("Tue, 24 Nov 2026 02:06:40 GMT", 40.0), ("soon", 2.0)])
    def test_a_server_says_when_it_wants_to_be_asked_again(self, tmp_path: Path, retry_after: str, wait: float) -> None:
        busy = Answer(code=429, headers={"Retry-After": retry_after})
        with serving({RUS: (busy, Answer(PAGE))}) as (address, _):
            raw, told = load(address, tmp_path)
        assert (raw, told.waits) == (PAGE, [wait])

    def test_a_pause_that_is_too_long_is_left_to_the_person(self, tmp_path: Path) -> None:
        assert refusal({RUS: Answer(code=429, headers={"Retry-After": "3600"})}, tmp_path) == (
            f"http://server{RUS}: the server asks to wait 3600 seconds; run the command again later: what was loaded is kept")

    def test_a_server_that_stays_busy(self, tmp_path: Path) -> None:
        assert refusal({RUS: Answer(code=503)}, tmp_path) == (
            f"http://server{RUS}: the server is not ready (503), 6 times; run the command again later: what was loaded is kept")

    def test_a_page_that_comes_in_pieces_is_whole(self, tmp_path: Path) -> None:
        with serving({RUS: replace(MARKED, pieces=True)}) as (address, _):
            assert load(address, tmp_path)[0] == PAGE

    def test_a_silent_server_is_not_waited_for(self, tmp_path: Path) -> None:
        assert refusal({RUS: Answer(silent=True)}, tmp_path, SHORT) == (
            f"http://server{RUS}: the server did not answer in time, 6 times; run the command again later: what was loaded is "
            "kept")


    @pytest.mark.parametrize("drip", [Answer(PAGE, drips="head"), Answer(PAGE, drips="body"),
                                      Answer(PAGE, drips="body", sized=False)])
    def test_a_server_that_gives_byte_by_byte_without_end_is_left(self, tmp_path: Path, drip: Answer) -> None:
        assert refusal({RUS: drip}, tmp_path, longest=SHORT) == (
            f"http://server{RUS}: the page was not there after 0.2 seconds; run the command again later: what was loaded is kept")

    @pytest.mark.parametrize("odd", ["Tue, 24 Nov 99999 02:06:00 GMT", "9" * 400, "Tue, 99 Nov 2026 99:99:99 +9999", "0", "-1",
                                     "Tue, 24 Nov 2026 02:06:00 +99999999999999999999", "٧", "", "Mon, 01 Jan 0001 00:00:00 +2359"])
    def test_odd_dates_of_a_server_are_none(self, tmp_path: Path, odd: str) -> None:
        busy = Answer(code=503, headers={"Retry-After": odd.encode().decode("latin-1")}, date=odd.encode().decode("latin-1"))
        with serving({RUS: (busy, replace(MARKED, date=odd.encode().decode("latin-1")))}) as (address, _):
            assert load(address, tmp_path)[0] == PAGE


class TestHalfPages:
    def test_a_page_that_was_cut_off_is_gone_on_with(self, tmp_path: Path) -> None:
        with serving({RUS: (replace(MARKED, cut=900), replace(MARKED, cut=400), MARKED)}) as (address, asked):
            raw, _ = load(address, tmp_path)
        assert raw == PAGE
        assert [(each.get("range"), each.get("if-range")) for each in asked.headers] == [
            (None, None), ("bytes=900-", '"one"'), ("bytes=1300-", '"one"')]

    def test_another_day_goes_on_where_the_last_one_ended(self, tmp_path: Path) -> None:
        assert "the connection was cut off in the middle of the page, 6 times" in refusal(
            {RUS: (replace(MARKED, cut=900), *(replace(MARKED, cut=0),) * 9)}, tmp_path)
        cached = next(tmp_path.iterdir())
        with serving({RUS: MARKED}) as (address, asked):
            cached.rename(tmp_path / server_at(address).name)
            raw, _ = load(address, tmp_path)
        assert (raw, asked.headers[0]["range"]) == (PAGE, "bytes=900-")

    def test_a_page_that_has_changed_meanwhile_is_begun_anew(self, tmp_path: Path) -> None:
        other = public_page("rus").encode()
        with serving({RUS: (replace(MARKED, cut=900), Answer(other, headers={"ETag": '"two"'}))}) as (address, _):
            assert load(address, tmp_path)[0] == other

    def test_a_page_without_a_mark_is_begun_anew(self, tmp_path: Path) -> None:
        with serving({RUS: (Answer(PAGE, cut=900), Answer(PAGE))}) as (address, asked):
            assert load(address, tmp_path)[0] == PAGE
        assert "range" not in asked.headers[1]

    def test_another_part_than_the_one_asked_for_is_not_taken(self, tmp_path: Path) -> None:
        wrong = Answer(PAGE[500:], 206, {"Content-Range": f"bytes 500-{len(PAGE) - 1}/{len(PAGE)}"})
        with serving({RUS: (replace(MARKED, cut=900), wrong, MARKED)}) as (address, _):
            assert load(address, tmp_path)[0] == PAGE

    @pytest.mark.parametrize("headers", [{"etag": '"two"'}, {}, {"etag": 'W/"one"'}, {"Last-Modified": '"one"x'}])
    @pytest.mark.parametrize("part", ["900-{last}/{size}", "900-{last}/*"])
    def test_the_rest_of_another_edition_is_not_joined_to_the_beginning(self, tmp_path: Path, headers: dict[str, str],
                                                                        part: str) -> None:
        told = {"Content-Range": f"bytes {part.format(last=len(PAGE) - 1, size=len(PAGE))}", **headers}
        with serving({RUS: (replace(MARKED, cut=900), Answer(b"x" * (len(PAGE) - 900), 206, told), MARKED)}) as (address, asked):
            assert load(address, tmp_path)[0] == PAGE
        assert "range" not in asked.headers[2]

    @pytest.mark.parametrize("part", ["", "bytes", "bytes 900-", "bytes 900-901/99999", "bytes */9", "bytes 9" + "9" * 5_000 + "-1/*",
                                      "bytes \u0669-\u0669/*", "items 900-9999/10000", "bytes 900-899/900"])
    def test_odd_parts_are_not_taken(self, tmp_path: Path, part: str) -> None:
        wrong = Answer(PAGE[900:], 206, {"etag": '"one"', "Content-Range": part.encode().decode("latin-1")})
        with serving({RUS: (replace(MARKED, cut=900), wrong, MARKED)}) as (address, _):
            assert load(address, tmp_path)[0] == PAGE

    @pytest.mark.parametrize("mark", ["\u00e9", '"\u00d0\u00be"', "", " "])
    def test_a_mark_that_cannot_be_sent_back_is_none(self, tmp_path: Path, mark: str) -> None:
        odd = Answer(PAGE, headers={"ETag": mark})
        with serving({RUS: (replace(odd, cut=900), odd)}) as (address, asked):
            assert load(address, tmp_path)[0] == PAGE
        assert "range" not in asked.headers[1]

    def test_a_page_of_no_stated_size_that_lacks_its_end(self, tmp_path: Path) -> None:
        assert refusal({RUS: Answer(PAGE[:900], sized=False)}, tmp_path) == (
            f"http://server{RUS}: the server gave half a page, without its end, 6 times; run the command again later: what was "
            "loaded is kept")

    def test_a_page_that_was_damaged_on_disk_is_asked_for_again(self, tmp_path: Path) -> None:
        with serving({RUS: MARKED}) as (address, asked):
            load(address, tmp_path)
            next(tmp_path.rglob("*.html")).write_bytes(PAGE[:-300])
            assert load(address, tmp_path)[0] == PAGE
        assert len(asked.paths) == 2


class TestWrongAnswers:
    @pytest.mark.parametrize(("answer", "line"), [
        (Answer(code=404), "there is no such document; look for its id on adilet.zan.kz"),
        (Answer(code=403), "the server asks who is there (403); save the page in a browser, and import it"),
        (Answer(code=409), "the server answers 409 Conflict; open the address in a browser"),
        (Answer(PAGE, kind="application/pdf"), "this is application/pdf, not a page; open the address in a browser"),
        (Answer(PAGE, headers={"Content-Encoding": "gzip"}), ("the page comes packed (gzip), which was not asked for; save the "
                                                              "page in a browser, and import it")),
        (Answer(code=302, headers={"Location": "https://example.org/rus/docs/x"}),
         "the server leads to another one, https://example.org; name that one with --address if it is to be trusted"),
        (Answer(code=302, headers={"Location": "/user/login?next=x"}),
         "the server leads to a login page; save the page in a browser, and import it"),
        (Answer(code=302, headers={"Location": "http://[::1"}), ("the connection was cut off in the middle of the page, 6 times; run "
                                                                 "the command again later: what was loaded is kept")),
        (Answer(code=302, headers={"Location": "javascript:1"}), "the server leads to what is no address; open the address in a browser"),
        (Answer(code=302, headers={"Location": "http://xn--/"}), "the server leads to what is no address; open the address in a browser"),
        (Answer(code=302, headers={"Location": RUS}), "the server leads in circles; open the address in a browser"),
        (Answer(LOGIN.encode()), ("this is a page to log in ('Вход'), not the text of a law; open the law in a browser and save "
                                 "the page again")),
        (Answer("Бөгде бет".encode("windows-1251", "replace") + "<html>Часы</html>".encode("windows-1251")), None),
    ])
    def test_an_answer_that_is_no_page_of_a_law(self, tmp_path: Path, answer: Answer, line: str | None) -> None:
        told = refusal({RUS: answer}, tmp_path)
        assert told == f"http://server{RUS}: {line}" if line else "is not UTF-8; convert the file" in told
        assert not list(tmp_path.rglob("*.html")), "it would be taken for whole the next time"

    def test_a_page_in_windows_1251_that_says_so_is_kept_as_it_is(self, tmp_path: Path) -> None:
        raw = public_page("rus").replace('charset="utf-8"', 'charset="windows-1251"').encode("windows-1251")
        with serving({RUS: Answer(raw, kind="text/html; charset=windows-1251")}) as (address, _):
            assert load(address, tmp_path)[0] == raw

    def test_a_page_larger_than_any_law_is_not_read(self, tmp_path: Path) -> None:
        huge = Answer(PAGE, headers={"Content-Length": str(MOST_BYTES + 1)}, sized=False)
        assert refusal({RUS: huge}, tmp_path) == (
            f"http://server{RUS}: the page has 64,000,001 bytes or more, more than any law (64,000,000); open the address in a "
            "browser")

    def test_where_the_same_server_leads_is_followed(self, tmp_path: Path) -> None:
        with serving({RUS: Answer(code=301, headers={"Location": f"{RUS}/"}), f"{RUS}/": Answer(PAGE)}) as (address, _):
            raw, told = load(address, tmp_path)
        assert (raw, told.waits) == (PAGE, [2.0])

    def test_a_server_that_does_not_say_the_day(self, tmp_path: Path) -> None:
        with serving({RUS: Answer(PAGE, date=None)}) as (address, _):
            asking = Asking(server_at(address), None, tmp_path)
            (law,) = fetch(LAW, ("rus",), asking, print, print)
        assert [each.retrieved for each in law.editions()] == [None]

    def test_no_server_at_all(self, tmp_path: Path) -> None:
        with serving({}) as (address, _):
            pass
        with pytest.raises(SourceError, match=r"localhost cannot be reached \(.*Connection refused\); check the network"):
            load(address, tmp_path)


class TestCertificates:
    @pytest.fixture
    def certified(self, tmp_path: Path) -> Callable[[str], Path]:
        """Make a certificate for a host that no usual authority has signed."""
        def make(host: str) -> Path:
            path = tmp_path / f"{host}.pem"
            done = subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                                   f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}", "-keyout", str(path), "-out",
                                   str(tmp_path / "certificate")], capture_output=True, check=True)
            assert done.returncode == 0
            path.write_text(path.read_text(encoding="utf-8") + (tmp_path / "certificate").read_text(encoding="utf-8"), encoding="utf-8")
            return path
        return make

    def ask(self, address: str, folder: Path, certificate: Path | None) -> bytes:
        asking = Asking(server_at(address), certificate, folder / "cache")
        (law,) = fetch(LAW, ("rus",), asking, print, print)
        return next(law.editions()).raw

    def test_a_server_that_nobody_vouches_for_is_refused(self, tmp_path: Path, certified: Callable[[str], Path]) -> None:
        with serving({RUS: Answer(PAGE)}, certified("localhost")) as (address, asked), pytest.raises(SourceError) as told:
            self.ask(address, tmp_path, None)
        assert str(told.value) == (
            f"{address}{RUS}: the certificate of localhost cannot be trusted (self-signed certificate); name the certificate "
            "of its authority with --certificate, or ask who runs the network")
        assert asked.paths == []

    def test_it_is_trusted_when_its_certificate_is_named(self, tmp_path: Path, certified: Callable[[str], Path]) -> None:
        certificate = certified("localhost")
        with serving({RUS: Answer(PAGE)}, certificate) as (address, _):
            assert self.ask(address, tmp_path, certificate) == PAGE

    def test_the_certificate_of_another_host_is_refused_even_then(self, tmp_path: Path, certified: Callable[[str], Path]) -> None:
        certificate = certified("example.org")
        with serving({RUS: Answer(PAGE)}, certificate) as (address, _), pytest.raises(SourceError, match="Hostname mismatch"):
            self.ask(address, tmp_path, certificate)

    def test_a_file_that_is_no_certificate(self, tmp_path: Path) -> None:
        path = tmp_path / "letter.pem"
        path.write_text("Dear Sir,", encoding="utf-8")
        with pytest.raises(SourceError, match=r"letter.pem: this is no certificate; give a file in PEM form"):
            self.ask("https://localhost:1", tmp_path, path)

    def test_nothing_switches_verification_off(self) -> None:
        told = CliRunner().invoke(main, ["fetch", "--help"]).stdout
        assert not [word for word in ("insecure", "verify", "unverified") if f"--{word}" in told or f"--no-{word}" in told]
