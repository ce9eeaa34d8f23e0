"""Every character that a reader of a source sees is owned by something in the document, or a finding tells of it."""

import json

import pytest

from lawgraph.law.document import Document, Role, Severity, UnreadKind
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
    "html": [('<input value="{}">', "picture"), ('<img src=x alt="{}">', "picture"), ("<noscript>{}</noscript>", "beside_the_text"),
             ("<aside>{}</aside>", "beside_the_text"), ("<p hidden>{}</p>", "hidden_text"), ("<p {}>x</p>", "words_in_tag"),
             ("<p style='display:none'>{}</p>", "hidden_text"), ("x<b и {}>y", "words_in_tag")],
    "page": [("<p>{}</p>", "beside_the_text"), ("<table><tr><td>{}", "beside_the_text"), ("{}", "beside_the_text")],
    "fields": [({"more": f"о часах и {SEEN}"}, "unknown_field"), ({"more": [{"deep": {"er": [f"{SEEN} бьёт"]}}]}, "unknown_field"),
               ({"metadata": {"more": SEEN}}, "unknown_field"), ({"version": {"metadata": {"more": SEEN}}}, "unknown_field"),
               ({"version": [SEEN]}, "unknown_field"), ({"content2": [{"type": "text", "text": SEEN}]}, "unknown_field")],
    "json": [({"type": "text", "text": "а", "children": [SEEN]}, "unknown_field"), ({"type": "text", "text": [SEEN]}, "unknown_field"),
             ({"type": "text", "text": {"rus": SEEN}}, "unknown_field"),
             ([SEEN], "unknown_field"), ({"type": "text", "text": f"<nav>{SEEN}</nav>"}, "beside_the_text")],
}


def document(form: str, body: object) -> Document:
    content = [{"type": "article", "text": "Статья 1. Имя"}, {"type": "point", "text": "1. Часы."}]
    if form == "fields":
        text = json.dumps({"code": "7", "language": "rus", "content": content, **(body if isinstance(body, dict) else {})})
    elif form == "json":
        text = json.dumps({"code": "7", "language": "rus", "content": [*content, body]})
    elif form == "page":
        text = PAGE.replace("<body>", f"<body>{body}").replace("{}", "")
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
    assert {each.role for each in told.segments if SEEN in told.text[each.start:each.end]} <= {Role.NOTE}
    assert kind in {finding.kind for finding in told.findings}


OUTSIDE = ["</div><p>Статья 2. Бой</p><p>1. Маятник</p><div>", "</div>Статья 2. Бой<br>1. Маятник<div>", "</article></div><ul><li>Маятник</li></ul><div>",
           '</div><div class="container_gamma text_new"><p>Статья 2. Маятник</p></div><div>',
           '</article></div></div></article></div><a href="#z3"><div class="container_gamma text"><p>2. Часы.</p></div><p>Маятник</p><div>',
           '</div><a href="#z2">Маятник</a><div class="container_gamma text"><p>2. Часы идут.</p>']


@pytest.mark.parametrize("way", OUTSIDE)
def test_what_stands_behind_the_first_line_of_the_law_outside_its_text_may_be_of_the_law(way: str) -> None:
    """A stray end of an element ends the text early: the article above it, and what is not printed, are not sure then."""
    told = document("html", way)
    unread = [each for each in told.unread if "Маятник" in each.text]
    assert [(each.kind, each.eids) for each in unread] == [(UnreadKind.TEXT, ("art_1", "law"))]
    assert "beside_the_text" in {finding.kind for finding in told.findings if finding.severity is Severity.ERROR}


@pytest.mark.parametrize("around", [
    "<header><p>Статья 2. Маятник</p></header>", '<div id="menu"><p>Статья 2. Маятник</p></div>', "<p><a>Статья 2. Маятник</a></p>",
    '<div class="main tabs"><b>Статья 2. Маятник</b></div>', "<nav>Статья 2. Маятник</nav>", "<p hidden>Статья 2. Маятник</p>",
    "<p>Ведутся технические работы.</p>", "<script>Статья 2. Маятник</script>"])
def test_what_pages_have_around_the_text_makes_nothing_less_sure(around: str) -> None:
    plain, told = document("page", ""), document("page", around)
    assert told.unread == plain.unread == ()
    assert (told.provisions[0].eid, told.number, told.title) == (plain.provisions[0].eid, plain.number, plain.title)
    footer = PAGE.replace("</body>", "<p>Статья 2. Маятник</p></body>").replace("{}", "")
    assert document("html", "").text == parse_law(read(footer.encode(), "page"), "rus", "page").text


def test_what_looks_like_a_unit_above_the_text_may_be_of_the_law() -> None:
    for way in ("<p>Статья 2. Маятник</p>", "<p>1. Маятник.</p>"):
        assert [each.eids for each in document("page", way).unread] == [("law",)]
