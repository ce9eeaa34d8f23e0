"""The picture of a law as pure SVG: no script, no style, readable in light and dark, every text in its own room.

Colours are `currentColor` and opacity; classes let a page colour the actions. Widths of texts are estimated generously,
since the font of the reader is not known, and a text that may not fit is cut with "…" and told whole in its tooltip.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from lawgraph.languages.letters import WIDE

_SIZE = 13
_ROW = 22
_WIDTH = 960
_NARROW = "iljtfrI.,;:!'|()[]1 -"
_LEFT, _RIGHT = 236, 540


@dataclass(frozen=True, slots=True)
class ActToArticle:
    """Join the act at place `act` with the article at place `article`; `told` says how in words."""

    act: int
    article: int
    told: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Hold what the picture of a law shows: acts in order of adoption, articles in order, and what joins them."""

    title: str
    acts: tuple[str, ...]
    articles: tuple[str, ...]
    links: tuple[ActToArticle, ...]


def width_of(text: str) -> float:
    """Estimate the width of a text in units of the picture, rather too wide than too narrow."""
    return _SIZE * sum(0.4 if sign in _NARROW else 0.98 if sign in WIDE else 0.76 if sign.isupper() else 0.62
                       for sign in text)


def fitted(text: str, room: float) -> str:
    """Return as much of a text as surely fits, with "…" where it is cut."""
    if width_of(text) <= room:
        return text
    while text and width_of(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def draw_overview(overview: Overview) -> str:
    """Draw acts at the left and articles at the right, a line where an act changed an article."""
    height = (max(len(overview.acts), len(overview.articles)) + 2) * _ROW
    left, right = _column(len(overview.acts), height), _column(len(overview.articles), height)
    drawn = [_text(0, _ROW * 0.8, overview.title, _WIDTH / 1.15, 'font-weight="bold"')]
    for place, act in enumerate(overview.acts):
        own = [link for link in overview.links if link.act == place]
        curves = "".join(_curve((_LEFT, left[place]), (_RIGHT, right[link.article]), f"act-{place % 6}", link.told)
                         for link in own)
        drawn.append(f'<g class="act act-{place % 6}"><title>{_plain(act)}: {_counted(len(own), "place")}</title>'
                     f"{curves}{_dot(_LEFT, left[place])}"
                     f"{_text(_LEFT - 10, left[place] + 4, act, _LEFT - 10, _AT_END)}</g>")
    drawn += [_dot(_RIGHT, y) + _text(_RIGHT + 10, y + 4, label, _WIDTH - _RIGHT - 10)
              for y, label in zip(right, overview.articles, strict=True)]
    told = (f"{_counted(len(overview.acts), 'act')} at the left, {_counted(len(overview.articles), 'place')} of the "
            f"law at the right, {_counted(len(overview.links), 'line')} from an act to what it changed")
    return _picture(overview.title, told, height, drawn)


_AT_END = 'text-anchor="end"'


def _column(count: int, height: float) -> list[float]:
    """Spread rows evenly below the title."""
    room = (height - 1.5 * _ROW) / max(count, 1)
    return [1.5 * _ROW + room * (place + 0.5) for place in range(count)]


def _curve(start: tuple[float, float], end: tuple[float, float], sort: str, told: str) -> str:
    (x1, y1), (x2, y2) = start, end
    bend = (x1 + x2) / 2
    return (f'<path class="line {escape(sort)}" d="M{x1:g} {y1:g}C{bend:g} {y1:g} {bend:g} {y2:g} {x2:g} {y2:g}"'
            f' fill="none" stroke="currentColor" stroke-opacity="0.5"><title>{_plain(told)}</title></path>')


def _dot(x: float, y: float) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="3" fill="currentColor"/>'


def _text(x: float, y: float, text: str, room: float, more: str = "") -> str:
    if not text:
        return ""
    shown = fitted(text, room)
    title = f"<title>{_plain(text)}</title>" if shown != text else ""
    return f'<text x="{x:g}" y="{y:g}"{f" {more}" if more else ""}>{title}{_plain(shown)}</text>'


def _picture(title: str, told: str, height: float, drawn: Iterable[str]) -> str:
    parts = "\n".join(part for part in drawn if part)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" class="lawgraph" viewBox="0 0 {_WIDTH} {height:g}" '
            f'width="{_WIDTH}" height="{height:g}" role="img" aria-label="{_plain(title)}" fill="currentColor" '
            f'font-family="system-ui, sans-serif" font-size="{_SIZE}">\n'
            f"<title>{_plain(title)}</title>\n<desc>{_plain(told)}</desc>\n{parts}\n</svg>\n")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _plain(text: str) -> str:
    return escape("".join(sign if sign.isprintable() else " " for sign in text))
