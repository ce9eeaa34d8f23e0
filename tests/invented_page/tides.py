"""A page that nobody needs: how many laws are held, as a tide table; the only module that it takes."""

from dataclasses import dataclass

from lawgraph.queries.answers import laws
from lawgraph.site.pages.page import READ, Page, written
from lawgraph.site.pages.section import PageContext, Section
from lawgraph.site.pages.values import PageHead


@dataclass(frozen=True, slots=True)
class TidesPage(Page):
    """Hold how high the tide is."""

    template = "tides.html"
    formats = READ

    height: int

    def data(self, build: str | None) -> str:
        """Return the height, and the build."""
        return written({"build": build, "height": self.height})

    def plain(self) -> str:
        """Return the height in words."""
        return f"The tide stands at {self.height}."


def _open(context: PageContext, steps: tuple[str, ...]) -> TidesPage | None:
    return None if steps else TidesPage(PageHead("Tides", "/tides"), len(laws(context.conn)))


TIDES = Section("tides", _open, lambda _: ("/tides",), lambda _: ("/tides",))
