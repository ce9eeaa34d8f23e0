"""Where a wording that is not held can be read, in words."""

from lawgraph.languages.speech import DayForm
from lawgraph.timeline.look_up import LookUp
from lawgraph.voice.days import day_in_words
from lawgraph.voice.names import act_in_words
from lawgraph.voice.speaking import ENGLISH, Voice


def look_up_sentence(told: LookUp, voice: Voice = ENGLISH) -> str:
    """Return where to read a wording; its addresses are told apart."""
    return " ".join(filter(None, (_base(told, voice), *_since(told, voice), _editions(told, voice))))


def _base(told: LookUp, voice: Voice) -> str:
    if told.brought:
        act = act_in_words(told.brought, voice)
        return (voice.say("It reads as %(act)s inserted it: that act has the words.", act=act) if told.inserted else
                voice.say("It reads as %(act)s worded it: that act has the words.", act=act))
    if not told.original:
        return ""
    if told.following and not told.acts:
        return voice.say("No act is known to have changed it before %(act)s: read the law as first published.",
                         act=act_in_words(told.following, voice))
    return voice.say("Read the law as first published.")


def _since(told: LookUp, voice: Voice) -> tuple[str, ...]:
    changed, perhaps = (", ".join(act_in_words(each, voice) for each in acts) for acts in (told.changed, told.perhaps))
    return (voice.say("Words of it were changed by %(acts)s.", acts=changed) if changed else "",
            voice.say("By that day it may have been changed by %(acts)s.", acts=perhaps) if perhaps else "")


def _editions(told: LookUp, voice: Voice) -> str:
    since = day_in_words(told.since, voice, DayForm.FROM) if told.since else ""
    before = day_in_words(told.before, voice, DayForm.BEFORE) if told.before else ""
    if not since and not before:
        return ""
    if since and before:
        return voice.say("An edition dated %(since)s and %(before)s has it (archives date by the adoption of acts).",
                         since=since, before=before)
    days = since or before
    return voice.say("An edition dated %(days)s has it (archives date by the adoption of acts).", days=days)
