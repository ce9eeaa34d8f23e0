"""Word a change of single words as amending acts do: put in, exchanged, taken out, appended, or as a whole sentence.

One clause may hold several, or a heading names the unit and each stands in a line of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from legislature.edits import WordEdit, anchor, edits_between, told
from legislature.tongues import Tongue

_CARELESS = 9
_CLOSING = ("", ".", ":", ";")


@dataclass(frozen=True, slots=True)
class NamedText:
    """Hold a text, how its unit is named in a case (`""` under a heading that names it), and what else the name covers.

    Words can be appended to it, and it has sentences that count, where it is `exact`: the name covers nothing else.
    """

    text: str
    unit: Callable[[str], str]
    scope: Sequence[str]
    exact: bool


def single_words(named: NamedText, after: str, tongue: Tongue, rng: Random) -> str | None:
    """Return the instruction that makes a text another one, `None` where it can't be told in single words."""
    if named.exact and (sentence := _sentence(named, after, tongue, rng)):
        return sentence
    phrases = [_phrase(edit, named, tongue, rng) for edit in edits_between(named.text, after)]
    if not phrases or None in phrases:
        return None
    whole = [each for each in phrases if each]
    if len(whole) > 1 and named.unit("pre") and rng.random() < 0.4:
        return "\n\n".join((tongue.verbs["in"].format(unit=named.unit("pre")), ";\n\n".join(phrase for _, phrase in whole)))
    case = whole[0][0]
    unit = named.unit(case)
    form = "words of" if case == "acc" else "words in"
    said = ", ".join(phrase for _, phrase in whole)
    return tongue.verbs[form].format(unit=unit, edits=said) if unit else said


def quoted(text: str, rng: Random) -> str:
    """Return words in marks; what ends with a quotation may share the last of them."""
    return f"«{text}" if text.endswith("»") and text.count("«") == text.count("»") and rng.random() < 0.4 else f"«{text}»"


def exchanged(old: str, put: str, tongue: Tongue, rng: Random) -> str:
    """Return the phrase that exchanges words."""
    return tongue.verbs["edit replace"].format(
        noun=_noun(old, "searched", tongue), old=quoted(old, rng), nouns=_noun(put, "put", tongue), put=quoted(put, rng))


def _sentence(named: NamedText, after: str, tongue: Tongue, rng: Random) -> str | None:
    before = named.text
    count = before.count(". ") + 1
    if before.endswith(".") and after.startswith(f"{before} "):
        nth = tongue.ordinal(count + 1, "m", "ins")
        unit = named.unit("acc")
        said = tongue.verbs["sentence new"].format(unit=unit, nth=nth).strip()
        return f"{said}\n\n{quoted(after[len(before) + 1:], rng)}"
    if after.endswith(".") and before.startswith(f"{after} ") and after.count(". ") + 2 == count:
        return tongue.verbs["sentence gone"].format(unit=named.unit("gen"), nth=tongue.ordinal(count, "n", "acc")).replace("  ", " ").strip()
    return None


def _phrase(edit: WordEdit, named: NamedText, tongue: Tongue, rng: Random) -> tuple[str, str] | None:
    """Return the phrase of one edit, with the case in which it takes its unit."""
    text = named.text
    if edit.start == edit.end and rng.random() < 0.9:
        if named.exact and text[edit.start:].strip() in _CLOSING and rng.random() < 0.7:
            return "acc", tongue.verbs["edit append"].format(nouns=_noun(edit.put, "put", tongue), put=quoted(edit.put.strip(), rng))
        old = anchor(edit, text, named.scope)
        if old:
            return "acc", tongue.verbs["edit put"].format(noun=_noun(old, "after", tongue), old=quoted(old, rng),
                                                          nouns=_noun(edit.put, "put", tongue), put=quoted(edit.put.strip(), rng))
    words = told(edit, text, named.scope, _CARELESS if rng.random() < 0.08 else 1)
    if words is None:
        return None
    old, put = words
    if not put:
        return "pre", tongue.verbs["edit strike"].format(noun=_noun(old, "searched", tongue), old=quoted(old, rng))
    return "pre", exchanged(old, put, tongue, rng)


def _noun(words: str, role: str, tongue: Tongue) -> str:
    words = words.strip()
    return tongue.named[role]["digits" if words.isdigit() else "words" if " " in words else "word"]
