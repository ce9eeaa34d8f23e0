"""How lawgraph speaks to people, in the languages of its pages."""

from lawgraph.voice.sentences import (
    MONTHS,
    act_in_words,
    answer_sentence,
    because_sentence,
    bounds_in_words,
    citation_sentence,
    day_in_words,
    known_sentence,
    operative_from,
    page_reason,
    sign,
)
from lawgraph.voice.speaking import ENGLISH, Voice, voice_of
from lawgraph.voice.tongue import Tongue

__all__ = ["ENGLISH", "MONTHS", "Tongue", "Voice", "act_in_words", "answer_sentence", "because_sentence",
           "bounds_in_words", "citation_sentence", "day_in_words", "known_sentence", "operative_from", "page_reason",
           "sign", "voice_of"]
