"""Make real git repositories of invented acts, laid out as the public git corpus is: one commit for each edition."""

import os
import shutil
import subprocess
from pathlib import Path

CLOCKS = "03-laws/2012/0301-o-chasakh-7001"
BELLS = "03-laws/2013/0520-o-kolokolakh-7002"

ABOUT_CLOCKS = """# О часах

Настоящий Закон определяет порядок хранения часов.

<a id="st1"></a>

### Статья 1. Понятия

1. Часы – прибор, который показывает время.

2. {second}

<a id="st2"></a>

### Статья 2. Введение в действие

Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования.
"""

ABOUT_CLOCKS_KAZ = """# Сағаттар туралы

Осы Заң сағаттарды сақтау тәртібін айқындайды.

<a id="st1"></a>

### 1-бап. Ұғымдар

1. Сағат – уақытты көрсететін аспап.

2. {second}
"""

FIRST = ABOUT_CLOCKS.format(second="Стрелка – часть часов.")
SECOND = ABOUT_CLOCKS.format(second="Стрелка – указатель часов.")
THIRD = ABOUT_CLOCKS.format(second="Стрелка – указатель часов и минут.")
FIRST_KAZ = ABOUT_CLOCKS_KAZ.format(second="Тіл – сағаттың бөлігі.")
SECOND_KAZ = ABOUT_CLOCKS_KAZ.format(second="Тіл – сағаттың көрсеткіші.")

AMENDED = "Закон Республики Казахстан от 5 июля 2014 года № 227-V"
AMENDED_AGAIN = "Закон Республики Казахстан от 9 ноября 2015 года № 381-V"


def meta(rus: str, kaz: str | None = None, *, cause: str | None = None, number: str = "7-V") -> str:
    """Return a `meta.yaml` of the act on clocks with the days of its editions."""
    days = f"  rus: {rus}\n" + (f"  kaz: {kaz}\n" if kaz else "")
    caused = f"caused_by:\n  code: '9001'\n  requisite: {cause}\n" if cause else ""
    return (f"act_code: '7001'\nrequisite: Закон Республики Казахстан от 1 марта 2012 года № {number}\n"
            f"title:\n  rus: О часах\n  kaz: Сағаттар туралы\napproved_on: 2012-03-01\nversion_date:\n{days}"
            f"source:\n  rus: https://zan.gov.kz/client/#!/doc/7001/rus/{rus}\n{caused}")


class Repository:
    """Be a git repository in a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, day: str = "2012-03-01") -> str:
        """Run git in the folder, on a day."""
        stamp = f"{day}T00:00:00Z"
        who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
               for what, value in (("NAME", "corpus"), ("EMAIL", "corpus@example.invalid"), ("DATE", stamp))}
        done = subprocess.run(["git", *arguments], cwd=self.path, env={**os.environ, **who}, check=True,
                              capture_output=True, text=True)
        return done.stdout.strip()

    def write(self, act: str, files: dict[str, str | None]) -> None:
        """Write files of an act, or take them away."""
        for name, text in files.items():
            path = self.path / act / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")

    def edition(self, day: str, act: str, files: dict[str, str | None], **trailers: str) -> str:
        """Commit files of an act on a day; return the hash of the commit."""
        self.write(act, files)
        told = "\n".join(f"{key.replace('_', '-')}: {value}" for key, value in trailers.items())
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", f"An edition of {day}\n\n{told}", day=day)
        return self.git("rev-parse", "HEAD")

    def forget(self) -> None:
        """Take the history away, so that the same editions can be committed anew."""
        shutil.rmtree(self.path / ".git")
        self.git("init", "--quiet", "--initial-branch=main")


def with_three_editions(path: Path) -> tuple[Repository, tuple[str, ...]]:
    """Return a repository of an act in two languages with three editions, and the hashes of its commits.

    The first two are dated by adoption, of the act itself and of the first amending act; the third by a day of its own.
    """
    repository = Repository(path)
    hashes = (
        repository.edition("2012-03-01", CLOCKS, {"rus.md": FIRST, "kaz.md": FIRST_KAZ,
                                                  "meta.yaml": meta("2012-03-01", "2012-03-01")}),
        repository.edition("2014-07-05", CLOCKS, {"rus.md": SECOND, "kaz.md": SECOND_KAZ,
                                                  "meta.yaml": meta("2014-07-05", "2014-07-05", cause=AMENDED)}),
        repository.edition("2016-01-01", CLOCKS, {"rus.md": THIRD,
                                                  "meta.yaml": meta("2016-01-01", "2014-07-05", cause=AMENDED_AGAIN)}))
    return repository, hashes
