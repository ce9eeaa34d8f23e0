"""The catalogue of messages: English in the code and the templates, other languages in `messages/ru.po` and `kk.po`.

The files are those of GNU gettext, for which translators have tools; babel reads them.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from lawgraph.law.resources import template_root
from lawgraph.voice.locale import Locale


@cache
def catalogue(locale: Locale) -> NullTranslations:
    """Return the messages of a language; English needs none."""
    if locale is Locale.ENGLISH:
        return NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415  (slow to load, and English needs none of it)
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with (template_root() / "messages" / f"{locale}.po").open("rb") as file:
        known = read_po(file, locale=str(locale))
    compiled = BytesIO()
    write_mo(compiled, known)
    compiled.seek(0)
    return GNUTranslations(compiled)
