"""How lawgraph speaks to people, in the languages of its pages."""

from lawgraph.languages.speech import Form
from lawgraph.voice.basis import basis_in_words, basis_sentence
from lawgraph.voice.days import bounds_in_words, day_in_words, span_in_words, speech_of
from lawgraph.voice.names import (
    HTML_LANGUAGES,
    act_in_words,
    act_kind,
    done,
    language_name,
    place_name,
    provision_name,
    short_name,
    text_in,
)
from lawgraph.voice.recorded import because_sentence, operative_from
from lawgraph.voice.sentences import (
    Told,
    answer_sentence,
    answer_told,
    because,
    citation_sentence,
    known_sentence,
    lagging_sentence,
    reason_in_words,
    sign,
)
from lawgraph.voice.speaking import ENGLISH, Voice, capitalized, message, voice_of
from lawgraph.voice.tongue import Tongue

__all__ = ["ENGLISH", "HTML_LANGUAGES", "Form", "Told", "Tongue", "Voice", "act_in_words", "act_kind",
           "answer_sentence", "answer_told", "basis_in_words", "basis_sentence", "because", "because_sentence",
           "bounds_in_words", "capitalized", "citation_sentence", "day_in_words", "done", "known_sentence",
           "lagging_sentence", "language_name", "message", "operative_from", "place_name", "provision_name",
           "reason_in_words", "short_name", "sign", "span_in_words", "speech_of", "text_in", "voice_of"]
