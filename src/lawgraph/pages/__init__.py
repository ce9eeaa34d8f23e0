"""The pages as values, made from queries alone: one set for the server and for the static site."""

from lawgraph.pages import paths
from lawgraph.pages.asked import Asked
from lawgraph.pages.routes import Moved, Page, Reading, answer
from lawgraph.pages.twins import twin_of
from lawgraph.pages.volume import Volume, open_volume
from lawgraph.pages.wrong import Unanswerable, WrongPage

__all__ = ["Asked", "Moved", "Page", "Reading", "Unanswerable", "Volume", "WrongPage", "answer", "open_volume",
           "paths", "twin_of"]
