"""Whatever bytes come in, they give a document or records with what does not fit, or one line that says why not."""

from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lawgraph.commands.cli import main
from lawgraph.facts.acts import load_acts, load_notes
from lawgraph.intake.corpus import manifest_of
from lawgraph.law.errors import LawgraphError
from lawgraph.parsing.document import parse_law
from lawgraph.reading.opening import read_whole
from lawgraph.reading.requisites import read_meta

ROOT = Path(__file__).resolve().parents[1]
FORMATS = ROOT / "tests" / "golden_formats"
TEXTS = {path.name: path.read_bytes() for path in sorted((FORMATS / "sundials").iterdir())}
META = next(FORMATS.rglob("meta.yaml")).read_bytes()
MANIFEST = next((ROOT / "corpus").glob("*/manifest.toml")).read_bytes()
NOTES = next((ROOT / "corpus").glob("*/notes.toml")).read_bytes()
ACTS = {path.name: path.read_bytes() for path in sorted((ROOT / "amendments").glob("*.toml"))[:3]}
ODD = [b"<", b">", b"&", b"<!--", b"-->", b"</div>", b"<b", b"\x00", b"\xff", b"\xed\xa0\x80", b"\\ud800", b"{", b"[", b'"', b"'",
       b"---\n", b"> *", b"|", b"*", b"&a [*a]", b"*a", b"9" * 5_000, b"9999-99-99", b"0000-00-00", b"-1", b"1e999", b"nan",
       "\ue041\u202e\ufdd0\U0010ffff".encode(), b"\r", b"\x0b", "Статья 1-1-1-1".encode(), "Сноска. ".encode(), b"[[source]]\n",
       b"\n\n", b"[" * 3_000, b"{a=" * 500, b'"""', b"#" * 7, b"!!python/object:os.system", b"true", b"null", b"2010-02-30"]
HASTY = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def mutated(draw: st.DrawFn, raw: bytes) -> bytes:
    """Draw bytes of which some were cut out, doubled, or had odd ones put in."""
    for _ in range(draw(st.integers(1, 6))):
        place, length = draw(st.integers(0, len(raw))), draw(st.integers(0, 40))
        odd = draw(st.one_of(st.sampled_from(ODD), st.binary(max_size=6)))
        raw = raw[:place] + odd + raw[place + (length if draw(st.booleans()) else 0):]
    return raw


@pytest.mark.parametrize("name", TEXTS)
@HASTY
@given(drawn=st.data())
def test_a_text(name: str, drawn: st.DataObject) -> None:
    raw = drawn.draw(mutated(TEXTS[name]))
    with suppress(LawgraphError):
        document = parse_law(read_whole(raw, name), name[:3], name)
        assert "".join(document.text[each.start:each.end] for each in document.segments) == document.text


@HASTY
@given(raw=mutated(META))
def test_what_stands_beside_a_text(raw: bytes) -> None:
    with suppress(LawgraphError):
        read_meta(raw, "meta.yaml")


@HASTY
@given(raw=mutated(MANIFEST))
def test_a_manifest(raw: bytes) -> None:
    with suppress(LawgraphError):
        manifest_of(raw.decode("utf-8", errors="replace"), Path("manifest.toml"))


@pytest.mark.parametrize("name", ACTS)
@HASTY
@given(drawn=st.data())
def test_facts(name: str, drawn: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("facts")
    (folder / name).write_bytes(drawn.draw(mutated(ACTS[name])))
    (folder / "notes").mkdir()
    (folder / "notes" / "notes.toml").write_bytes(drawn.draw(mutated(NOTES)))
    acts, faults = load_acts(folder)
    assert acts or faults
    load_notes(folder / "notes" / "notes.toml")


@settings(max_examples=20, deadline=None)
@given(raw=st.one_of(st.binary(), mutated(TEXTS["rus.json"])))
def test_the_command_line_tells_it_in_one_line(raw: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / "law.txt"
    path.write_bytes(raw)
    answer = CliRunner().invoke(main, ["parse", str(path)])
    assert answer.exit_code == 0 or (answer.exit_code, answer.stderr.count("\n")) == (2, 1)
    assert "not foreseen" not in answer.stderr


def test_what_nobody_foresaw_names_the_input_and_asks_for_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lawgraph.commands.reading.read_path", lambda *_: 1 // 0)
    answer = CliRunner().invoke(main, ["parse", "law.txt"])
    assert (answer.exit_code, answer.stderr.count("\n")) == (2, 1)
    assert answer.stderr.startswith("lawgraph: parse law.txt: this was not foreseen (ZeroDivisionError at commands/reading.py:")
    assert answer.stderr.endswith("; please report it, with the input\n")
