"""An invented language: Armenian letters, numbers and larger units first, the verb before the act, endings for cases.

`-ov` ends what something is done with, `-ic` the day from which, `-um` the place in which.
"""

from lawgraph.languages.spoken import Language
from lawgraph.languages.tables import (
    PUNCTUATION,
    Clauses,
    Grammar,
    Layout,
    Mark,
    Nesting,
    NoteKind,
    Notes,
    NumberPlace,
    Rule,
    UnitWord,
    Words,
)
from lawgraph.law.amendments import Action, RuleKind
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import Kind

_UNIT = r"{numbers}-"
_CASE = "(?:ում|ով)?"

LANGUAGE = Language("zyl", "x-zyl", "Zylish", "Զիլ", __name__)
GRAMMAR = Grammar(
    words=Words(
        nesting=Nesting.LARGER_FIRST, number=NumberPlace.BEFORE_WORD,
        months=(("առու", 1), ("բերու", 2), ("գարու", 3)), tens=(("տասու", 10),), ones=(("մեկու", 1), ("երկու", 2)),
        ordinals=(("առաջու", 1), ("երկրու", 2)), joint="նա", through="մինչու", added_by=("ով",),
    ),
    notes=Notes(
        days=(Rule("dotted", r"(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)", "2015/03/04", Mark.DAY),
              Rule("in_words", r"(?P<year>\d{4})\s(?P<month>{month})\s(?P<day>\d{1,2})", "2015 գարու 4", Mark.DAY)),
        tokens=(
            *PUNCTUATION,
            Rule("after_publication", r"տպումից\s(?P<count>{count})\sօրու\sանց", "տպումից տասու օրու անց",
                 RuleKind.AFTER_PUBLICATION),
            Rule("on_day", "{day}-ից", "2015/03/04-ից", RuleKind.ON_DAY),
            Rule("amended", "փոխված", "փոխված", Action.MODIFICATION),
            Rule("supplemented", "լցված", "լցված", Mark.ADDS),
            Rule("excluded", "հանված", "հանված", Action.EXCLUSION),
            Rule("article", _UNIT + "կամու" + _CASE, "4-կամուում", Kind.ARTICLE),
            Rule("paragraph", _UNIT + "պարու" + _CASE, "2-պարու", Kind.PARAGRAPH),
            Rule("point", r"{numbers}\s?կետու" + _CASE, "4-1) կետուով", Kind.POINT),
            Rule("law", "օրենու" + _CASE, "օրենուով", ActKind.LAW),
            Rule("enforced", "գործում", "գործում", Mark.ENFORCED),
        ),
        openings=(Rule("footnote", r"Նշում\.", "Նշում.", NoteKind.FOOTNOTE),),
        editorial=(Rule("excluded", r"հանված\s(?=№|{day})", "հանված ", NoteKind.EDITORIAL, "№ 12-V"),),
    ),
    layout=Layout(
        units=(UnitWord("գլուխու", Kind.CHAPTER), UnitWord("կամու", Kind.ARTICLE, plural="կամուներ")),
        of_act="օրենու", open_ends=("; նա",), alphabets=("աբգդ",),
    ),
    clauses=Clauses(own=r"Այս օրենու .{0,40}գործում", this="^Այս$", exception="բացի", speaks="գործում"),
)
