"""How a language prints units and days: what the pages and the command line say, apart from their messages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from lawgraph.law.eid import Kind


class DayForm(Enum):
    """How a day stands in a sentence."""

    PLAIN = "plain"
    ON = "on"
    AS_ON = "as on"
    FROM = "from"
    OF = "of"
    UNTIL = "until"
    NOT_BEFORE = "not before"
    NOT_AFTER = "not after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Endings:
    """Hold what follows the name of a month: "in July", "from July", "to July", "of July", "July and …"."""

    where: str = ""
    whence: str = ""
    whither: str = ""
    of: str = ""
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """Hold the patterns of a language.

    `units` print the number of a unit: "Article {}."; `day` writes a day of `months`, `forms` set it in a sentence, and
    `between` and `span` two of them; `endings` follow the months, `since` is the word before a day of the month.
    """

    units: Mapping[Kind, str] = field(default_factory=dict)
    months: tuple[str, ...] = ()
    day: str = "{year}-{month}-{day}"
    forms: Mapping[DayForm, str] = field(default_factory=dict)
    between_in_one_year: str = "{one} – {other}"
    between: str = "{one} – {other}"
    span: str = "{first} – {last}"
    today: str = ""
    unknown: str = "?"
    endings: tuple[Endings, ...] = (Endings(),) * 12
    since: Mapping[int, str] = field(default_factory=dict)
    usual_since: str = ""
