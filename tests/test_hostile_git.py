"""A repository is read for what it holds: nothing that it, its user or the shell says of git's ways is obeyed."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from git_acts import AMENDED, CLOCKS, FIRST, Repository, meta, with_three_editions
from lawgraph.commands.cli import main

THIRD_DAY = "2016-01-01"


class Snare:
    """Be a program that leaves a trace when it is run."""

    def __init__(self, folder: Path) -> None:
        self.trace, self.program = folder / "trace", folder / "snare.sh"
        self.program.write_text(f"#!/bin/sh\n: > '{self.trace}'\nexit 0\n", encoding="utf-8")
        self.program.chmod(0o755)

    @property
    def sprung(self) -> bool:
        """Tell whether it was run since the last question."""
        was_run = self.trace.exists()
        self.trace.unlink(missing_ok=True)
        return was_run


@pytest.fixture
def snare(tmp_path: Path) -> Snare:
    return Snare(tmp_path)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return with_three_editions(tmp_path / "repo")[0]


def imported(source: Path, corpus: Path, *options: str) -> tuple[int, str]:
    answer = CliRunner().invoke(main, ["import", str(source), "--corpus", str(corpus), *options], catch_exceptions=False)
    return answer.exit_code, answer.stderr


def taken(source: Path, corpus: Path, *options: str) -> dict[str, bytes]:
    """Import a source that can be imported; return all files of the corpus."""
    code, told = imported(source, corpus, *options)
    assert code == 0, told
    return {path.relative_to(corpus).as_posix(): path.read_bytes() for path in corpus.rglob("*") if path.is_file()}


def refusal(source: Path, corpus: Path, *options: str) -> str:
    code, told = imported(source, corpus, *options)
    assert (code, told.count("\n")) == (2, 1), told
    return told.strip().removeprefix("lawgraph: ")


def _signed(repository: Repository, snare: Snare) -> None:
    signed = repository.git("cat-file", "commit", "HEAD").replace(
        "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n\n", 1)
    (repository.path / "signed").write_text(signed + "\n", encoding="utf-8")
    repository.git("update-ref", "HEAD", repository.git("hash-object", "-t", "commit", "-w", "signed"))
    repository.git("config", "log.showSignature", "true")
    repository.git("config", "gpg.program", str(snare.program))


def _monitored(repository: Repository, snare: Snare) -> None:
    repository.git("config", "core.fsmonitor", str(snare.program))


def _hooked(repository: Repository, snare: Snare) -> None:
    repository.git("config", "core.hooksPath", str(repository.path / ".git" / "own"))
    for folder in ("own", "hooks"):
        (repository.path / ".git" / folder).mkdir(exist_ok=True)
        (repository.path / ".git" / folder / "post-index-change").symlink_to(snare.program)


def _compared_outside(repository: Repository, snare: Snare) -> None:
    repository.git("config", "diff.external", str(snare.program))


def _filtered_by_attributes(repository: Repository, snare: Snare) -> None:
    (repository.path / ".git" / "info").mkdir(exist_ok=True)
    (repository.path / ".git" / "info" / "attributes").write_text("*.md diff=law\n", encoding="utf-8")
    repository.git("config", "diff.law.textconv", str(snare.program))


def _paged(repository: Repository, snare: Snare) -> None:
    repository.git("config", "alias.past", f"!{snare.program}")
    for name in ("core.pager", "pager.log", "pager.rev-list", "core.editor", "core.askPass", "core.sshCommand",
                 "credential.helper", "core.alternateRefsCommand", "core.gitProxy", "uploadpack.packObjectsHook"):
        repository.git("config", name, str(snare.program))


RUN_PROGRAMS: list[tuple[Callable[[Repository, Snare], None], tuple[str, ...]]] = [
    (_signed, ("log",)), (_monitored, ("status",)), (_hooked, ("reset", "--hard")), (_compared_outside, ("diff", "HEAD~1")),
    (_filtered_by_attributes, ("log", "-p")), (_paged, ("past",))]


@pytest.mark.parametrize(("set_up", "springs"), RUN_PROGRAMS, ids=lambda each: getattr(each, "__name__", None))
def test_no_program_that_a_repository_names_is_run(repository: Repository, snare: Snare, tmp_path: Path,
                                                   set_up: Callable[[Repository, Snare], None],
                                                   springs: tuple[str, ...]) -> None:
    set_up(repository, snare)
    repository.git(*springs)
    assert snare.sprung, "a git that obeys the repository runs the program"
    assert "5 new editions" in imported(repository.path, tmp_path / "corpus")[1]
    assert not snare.sprung


def test_what_is_not_there_is_not_fetched(repository: Repository, snare: Snare, tmp_path: Path) -> None:
    blob = repository.git("rev-parse", f"HEAD:{CLOCKS}/rus.md")
    for name, value in (("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"),
                        ("remote.origin.promisor", "true"), ("remote.origin.url", str(tmp_path / "nowhere")),
                        ("remote.origin.uploadpack", str(snare.program))):
        repository.git("config", name, value)
    (repository.path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    subprocess.run(["git", "cat-file", "-p", blob], cwd=repository.path, capture_output=True, check=False)
    assert snare.sprung, "a git that obeys the repository asks where the repository says"
    assert refusal(repository.path, tmp_path / "corpus") == (
        f"{repository.path}: the contents {blob[:12]} are missing or broken; clone the repository again")
    assert not snare.sprung


WAYS = [
    ("log.showRoot", "false"), ("log.showSignature", "true"), ("log.mailmap", "true"), ("log.follow", "true"),
    ("log.date", "raw"), ("log.diffMerges", "off"), ("log.excludeDecoration", "*"), ("format.pretty", "oneline"),
    ("i18n.logOutputEncoding", "KOI8-R"), ("i18n.commitEncoding", "KOI8-R"), ("diff.renames", "copies"),
    ("diff.orderFile", "order"), ("diff.noprefix", "true"), ("diff.relative", "true"), ("diff.ignoreSubmodules", "all"),
    ("core.quotePath", "false"), ("core.abbrev", "4"), ("core.worktree", "/nowhere"), ("core.bare", "true"),
    ("core.ignoreCase", "true"), ("core.autocrlf", "true"), ("core.precomposeUnicode", "true"), ("trailer.separators", "#"),
    ("trailer.cause.key", "Cause-Act-Code: 1"), ("core.commitGraph", "true"), ("core.useReplaceRefs", "true"),
    ("core.multiPackIndex", "true"), ("core.packedGitLimit", "1"), ("core.repositoryFormatVersion", "99"),
    ("extensions.unheard", "true"), ("core.notesRef", "refs/heads/main"), ("include.path", "pipe"), ("color.ui", "always")]


@pytest.fixture
def told_by_trailers(tmp_path: Path) -> Repository:
    """A repository whose commits alone tell the day and the cause."""
    repository = Repository(tmp_path / "repo")
    repository.edition("2012-03-01", CLOCKS, {"rus.md": FIRST, "meta.yaml": meta("2012-03-01").partition("version")[0]})
    repository.edition("2014-07-05", CLOCKS, {"rus.md": FIRST + "\n\nСтрока.\n"}, Cause_Act_Requisite=AMENDED)
    return repository


@pytest.mark.parametrize(("name", "value"), WAYS, ids=[name for name, _ in WAYS])
def test_no_setting_changes_what_is_read(told_by_trailers: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                         name: str, value: str) -> None:
    plain = taken(told_by_trailers.path, tmp_path / "plain")
    os.mkfifo(told_by_trailers.path / ".git" / "pipe")
    (section, *sub), key = name.split(".")[:-1], name.rpartition(".")[2]
    header = f'[{section} "{sub[0]}"]' if sub else f"[{section}]"
    setting = f'{header}\n\t{key} = "{value}"\n'
    for config in (told_by_trailers.path / ".git" / "config", tmp_path / ".gitconfig"):
        with config.open("a", encoding="utf-8") as file:
            file.write(setting)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert taken(told_by_trailers.path, tmp_path / "set") == plain


@pytest.mark.parametrize(("name", "value"), [
    ("GIT_DIR", "/nowhere"), ("GIT_OBJECT_DIRECTORY", "/nowhere"), ("GIT_NAMESPACE", "other"), ("GIT_EXEC_PATH", "/nowhere"),
    ("GIT_EXTERNAL_DIFF", "/nowhere"), ("GIT_TRACE", "{folder}/trace"), ("GIT_TRACE2", "{folder}/trace"),
    ("GIT_SHALLOW_FILE", "/nowhere"), ("GIT_REPLACE_REF_BASE", "refs/heads/"), ("GIT_DEFAULT_HASH", "sha256"),
    ("GIT_GRAFT_FILE", "{folder}/grafts"), ("GIT_CONFIG_PARAMETERS", "'log.showroot=false'"), ("GIT_LITERAL_PATHSPECS", "1"),
    ("GIT_DIFF_OPTS", "-R"), ("GIT_ALTERNATE_OBJECT_DIRECTORIES", "/dev/zero"), ("GIT_ATTR_SOURCE", "HEAD"),
    ("GIT_CONFIG_COUNT", "a"), ("GIT_INDEX_FILE", "/dev/zero"), ("GIT_REF_PARANOIA", "1"), ("GIT_CEILING_DIRECTORIES", "/")])
def test_nothing_in_the_shell_changes_what_is_read(told_by_trailers: Repository, tmp_path: Path, snare: Snare,
                                                   monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    plain = taken(told_by_trailers.path, tmp_path / "plain")
    (tmp_path / "grafts").write_text(f"{told_by_trailers.git('rev-parse', 'HEAD')}\n", encoding="ascii")
    monkeypatch.setenv(name, value.format(folder=tmp_path))
    assert taken(told_by_trailers.path, tmp_path / "set") == plain
    assert not snare.sprung


class TestOtherHistories:
    """What git has to show another history than the one that was committed."""

    def test_a_replaced_object_is_read_as_it_was_committed(self, repository: Repository, tmp_path: Path) -> None:
        plain = taken(repository.path, tmp_path / "plain")
        first, last = (repository.git("rev-parse", f"{ref}:{CLOCKS}/rus.md") for ref in ("HEAD~2", "HEAD"))
        repository.git("replace", last, first)
        assert repository.git("cat-file", "blob", last) == repository.git("cat-file", "blob", first)
        repository.git("pack-refs", "--all")
        assert taken(repository.path, tmp_path / "replaced") == plain

    def test_a_graft_cuts_nothing_off(self, repository: Repository, tmp_path: Path) -> None:
        plain = taken(repository.path, tmp_path / "plain")
        (repository.path / ".git" / "info").mkdir(exist_ok=True)
        (repository.path / ".git" / "info" / "grafts").write_text(repository.git("rev-parse", "HEAD") + "\n", encoding="ascii")
        assert repository.git("rev-list", "--count", "HEAD") == "1"
        assert taken(repository.path, tmp_path / "grafted") == plain

    def test_a_torn_graph_of_commits_is_not_looked_at(self, repository: Repository, tmp_path: Path) -> None:
        plain = taken(repository.path, tmp_path / "plain")
        for name in ("commit-graph", "multi-pack-index"):
            path = repository.path / ".git" / "objects" / ("info" if name == "commit-graph" else "pack") / name
            path.write_bytes(b"CGPH" * 400)
        assert taken(repository.path, tmp_path / "torn") == plain


class TestKinds:
    """Repositories of every make are read alike."""

    def test_hashes_of_sha256(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GIT_DEFAULT_HASH", "sha256")
        commit = with_three_editions(tmp_path / "repo")[1][2]
        assert len(commit) == 64
        assert f'commit = "{commit}"'.encode() in taken(tmp_path / "repo", tmp_path / "corpus")["Z1200000007/manifest.toml"]

    def test_packed_and_tagged(self, repository: Repository, tmp_path: Path) -> None:
        plain = taken(repository.path, tmp_path / "plain")
        repository.git("tag", "--annotate", "v1", "--message", "first")
        for command in (("gc", "--quiet"), ("commit-graph", "write"), ("multi-pack-index", "write")):
            repository.git(*command)
        for ref in ("HEAD", "main", "v1", "refs/tags/v1", "heads/main", repository.git("rev-parse", "--short", "HEAD")):
            assert taken(repository.path, tmp_path / ref.replace("/", "_"), "--ref", ref) == plain

    def test_a_clone_that_borrows_a_working_tree_of_its_own_and_odd_names(self, repository: Repository, tmp_path: Path) -> None:
        plain = taken(repository.path, tmp_path / "plain")
        borrowing, tree = tmp_path / 'a "clone"\nthat\\borrows', tmp_path / "tree"
        subprocess.run(["git", "clone", "--quiet", "--shared", str(repository.path), str(borrowing)], check=True)
        repository.git("worktree", "add", "--quiet", "--detach", str(tree))
        assert taken(borrowing, tmp_path / "borrowed") == plain
        assert taken(borrowing, tmp_path / "remote", "--ref", "origin/HEAD") == plain
        assert taken(tree, tmp_path / "tree-corpus") == plain

    def test_the_first_parent_tells_what_a_merge_changed(self, repository: Repository, tmp_path: Path) -> None:
        repository.git("checkout", "--quiet", "-b", "side", "HEAD~1")
        repository.edition("2015-01-01", CLOCKS, {"rus.md": FIRST, "meta.yaml": meta("2015-01-01")})
        repository.git("checkout", "--quiet", "main")
        repository.git("merge", "--quiet", "--strategy=ours", "--no-edit", "side", day="2017-01-01")
        assert not [name for name in taken(repository.path, tmp_path / "corpus") if "2015" in name]

    def test_where_references_are_a_table_the_way_out_is_told(self, repository: Repository, tmp_path: Path) -> None:
        (repository.path / ".git" / "reftable").mkdir()
        assert refusal(repository.path, tmp_path / "corpus") == (
            f"{repository.path}: its references are kept in a reftable, which is not read; clone it with --ref-format=files, "
            "and import the clone")


class TestDays:
    @staticmethod
    def committed(repository: Repository, stamp: str) -> None:
        changed = "\n".join(f"committer corpus <c@example.invalid> {stamp}" if line.startswith("committer ") else line
                            for line in repository.git("cat-file", "commit", "HEAD").split("\n"))
        (repository.path / "changed").write_text(changed + "\n", encoding="utf-8")
        commit = repository.git("hash-object", "-t", "commit", "-w", "--literally", "changed")
        repository.git("update-ref", "HEAD", commit)

    @pytest.mark.parametrize(("stamp", "day"), [
        ("1404500000 +0000", "2014-07-04"), ("1404516000 +0600", "2014-07-05"), ("0 -0500", "1969-12-31"),
        ("-86400 +0000", "1969-12-31")])
    def test_a_commit_is_of_the_day_where_it_was_made(self, told_by_trailers: Repository, tmp_path: Path, stamp: str,
                                                      day: str) -> None:
        self.committed(told_by_trailers, stamp)
        assert f"Z1200000007/rus-{day}.md" in taken(told_by_trailers.path, tmp_path / "corpus")

    @pytest.mark.parametrize("stamp", ["253402300800 +0000", "99999999999999999 +0000", "9" * 40 + " +0000", "", "x +0000",
                                       "-99999999999999999 +9999", "1404500000"])
    def test_a_day_that_no_calendar_has(self, told_by_trailers: Repository, tmp_path: Path, stamp: str) -> None:
        self.committed(told_by_trailers, stamp)
        assert refusal(told_by_trailers.path, tmp_path / "corpus").endswith(
            f"{CLOCKS}: the commit has no day that the calendar has, and meta.yaml tells none; write version_date into it, or "
            "import the text by itself with --day")

    def test_it_does_not_matter_where_the_act_tells_its_own(self, repository: Repository, tmp_path: Path) -> None:
        plain = taken(repository.path, tmp_path / "plain")
        self.committed(repository, "99999999999999999 +0000")
        assert {name for name in taken(repository.path, tmp_path / "odd") if "2016" in name} == {
            name for name in plain if "2016" in name}


class TestNoFiles:
    """Where a file should stand and something else does, it is told; nothing waits for it."""

    @pytest.mark.parametrize("name", ["HEAD", "packed-refs", "refs/heads/other", "shallow", "objects/info/alternates",
                                      "objects/ab/" + "c" * 38, "objects/pack/pack-1.idx"])
    def test_a_pipe(self, repository: Repository, tmp_path: Path, name: str) -> None:
        path = repository.path / ".git" / name
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        os.mkfifo(path)
        assert refusal(repository.path, tmp_path / "corpus").startswith(f"{path}: this is ")

    def test_a_store_that_borrows_from_a_device_without_end(self, repository: Repository, tmp_path: Path) -> None:
        (repository.path / ".git" / "objects" / "info" / "alternates").write_text("/dev/zero\n", encoding="ascii")
        assert refusal(repository.path, tmp_path / "corpus").startswith("/dev/zero: this is no file, and stands among")

    def test_references_that_lead_in_a_circle(self, repository: Repository, tmp_path: Path) -> None:
        heads = repository.path / ".git" / "refs" / "heads"
        (heads / "main").write_text("ref: refs/heads/other\n", encoding="ascii")
        (heads / "other").write_text("ref: refs/heads/main\n", encoding="ascii")
        assert refusal(repository.path, tmp_path / "corpus").endswith("check --ref, or clone the repository again")

    def test_a_torn_repository(self, repository: Repository, tmp_path: Path) -> None:
        for path in (repository.path / ".git" / "objects").rglob("*"):
            if path.is_file():
                path.chmod(0o644)
                path.write_bytes(b"torn")
        assert refusal(repository.path, tmp_path / "corpus").endswith("check --ref, or clone the repository again")


class TestBounds:
    def test_a_tree_that_unfolds_without_end_is_refused(self, repository: Repository, tmp_path: Path) -> None:
        made = repository.git("hash-object", "-w", "--stdin")
        kind = "100644 blob"
        for _ in range(9):
            listing = "".join(f"{kind} {made}\td{number}\n" for number in range(10))
            made = subprocess.run(["git", "mktree"], cwd=repository.path, input=listing, check=True, capture_output=True,
                                  text=True).stdout.strip()
            kind = "040000 tree"
        repository.git("update-ref", "HEAD", repository.git("commit-tree", made, "-m", "x"))
        assert "git cannot read it (attempting to allocate" in refusal(repository.path, tmp_path / "corpus").replace(
            "Out of memory, ", "")

    def test_contents_larger_than_any_law_do_not_spoil_the_next_act(self, repository: Repository, tmp_path: Path) -> None:
        repository.write("03-laws/2001/0101-a-7000", {"rus.md": "x" * 64_000_001})
        repository.edition("2020-01-01", CLOCKS, {})
        code, told = imported(repository.path, tmp_path / "corpus")
        assert (code, told.splitlines()[0]) == (2, f"1 law: 5 new editions in {tmp_path / 'corpus'}; 0 findings in the texts")
        assert "a file has 64,000,001 bytes, more than any law (64,000,000)" in told
