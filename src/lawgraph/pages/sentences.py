"""What pages say of a law as a whole, and of a stretch of days."""

from datetime import date

from lawgraph.days import DayBounds
from lawgraph.model import Presence, Version
from lawgraph.pages.volume import Volume
from lawgraph.voice import answer_sentence, day_in_words


def law_sentence(volume: Volume, day: date) -> str:
    """Return what may be said of a law as a whole on a day."""
    told = day_in_words(day)
    if day < volume.law.adopted:
        return f"The law did not exist on {told}: it was adopted on {day_in_words(volume.law.adopted)}."
    answer = volume.answer(day)
    if answer.most is Presence.YES:
        return f"The law was in operation on {told}."
    if answer.most is Presence.PRESUMED and volume.whole.horizon:
        horizon = day_in_words(volume.whole.horizon)
        return f"The law was probably in operation on {told}: the sources speak only up to {horizon}."
    nothing = DayBounds(None, None, "")
    return answer_sentence(Version("law", nothing, nothing, answer.most, None, None, answer.because), day, "law")
