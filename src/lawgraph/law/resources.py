"""Where the folders that travel with the program lie: inside an installed wheel, or at the head of a checkout.

A wheel carries `corpus/`, `amendments/`, `site_templates/` and the figures of `make oracle` inside the package; an
editable install does not, and there they stand at the head of the checkout.
"""

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


def figures_file() -> Path:
    """Return the file that tells how the rules of evidence were tried (`make oracle`)."""
    return _root("tried.json", "tests/legislature/figures.json")


def _root(packaged: str, in_checkout: str) -> Path:
    package = Path(__file__).resolve().parents[1]
    inside = package / packaged
    return inside if inside.exists() else package.parents[1] / in_checkout
