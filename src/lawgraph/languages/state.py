"""What is particular to the state whose laws are read: the Republic of Kazakhstan."""

COUNTRIES = {
    "eng": r"(?:Republic\s+of\s+Kazakhstan|RK)",
    "rus": r"(?:Республики\s+Казахстан|РК)",
    "kaz": r"(?:Қазақстан\s+Республикасы(?:ның)?|ҚР)",
}
"""The name of the state as its acts bear it, as a pattern for each language."""

MISSING = "не найден|табылмады"
"""What the public system says of a page that it does not have."""

LISTED = ("eng", "rus", "kaz")
"""The languages of its laws in the order in which they are listed; any other one comes behind."""

FIRST = LISTED[0]
"""The language that is meant where nobody says another one, and in which facts are told."""

OFFICIAL_LANGUAGES = ("rus", "kaz")
"""The languages in which a text is the law; a text in another one is a translation."""
