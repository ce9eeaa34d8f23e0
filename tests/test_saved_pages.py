"""Pages as browsers and their extensions save them, and files that are none."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from lawgraph.intake.files import laws_in
from lawgraph.law.errors import SourceError
from lawgraph.parsing.document import parse_law
from lawgraph.reading.opening import read, read_whole
from public_page import LAW, public_page

ADDRESS = f"https://adilet.zan.kz/rus/docs/{LAW}"
NAMELESS = public_page("rus").replace(f'<li><a href="/rus/docs/{LAW}/info">info</a></li>', "")
RED = '</p><p style="color: {}">      Статья 1 будет изложена иначе.</p><p>'


def mhtml(page: str, address: str = ADDRESS, encoding: str = "quoted-printable") -> bytes:
    whole = EmailMessage()
    whole["From"], whole["Snapshot-Content-Location"] = "<Saved by Blink>", address
    whole.make_mixed()
    part = EmailMessage()
    part.set_content(page, subtype="html", cte=encoding)
    picture = EmailMessage()
    picture.set_content(b"\x89PNG", maintype="image", subtype="png")
    whole.attach(part)
    whole.attach(picture)
    return whole.as_bytes()


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_page_saved_as_one_file_is_that_page(encoding: str) -> None:
    source = read_whole(mhtml(NAMELESS, encoding=encoding), "page.mhtml")
    assert (source.said.id, source.said.lang, source.said.number) == (LAW, "rus", "7-V")
    assert source.text == read(public_page("rus").encode(), "page.html").text


def test_such_a_page_in_a_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "Часы.mhtml").write_bytes(mhtml(NAMELESS))
    law, = laws_in(tmp_path).laws
    found, = law.editions()
    assert found.suffix == ".mhtml"


def test_a_file_without_its_page_is_refused() -> None:
    with pytest.raises(SourceError, match="no page is in this file"):
        read(mhtml(NAMELESS).replace(b"text/html", b"text/rtf"), "page.mhtml")


@pytest.mark.parametrize("above", [
    f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Thu Mar 05 2026 10:11:12 GMT+0500 (Kazakhstan)\n-->",
    f"<!-- Mirrored from adilet.zan.kz/rus/docs/{LAW} by HTTrack Website Copier/3.x, Thu, 05 Mar 2026 05:11:12 GMT -->",
    f'<meta name="savepage-url" content="{ADDRESS}">'])
def test_what_saved_a_page_tells_its_address(above: str) -> None:
    said = read(NAMELESS.replace("<head>", f"<head>{above}").encode(), "page.html").said
    assert (said.id, said.lang, said.address) == (LAW, "rus", ADDRESS)


@pytest.mark.parametrize("color", ["rgb(255, 0, 0)", "rgba(255,0,0,1)", "rgb(255 0 0)", "#FF0000", "red"])
def test_red_is_red_however_it_is_written(color: str) -> None:
    document = parse_law(read(public_page("rus", RED.format(color)).encode(), "page.html"), "rus", "page.html")
    assert [each.eids for each in document.unread] == [("art_1",)]


def test_another_colour_says_nothing() -> None:
    document = parse_law(read(public_page("rus", RED.format("rgb(232, 230, 227)")).encode(), "page.html"), "rus", "page.html")
    assert document.provisions[-1].text == "Статья 1 будет изложена иначе."


@pytest.mark.parametrize(("raw", "name"), [
    (b"%PDF-1.4\n\xe2\xe3", "PDF"), (b"PK\x03\x04\x14\x00", "DOCX"), (b"\xd0\xcf\x11\xe0\xa1\xb1", "DOC"), (b"{\\rtf1\\ansi}", "RTF")])
def test_a_file_in_another_format_is_refused_as_what_it_is(raw: bytes, name: str) -> None:
    with pytest.raises(SourceError) as told:
        read(raw, "law")
    assert str(told.value) == (f"law: this is a file in the format {name}, which is not read; "
                               "save the page of the law in a browser, or its text as plain text")
