"""A simulated legislature: invented laws whose whole true life is known, what a public page prints of them, and facts.

    history = invent(seed)              # the truth: history.texts_on(day), history.boundaries, history.acts
    page(history)                       # the English page as printed on history.printed_on, without history.left_out
    records, notes = facts(history)     # what amendments/ and notes.toml would hold
    prints(history, Shelf(3))           # three editions of it, of several days
    describe(history)                   # the law's life as a table, for a failing test

`habits_of(seed)` tells what world the seed brings; `invent(seed, habits)` invents in another one.
"""

from legislature.facts import facts, law_act
from legislature.features import Feature, met
from legislature.history import Change, Habits, Held, History, Stated, TrueAct, describe, same_wording
from legislature.invention import first_day, habits_of, invent
from legislature.page import named_acts, page, printed_texts
from legislature.prints import Dated, Print, Shelf, in_language, met_on, prints, stated_day
from legislature.spoken import held_acts, never_done

__all__ = [
           "Change",
           "Dated",
           "Feature",
           "Habits",
           "Held",
           "History",
           "Print",
           "Shelf",
           "Stated",
           "TrueAct",
           "describe",
           "facts",
           "first_day",
           "habits_of",
           "held_acts",
           "in_language",
           "invent",
           "law_act",
           "met",
           "met_on",
           "named_acts",
           "never_done",
           "page",
           "printed_texts",
           "prints",
           "same_wording",
           "stated_day",
]
