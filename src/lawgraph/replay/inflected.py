"""Words that an act exchanges in all their cases, and quotes in one: what holds none of them stays as it is, for sure.

What becomes of the others is not known, for the act does not write it out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lawgraph.languages.inflected import may_hold
from lawgraph.languages.scanner import plain_pattern
from lawgraph.languages.spoken import spoken
from lawgraph.law.acts import ChangedWords
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.replay.edits import Edit
from lawgraph.replay.rewording import excepted, texts_in
from lawgraph.replay.state import NamedSlot, Node, Path
from lawgraph.replay.told import ToldEffect


def may_stand(words: tuple[str, ...], text: str, lang: str) -> bool:
    """Tell whether any of some words may stand in a text, in whatever case."""
    two_stems = plain_pattern(spoken(lang).words.of_two_stems)
    return any(two_stems.search(each) for each in words) or may_hold(text, words)


def left_alone(edit: Edit, slot: NamedSlot, law: Node, eids: Mapping[Path, Eid], lang: str) -> Iterator[ChangedWords]:
    """Give the texts of a slot that an edit leaves as they are: none of its words is in them, or they are excepted."""
    but = [each.path for each in excepted(edit, law)]
    for path, heading, text in texts_in(law, slot, everywhere=True):
        spared = any(path[:len(each)] == each for each in but)
        if spared or not may_stand(edit.search, text, lang):
            own = eids[path].child(Kind.HEADING) if heading else eids[path]
            yield ChangedWords(own, lang, text, text, reversible=spared or not may_stand(edit.put, text, lang))


def but_for(effect: ToldEffect, inflected: Iterable[ToldEffect], lang: str) -> ToldEffect:
    """Return an effect without the words that it gives where others may have been exchanged in all their cases, too."""
    for each in inflected:
        if each.eid == LAW or effect.eid.within(each.eid) or each.eid.within(effect.eid) or effect.eid == LAW:
            words = each.made.edit.search
            later = None if effect.later is not None and may_stand(words, effect.later, lang) else effect.later
            effect = replace(effect, later=later, rewordings=tuple(
                pair for pair in effect.rewordings if not may_stand(words, f"{pair.earlier} {pair.later}", lang)))
    return effect
