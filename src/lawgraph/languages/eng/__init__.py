"""English: the language of unofficial translations."""

from lawgraph.languages.spoken import DayForm, Language, Speech
from lawgraph.law.eid import Kind

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")
_SPEECH = Speech(
    units={Kind.SECTION: "Section {}.", Kind.SUBSECTION: "Subsection {}.", Kind.CHAPTER: "Chapter {}.",
           Kind.ARTICLE: "Article {}.", Kind.ANNEX: "Annex {}.", Kind.NOTE: "Note {}."},
    months=_MONTHS,
    day="{day} {month} {year}",
    forms={
        DayForm.PLAIN: "{day}", DayForm.ON: "on {day}", DayForm.AS_ON: "on {day}", DayForm.FROM: "from {day}", DayForm.OF: "of {day}",
        DayForm.UNTIL: "up to {day}", DayForm.NOT_BEFORE: "on or after {day}", DayForm.NOT_AFTER: "on or before {day}",
        DayForm.BEFORE: "before {day}",
    },
    between_in_one_year="between {first} {first_month} and {last} {last_month} {year}",
    between="between {one} and {other}",
    span="from {first} to {last}",
    today="today",
    unknown="on a day that is not known",
    law=("the law", "The law", "this law", "whole law"),
    other_kinds={kind: (f"the {kind}", f"The {kind}", f"this {kind}", f"whole {kind}")
                 for kind in ("code", "decree", "edict", "resolution", "order", "decision")},
)

LANGUAGE = Language("eng", "en", "English", "English", f"{__name__}.grammar", _SPEECH, letters="a-z")
