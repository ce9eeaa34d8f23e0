"""How people call provisions, acts, actions and languages."""

from functools import lru_cache

from lawgraph.eid import Eid
from lawgraph.model import Action, ActKind, Kind

LANGUAGES = {"eng": "English", "rus": "Russian", "kaz": "Kazakh"}
HTML_LANGUAGES = {"eng": "en", "rus": "ru", "kaz": "kk"}

NOUNS = {
    Kind.LAW: "law", Kind.CONTENTS: "list of contents", Kind.PREAMBLE: "preamble", Kind.SECTION: "section",
    Kind.CHAPTER: "chapter", Kind.ARTICLE: "article", Kind.ANNEX: "annex", Kind.PARAGRAPH: "paragraph",
    Kind.POINT: "point", Kind.SUBPOINT: "subpoint", Kind.PART: "part", Kind.INDENT: "indent", Kind.TABLE: "table",
    Kind.HEADING: "heading", Kind.INTRO: "introductory text",
}

_DONE = {
    Action.INSERTION: "inserted", Action.SUBSTITUTION: "newly worded", Action.MODIFICATION: "changed",
    Action.EXCLUSION: "excluded", Action.REPEAL: "repealed", Action.EXPIRY: "expired", Action.SUSPENSION: "suspended",
    Action.TEXT_SUBSTITUTION: "words replaced throughout",
}

_ACTS = {
    ActKind.LAW: "Law", ActKind.CONSTITUTIONAL_LAW: "Constitutional Law", ActKind.CODE: "Code",
    ActKind.DECREE: "Decree", ActKind.EDICT: "Edict", ActKind.RESOLUTION: "Resolution", ActKind.ORDER: "Order",
    ActKind.DECISION: "Decision", ActKind.UNSTATED: "Act",
}


def done(action: Action) -> str:
    """Return what an act did, as a page says it: "newly worded"."""
    return _DONE[action]


def act_kind(kind: ActKind) -> str:
    """Return what kind of act it is: "Law"."""
    return _ACTS[kind]


@lru_cache(maxsize=8192)
def provision_name(eid: str) -> str:
    """Return an address in words: "Article 6, paragraph 2, point 4-1", "Heading of Article 8"."""
    own = Eid(eid)
    if own == "law":
        return "The whole law"
    if own == "law__heading":
        return "Title of the law"
    if own.kind in (Kind.HEADING, Kind.INTRO) and own.parent:
        return f"{NOUNS[own.kind].capitalize()} of {provision_name(own.parent)}"
    steps = [Eid(each) for each in reversed((own, *own.ancestors))]
    words = ", ".join(_step(each) for each in steps)
    return words[0].upper() + words[1:] if steps[0].kind is not Kind.ARTICLE else words


def mid_sentence(name: str) -> str:
    """Return a name as it stands within a sentence: articles keep their capital, "the whole law" does not."""
    kept = ("Article", "Chapter", "Section", "Annex")
    return name if name.startswith(kept) else name[0].lower() + name[1:]


def short_name(eid: str) -> str:
    """Return the last step of an address in words: "point 4-1"."""
    return _step(Eid(eid))


def _step(eid: Eid) -> str:
    noun = NOUNS[eid.kind]
    return f"{noun.capitalize() if eid.kind in _CAPITAL else noun} {eid.number}".strip()


_CAPITAL = {Kind.SECTION, Kind.CHAPTER, Kind.ARTICLE, Kind.ANNEX}
