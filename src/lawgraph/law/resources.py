"""Where the folders that travel with the program lie: inside an installed wheel, or at the head of a checkout.

A wheel carries `corpus/`, `amendments/` and `site_templates/` inside the package; an editable install does not, and
there they stand two folders above the package.
"""

from importlib.resources import files
from pathlib import Path


def corpus_root() -> Path:
    """Return the folder of the sample law's sources."""
    return _root("corpus_data", "corpus")


def amendments_root() -> Path:
    """Return the folder of the facts about amending acts."""
    return _root("amendments_data", "amendments")


def template_root() -> Path:
    """Return the folder of the page templates."""
    return _root("site_templates", "site_templates")


def _root(packaged: str, in_checkout: str) -> Path:
    inside = Path(str(files("lawgraph"))) / packaged
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / in_checkout
