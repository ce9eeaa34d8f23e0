"""What pages say of a law as a whole, and of a provision together with its parts."""

from datetime import date

from lawgraph.days import DayBounds
from lawgraph.model import Presence, ReasonKind, Version
from lawgraph.pages.blocks import Block
from lawgraph.pages.values import Answer, Grade
from lawgraph.pages.volume import Volume
from lawgraph.timeline.lawdays import LawAnswer
from lawgraph.voice import answer_sentence, citation_sentence, day_in_words

_UNTOLD = DayBounds(None, None, "")
_ON_THAT_DAY = "Not in operation on that day"


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
    sentence = answer_sentence(Version("law", _UNTOLD, _UNTOLD, answer.most, None, None, answer.because), day, "law")
    return sentence.replace(_ON_THAT_DAY, f"The law was not in operation on {told}") + _successor(volume, answer)


def _successor(volume: Volume, answer: LawAnswer) -> str:
    """Name the act that ended a law by its title, which tells what came in its place."""
    ending = [volume.links.get(each.act or "") for each in answer.because if each.kind is ReasonKind.LAW_REPEALED]
    titles = [f" № {act.name} is “{act.title}”." for act in ending if act and act.title]
    return "".join(titles)


def acts_sentence(volume: Volume) -> str:
    """Return which of the acts that amended a law are known."""
    if volume.law.acts_complete_until:
        return f"Every act that amended it up to {day_in_words(volume.law.acts_complete_until)} is known."
    return "Only the acts that its own footnotes name are known; others may have changed it since."


def whole_answer(block: Block, day: date) -> Answer:
    """Return what may be said of a provision together with its parts: never more than of the weakest of them."""
    if block.answer.grade is Grade.ABSENT or not (block.doubts - block.doubtful):
        return block.answer
    held, count = block.count - block.doubts, block.count
    told = (f"{held} of its {count} provisions are held as they read on {day_in_words(day)}; of {block.doubts} the "
            "wording, or whether it was in operation, is not certain.")
    return Answer(Grade.PARTLY, "○", "Partly held", told)


def reliance(block: Block, version: Version) -> str:
    """Return what a citation may say of relying on a provision with its parts."""
    if block.answer.grade is Grade.ABSENT or not (block.doubts - block.doubtful):
        return citation_sentence(version)
    return f"only for the provisions that bear no sign of doubt; cite each of the other {block.doubts} on its own"
