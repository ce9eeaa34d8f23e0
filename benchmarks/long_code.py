"""What importing and building a long code takes, one of 15,000 provisions: `python -m benchmarks.long_code`."""

import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.program import run

ARTICLES, CHAPTER, ACTS = 1154, 25, 60
SECONDS, MEGABYTES = 40, 400
"""The most that import and build may take together, in seconds of processors, and the most memory of either."""
_WORDS = ("орган", "гражданин", "порядок", "условие", "срок", "решение", "договор", "имущество", "право", "обязанность",
          "лицо", "собственник", "суд", "документ", "требование", "основание", "заявление", "ответственность",
          "участник")


def text() -> str:
    """Return the code: articles of three paragraphs of three points each, a third of them changed by an act."""
    words = cycle(_WORDS)

    def sentence(length: int) -> str:
        return " ".join(islice(words, length))

    def lines() -> Iterator[str]:
        yield "# Об инвентаре морских приборов"
        yield "Кодекс Республики Казахстан от 10 января 2005 года № 20-III."
        for article in range(1, ARTICLES + 1):
            if article % CHAPTER == 1:
                yield f"## Глава {article // CHAPTER + 1}. {sentence(5).capitalize()}"
            yield f"### Статья {article}. {sentence(6).capitalize()}"
            for paragraph in (1, 2, 3):
                yield f"{paragraph}. {sentence(20).capitalize()} (статья {max(1, article - 3)}):"
                yield from (f"{point}) {sentence(17)};" for point in (1, 2, 3))
            if article % 3 == 0:
                yield f"> *Сноска. Статья {article} с изменениями, внесенными {_act(article % ACTS)}.*"

    return "\n\n".join(lines()) + "\n"


def _act(number: int) -> str:
    return (f"Законом РК от {1 + number % 28:02}.0{1 + number % 9}.20{10 + number % 10} № {100 + number}-V (вводится в "
            "действие по истечении десяти календарных дней после дня его первого официального опубликования)")


def measure() -> Iterator[Figure]:
    """Yield what importing and building take, and both together."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "amendments").mkdir()
        source = folder / "rus.md"
        source.write_text(text(), encoding="utf-8")
        corpus = ["--corpus", str(folder / "corpus")]
        imported = run(["import", str(source), "--law", "K050000020_", "--number", "20-III", "--adopted", "2005-01-10",
                        *corpus])
        built = run(["build", *corpus, "--amendments", str(folder / "amendments"), "--db", str(folder / "code.db")])
        size = source.stat().st_size
    for what, done in (("import", imported), ("build", built)):
        yield Figure(f"{what} of a code of 15,000 provisions and {size / 1e6:.1f} MB",
                     f"{done.seconds:.1f} s, of processors {done.processor:.1f} s")
    seconds, peak = imported.processor + built.processor, max(imported.peak, built.peak) / 1024
    yield Figure("both together", f"of processors {seconds:.1f} s, at most {peak:,.0f} MB",
                 f"under {SECONDS} s and {MEGABYTES} MB", seconds < SECONDS and peak < MEGABYTES)


def main() -> int:
    """Print the figures; return 1 where the goal is missed."""
    told = list(measure())
    for each in told:
        print(f"{each.what}: {each.measured}")
    return 1 if any(each.met is False for each in told) else 0


if __name__ == "__main__":
    sys.exit(main())
