"""Which languages there are, and each by its name of three letters."""

import re
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import lawgraph.languages
from lawgraph.languages.speech import Language
from lawgraph.languages.state import LISTED

_LETTERS = 3


@cache
def codes() -> tuple[str, ...]:
    """Return the names of all languages: the modules of this folder that have a name of three letters."""
    names = (module.name for module in iter_modules(lawgraph.languages.__path__))
    known = {name: place for place, name in enumerate(LISTED)}
    return tuple(sorted((name for name in names if len(name) == _LETTERS),
                        key=lambda name: (known.get(name, len(known)), name)))


@cache
def spoken(code: str) -> Language:
    """Return the language of a name; raise `KeyError` where there is none."""
    if code not in codes():
        raise KeyError(code)
    language: Language = import_module(f"lawgraph.languages.{code}").LANGUAGE
    return language


def written_in(words: str) -> tuple[str, ...]:
    """Return the languages in whose letters all the words are written; none where no language has these letters."""
    told = "".join(sign for sign in words.lower() if sign.isalpha())
    return tuple(code for code in codes() if told and spoken(code).letters
                 and re.fullmatch(f"[{spoken(code).letters}]+", told))


def tagged(tag: str) -> str | None:
    """Return the name of the language that a `lang` attribute or a path names: "kk", "kaz"."""
    return next((code for code in codes() if tag in (code, spoken(code).tag)), None)
