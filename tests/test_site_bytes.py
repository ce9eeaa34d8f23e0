"""The static site: its bytes, the sums of its files, and what is left when a build is killed."""

import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from built import TODAY, invented_law
from lawgraph.site.building import build_site
from lawgraph.site.folder import MARK, SUMS, differing, in_place_of, sums_of
from lawgraph.site.pages.owner import SiteOwner
from lawgraph.site.showing import Showing, stands
from lawgraph.voice.speaking import Locale


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Write the site of an invented law twice."""
    at = tmp_path_factory.mktemp("two")
    database = invented_law(at)
    for name in ("one", "two"):
        build_site(database, at / name, Showing(TODAY))
    return at / "one", at / "two"


class TestBytes:
    """The same database gives the same site, byte for byte, the search index included."""

    def test_two_builds_are_the_same(self, two: tuple[Path, Path]) -> None:
        one, other = ({str(each.relative_to(site)): each.read_bytes() for each in site.rglob("*") if each.is_file()}
                      for site in two)
        assert len(one) > 100
        assert [path for path in one if "pagefind" in path and path.endswith(".pf_filter")]
        assert one.keys() == other.keys()
        assert [path for path in one if one[path] != other[path]] == []

    def test_what_the_index_tells_is_where_it_says(self, two: tuple[Path, Path]) -> None:
        held = json.loads((two[0] / "pagefind" / "groups.json").read_text(encoding="utf-8"))
        assert held == {"groups": {"laws-1": ["en"], "acts-1": ["en"]}, "laws": ["1-IX"]}
        index = two[0] / "pagefind" / "laws-1"
        told = json.loads((index / "pagefind-entry.json").read_text(encoding="utf-8"))
        for language in told["languages"].values():
            meta = gzip.decompress((index / f"pagefind.{language['hash']}.pf_meta").read_bytes()).decode("latin-1")
            filters = [each.stem for each in (index / "filter").iterdir()]
            assert filters
            assert all(name in meta for name in filters if name.startswith(language["hash"].partition("_")[0]))

    def test_every_file_is_in_the_sums(self, two: tuple[Path, Path]) -> None:
        told = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", SUMS], cwd=two[0], check=False)
        assert told.returncode == 0
        assert [*differing(two[0])] == []
        assert len((two[0] / SUMS).read_text(encoding="utf-8").splitlines()) == sum(
            each.is_file() for each in two[0].rglob("*")) - 1

    def test_what_differs_is_named(self, two: tuple[Path, Path], tmp_path: Path) -> None:
        site = tmp_path / "site"
        shutil.copytree(two[1], site)
        (site / "index.html").write_bytes((site / "index.html").read_bytes().replace(b"<h1", b"<h2", 1))
        (site / "about" / "index.html").unlink()
        (site / "mine.html").write_text("mine", encoding="utf-8")
        (site / f"{SUMS}.asc").write_text("a signature", encoding="utf-8")
        (site / "elsewhere").symlink_to("/etc")
        (site / "search" / "index.html").unlink()
        (site / "search" / "index.html").symlink_to(two[1] / "search" / "index.html")
        os.mkfifo(site / "pipe")
        assert [(path.relative_to(site).as_posix(), how) for path, how in differing(site)] == [
            ("about/index.html", "this file is missing"),
            ("elsewhere", "this file was not written with the site"),
            ("index.html", "its contents are not those that were written"),
            ("mine.html", "this file was not written with the site"),
            ("pipe", "this file was not written with the site"),
            ("search/index.html", "its contents are not those that were written")]

    @pytest.mark.parametrize("sums", [None, b"\xff\xfe"])
    def test_sums_that_cannot_be_read_are_named(self, tmp_path: Path, sums: bytes | None) -> None:
        if sums:
            (tmp_path / SUMS).write_bytes(sums)
        assert [path for path, _ in differing(tmp_path)] == [tmp_path / SUMS]

    @pytest.mark.parametrize("way", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
    def test_sums_that_are_no_file_are_not_waited_for(self, tmp_path: Path, way: Callable[[Path], None]) -> None:
        way(tmp_path / SUMS)
        assert [(path, how) for path, how in differing(tmp_path)] in (
            [(tmp_path / SUMS, "this is a pipe")], [(tmp_path / SUMS, "this is a device")])
        assert sums_of(tmp_path) == {}

    def test_sums_without_a_line_end_are_not_taken_into_memory(self, tmp_path: Path) -> None:
        with (tmp_path / SUMS).open("wb") as file:
            file.truncate(400_000_000)
        (tmp_path / "page.html").write_text("page", encoding="utf-8")
        tracemalloc.start()
        assert [path for path, _ in differing(tmp_path)] == [tmp_path / "page.html"]
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
        tracemalloc.stop()


class TestLeftovers:
    """What a killed build left is swept away; what lives, or is somebody else's, is not."""

    def test_a_folder_of_a_killed_process_is_swept(self, tmp_path: Path) -> None:
        left = _process_at_work(tmp_path / "site")
        assert left.wait(60) == -signal.SIGKILL
        assert [each.name for each in tmp_path.glob(".site.*.part")]
        with in_place_of(tmp_path / "site") as part:
            (part / "index.html").write_text("whole", encoding="utf-8")
        assert {each.name for each in tmp_path.iterdir()} == {"site"}

    def test_a_folder_that_is_being_written_is_left_alone(self, tmp_path: Path) -> None:
        with in_place_of(tmp_path / "site") as part:
            mine = part.rename(part.with_name(".site.4711.part"))
            lock = part.with_name(f"{part.name}.lock").rename(mine.with_name(".site.4711.part.lock"))
            with in_place_of(tmp_path / "site") as other:
                (other / "index.html").write_text("the other", encoding="utf-8")
            assert mine.is_dir()
            mine.rename(part)
            lock.rename(part.with_name(f"{part.name}.lock"))
        assert {each.name for each in tmp_path.iterdir()} == {"site"}

    def test_a_site_that_was_moved_aside_and_not_replaced_goes_back(self, tmp_path: Path) -> None:
        """Killed between the two steps, a process has left no site, and what others put into it under a hidden name."""
        aside = tmp_path / ".site.4711.old"
        aside.mkdir()
        for name in (MARK, "mine.html"):
            (aside / name).write_text("", encoding="utf-8")
        with in_place_of(tmp_path / "site"):
            assert (tmp_path / "site" / "mine.html").is_file()
        assert {each.name for each in tmp_path.iterdir()} == {"site"}

    def test_a_folder_of_somebody_else_is_left_alone(self, tmp_path: Path) -> None:
        for name in (".site.old", ".site.12.part", ".site.12.old", ".site.mine.part"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "thesis.txt").write_text("years of work", encoding="utf-8")
        with in_place_of(tmp_path / "site"):
            pass
        assert len([*tmp_path.glob(".site.*/thesis.txt")]) == 4


def _process_at_work(out: Path) -> "subprocess.Popen[bytes]":
    """Start a process that is killed in the midst of its work."""
    work = ("import os, signal, sys; from pathlib import Path; from lawgraph.site.folder import in_place_of\n"
            "with in_place_of(Path(sys.argv[1])) as part:\n"
            "    (part / 'index.html').write_text('half'); os.kill(os.getpid(), signal.SIGKILL)")
    return subprocess.Popen([sys.executable, "-c", work, str(out)])


class TestWritingAgain:
    """What did not change is not written again, what is no more is deleted, and what is not ours is left as it is."""

    def test_what_is_the_same_keeps_its_time(self, tmp_path: Path) -> None:
        database, site = invented_law(tmp_path), tmp_path / "site"
        build_site(database, site, Showing(TODAY, (Locale.ENGLISH,)))
        before = {each: (each.stat().st_mtime_ns, each.stat().st_ino) for each in site.rglob("*") if each.is_file()}
        (site / "about" / "index.html").write_text("changed by somebody", encoding="utf-8")
        build_site(database, site, Showing(TODAY, (Locale.ENGLISH,)))
        after = {each: (each.stat().st_mtime_ns, each.stat().st_ino) for each in before}
        assert {each.relative_to(site).as_posix() for each in before if before[each] != after[each]} == {
            SUMS, "about/index.html"}
        assert [*differing(site)] == []

    def test_a_site_that_would_be_the_same_is_left_as_it_stands(self, tmp_path: Path) -> None:
        """Nothing less than every byte that it is made from, and each of its own, tells that it need not be made."""
        database, site, showing = invented_law(tmp_path), tmp_path / "site", Showing(TODAY, (Locale.ENGLISH,))
        assert not stands(database, site, showing)
        build_site(database, site, showing)
        (site / "CNAME").write_text("mine", encoding="utf-8")
        assert stands(database, site, showing)
        for other in (replace(showing, today=date(2026, 11, 25)), replace(showing, address="https://laws.example"),
                      replace(showing, locales=(Locale.ENGLISH, Locale.KAZAKH)), replace(showing, also=frozenset()),
                      replace(showing, owner=SiteOwner(publisher="The reading room"))):
            assert not stands(database, site, other)
        page, sums = site / "about" / "index.html", (site / SUMS).read_text(encoding="utf-8").splitlines(keepends=True)
        for spoil in (lambda: page.write_text("changed by somebody", encoding="utf-8"), page.unlink,
                      lambda: (site / SUMS).write_text("", encoding="utf-8"),
                      lambda: (site / SUMS).write_text("".join(sums[:-1]), encoding="utf-8")):
            spoil()
            assert not stands(database, site, showing)
            build_site(database, site, showing)
            assert stands(database, site, showing)
        database.write_bytes(database.read_bytes() + b" ")
        assert not stands(database, site, showing)

    def test_a_language_that_is_no_more_chosen_is_deleted(self, tmp_path: Path) -> None:
        database, site = invented_law(tmp_path), tmp_path / "site"
        build_site(database, site, Showing(TODAY, (Locale.ENGLISH, Locale.KAZAKH)))
        for name in ("CNAME", "kk/mine.html", f"{SUMS}.asc"):
            (site / name).write_text("mine", encoding="utf-8")
        build_site(database, site, Showing(TODAY, (Locale.ENGLISH,)))
        assert [each.name for each in (site / "kk").rglob("*")] == ["mine.html"]
        assert (site / "CNAME").read_text(encoding="utf-8") == "mine"
        assert not (site / f"{SUMS}.asc").exists(), "it signed other sums"
        assert {path.relative_to(site).as_posix(): how for path, how in differing(site)} == dict.fromkeys(
            ("CNAME", "kk/mine.html"), "this file was not written with the site")

    def test_a_site_to_which_a_link_leads_is_written_where_it_is(self, tmp_path: Path) -> None:
        """Who serves that folder would else go on with the old pages, and nobody would be told."""
        database = invented_law(tmp_path)
        build_site(database, tmp_path / "served", Showing(date(2020, 1, 1), (Locale.ENGLISH,)))
        (tmp_path / "served" / "elsewhere").symlink_to("/etc")
        (tmp_path / "site").symlink_to(tmp_path / "served")
        build_site(database, tmp_path / "site", Showing(TODAY, (Locale.ENGLISH,)))
        assert (tmp_path / "site").is_symlink()
        assert (tmp_path / "served" / MARK).read_text(encoding="utf-8").startswith(TODAY.isoformat())
        assert (tmp_path / "served" / "elsewhere").is_symlink()

    def test_a_signature_stays_with_the_sums_that_it_signs(self, tmp_path: Path) -> None:
        database, site = invented_law(tmp_path), tmp_path / "site"
        for _ in range(2):
            build_site(database, site, Showing(TODAY, (Locale.ENGLISH,)))
            (site / f"{SUMS}.asc").write_text("a signature", encoding="utf-8")
        build_site(database, site, Showing(TODAY, (Locale.ENGLISH,)))
        assert (site / f"{SUMS}.asc").read_text(encoding="utf-8") == "a signature"
