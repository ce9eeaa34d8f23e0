"""Every character that a reader of a source sees is owned by something in the document, or a finding tells of it."""

import json

import pytest

from lawgraph.law.model import Document, Role
from lawgraph.parsing.document import parse_law
from lawgraph.reading.opening import read

SEEN = "Маятник"
PAGE = ('<!DOCTYPE html><html lang="ru"><body><div class="container_gamma text"><article><h1>О часах</h1><p>Статья 1. Имя</p>'
        '<p>1. Часы.</p>{}</article></div><div class="aftertext"></div></body></html>')
MARKDOWN = "# О часах\n\nЗакон Республики Казахстан от 29 апреля 2010 года № 271-IV\n\n### Статья 1. Имя\n\n1. Часы.\n\n{}\n"
PLAIN = " О часах\n\n Статья 1. Имя\n\n      1. Часы.\n{}\n"
OWNED = {
    "html": ["<textarea>{}</textarea>", "<select><option>{}</select>", "<button>{}</button>", "<iframe>{}</iframe>", "<xmp>{}</xmp>",
             "<noframes>{}</noframes>", "<math><mi>{}</mi></math>", "<ruby>a<rt>{}</rt></ruby>", "<plaintext>{}", "<dialog open>{}</dialog>",
             "<table><tr>{}<td>a</td></tr></table>", "<table><caption>{}</caption><tr><td>a</table>", "<p>{}", "{}", "</p>{}",
             "<details><summary>{}</summary></details>", "<fieldset><legend>{}</legend></fieldset>", "<![CDATA[{}]]>", "<!{}>", "<?{}>",
             "<p style='visibility:hidden'>{}</p>", "<table><tr><td>a<td><p>{}<p>b</table>", "<p>&nbsp;{}&shy;</p>", "<ol><li>{}</ol>",
             "<p>9<sup>{}</sup></p>", '<div class="container_gamma text">{}</div>', "<p>a<!-- b -->{}<!-- c --></p>", "<p>x<5 {}</p>"],
    "md": ["~~~\n{}\n~~~", "```\n{}\n```", "{}\n===", "`{}`", "> > {}", "<{}>", "|{}|b|", "{}\n--|--\nа|б", "## {} #", "#{}", "* {}",
           "<table><tr><td>a</table>{}", "{}<table><tr><td>a</table>", "<table>\n<tr><td>{}</td></tr>\n</table>", "<!-- a\n{}\nb",
           "<!-- a --> {} <!-- b -->", '<a id="z1">{}</a>', "[^1]: {}", '[a](b "{}")', "        {}", "[[{}]](x)", "--- {}", "a\u2028{}",
           "- [{}](#z1)", "a<b и {}>c", "\\{}", ">{}", "| {}", "{} |", "a\x0b{}"],
    "json": ["{}", "<p>{}", "a<!-- b --> {}", "a<!-- {}", "<table><tr><td>a</table>{}", "x<5 {}>y", "&lt;{}&gt;", "<{}>", "a\n{}"],
    "txt": ["{}", "\t{}", "\x0b{}", "\x0c{}", "\ufeff{}", "а\r{}", "\u2028{}", "\x85{}", "\x00{}", "<{}>", "<!-- {} -->"],
}
TOLD: dict[str, list[tuple[object, str]]] = {
    "html": [('<input value="{}">', "unknown_element"), ('<img src=x alt="{}">', "picture"), ("<noscript>{}</noscript>", "beside_the_text"),
             ("<aside>{}</aside>", "beside_the_text"), ("<p hidden>{}</p>", "hidden_text"), ("<p {}>x</p>", "words_in_tag"),
             ("<p style='display:none'>{}</p>", "hidden_text"), ("x<b и {}>y", "words_in_tag")],
    "json": [({"type": "text", "text": "а", "children": [SEEN]}, "unknown_field"), ({"type": "text", "text": [SEEN]}, "unknown_field"),
             ({"type": "text", "text": {"rus": SEEN}}, "unknown_field"),
             ([SEEN], "unknown_field"), ({"type": "text", "text": f"<nav>{SEEN}</nav>"}, "beside_the_text")],
}


def document(form: str, body: object) -> Document:
    if form == "json":
        content = [{"type": "article", "text": "Статья 1. Имя"}, {"type": "point", "text": "1. Часы."}, body]
        text = json.dumps({"code": "7", "language": "rus", "content": content})
    else:
        text = {"html": PAGE, "md": MARKDOWN, "txt": PLAIN}[form].replace("{}", str(body))
    return parse_law(read(text.encode(), form), "rus", form)


@pytest.mark.parametrize(("form", "way"), [(form, way) for form, ways in OWNED.items() for way in ways])
def test_what_is_seen_has_an_owner(form: str, way: str) -> None:
    words = way.replace("{}", SEEN)
    told = document(form, {"type": "text", "text": words} if form == "json" else words)
    owners = {each.role for each in told.segments if SEEN in told.text[each.start:each.end]}
    assert owners - {Role.LAYOUT} == owners != set()
    assert "".join(told.text[each.start:each.end] for each in told.segments) == told.text


@pytest.mark.parametrize(("form", "body", "kind"), [(form, *told) for form, all_told in TOLD.items() for told in all_told])
def test_what_is_not_read_is_told(form: str, body: object, kind: str) -> None:
    told = document(form, body.replace("{}", SEEN) if isinstance(body, str) else body)
    assert SEEN not in told.text
    assert kind in {finding.kind for finding in told.findings}
