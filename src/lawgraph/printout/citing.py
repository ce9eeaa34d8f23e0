"""A citation, with how sure the wording is: in words, and for programs that keep literature."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lawgraph.languages.speech import DayForm
from lawgraph.languages.spoken import spoken
from lawgraph.law.eid import LAW, Eid
from lawgraph.printout.answers_json import day_fields, written
from lawgraph.printout.markdown import escaped
from lawgraph.printout.sheets import DaySheet
from lawgraph.timeline.grading import Grade, grade_with_parts
from lawgraph.voice.days import day_in_words
from lawgraph.voice.locale import Locale
from lawgraph.voice.names import place_name, text_in
from lawgraph.voice.sentences import citation_sentence, translation_sentence, verdict
from lawgraph.voice.speaking import ENGLISH, Voice, voice_of

_COUNTRY = "KZ"
_TEX = re.compile(r"[\\{}%&#$_^~]")


@dataclass(frozen=True, slots=True)
class CitedProvision:
    """Hold a provision on a day to be cited, and the address to remember, where the site's own is known."""

    asked: DaySheet
    address: str | None

    @property
    def grade(self) -> Grade:
        """How sure it is together with its parts."""
        own, *parts = (each.version for each in self.asked.found)
        return grade_with_parts(own, parts)

    @property
    def translated(self) -> bool:
        """Tell whether its text is a translation, which no court relies on."""
        return self.asked.source is not None and not self.asked.source.official


def cited(given: CitedProvision, voice: Voice = ENGLISH) -> str:
    """Return the citation in words, with the address to remember at its end."""
    asked, title = given.asked, dict(given.asked.law.titles)
    standing = text_in(asked.lang, voice) + (f", {voice.say('unofficial translation')}" if given.translated else "")
    told = voice.say(
        "Law of the Republic of Kazakhstan № %(number)s %(of_day)s, “%(title)s”, %(provision)s, as %(as_on)s "
        "(%(text)s) [%(verdict)s].",
        number=asked.law.number, of_day=day_in_words(asked.law.adopted, voice, DayForm.OF),
        title=title.get(voice.locale.letters) or asked.law.title(asked.lang), provision=place_name(_eid(given), voice),
        as_on=day_in_words(asked.day, voice, DayForm.AS_ON), text=standing, verdict=verdict(given.grade, voice))
    return f"{told} {given.address}" if given.address else told


def as_json(given: CitedProvision, build: str | None) -> str:
    """Return the citation in every language of messages, with the answer that it rests on."""
    own = given.asked.found[0].version
    told = translation_sentence(own) if given.translated else citation_sentence(own)
    return written({"build": build, "citation": {each: cited(given, voice_of(each)) for each in Locale},
                    "verdict": given.grade, "reliance": told, "address": given.address,
                    "answer": {"build": build, **day_fields(given.asked)}})


def as_markdown(given: CitedProvision, build: str | None) -> str:  # noqa: ARG001  (one call for all formats)
    """Return the citation, and the wording where it is held."""
    text = given.asked.found[0].version.text
    address = f" <{given.address}>" if given.address else ""
    told = escaped(cited(CitedProvision(given.asked, None))) + address
    return f"{told}\n\n> {escaped(text)}" if text else told


def as_csl(given: CitedProvision, build: str | None) -> str:  # noqa: ARG001
    """Return the citation as CSL-JSON, a list of one item."""
    asked = given.asked
    day, adopted = asked.day, asked.law.adopted
    fields: Mapping[str, object] = {
        "id": _key(given), "type": "legislation", "title": asked.law.title(asked.lang), "number": asked.law.number,
        "section": place_name(_eid(given)), "jurisdiction": _COUNTRY, "language": spoken(asked.lang).tag,
        "issued": {"date-parts": [[adopted.year, adopted.month, adopted.day]]},
        "original-date": {"date-parts": [[day.year, day.month, day.day]]},
        "note": f"as on {day.isoformat()} [{verdict(given.grade)}]",
        **({"URL": given.address} if given.address else {})}
    return written([fields])


def as_bibtex(given: CitedProvision, build: str | None) -> str:  # noqa: ARG001
    """Return the citation as an entry of BibTeX."""
    asked = given.asked
    fields = {"title": asked.law.title(asked.lang), "number": asked.law.number, "year": str(asked.law.adopted.year),
              "howpublished": f"Law of the Republic of Kazakhstan of {day_in_words(asked.law.adopted)}",
              "language": spoken(asked.lang).name.lower(),
              "note": f"{place_name(_eid(given))}, as on {asked.day.isoformat()} [{verdict(given.grade)}]",
              **({"url": given.address} if given.address else {})}
    lines = (f"  {name} = {{{_TEX.sub(lambda match: chr(92) + match[0], value)}}},"
             if name != "url" else f"  url = {{{value}}}," for name, value in fields.items())
    return "\n".join([f"@misc{{{_key(given)},", *lines, "}"])


FORMATS: Mapping[str, Callable[[CitedProvision, str | None], str]] = {
    "json": as_json, "markdown": as_markdown, "bibtex": as_bibtex, "csl": as_csl}
"""The formats of a citation beside the sheet."""


def _eid(given: CitedProvision) -> str:
    return given.asked.eid or LAW


def _key(given: CitedProvision) -> str:
    return f"{given.asked.law.number}-{Eid(_eid(given))}-{given.asked.day.isoformat()}".replace("__", "-")
