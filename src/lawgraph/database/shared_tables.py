"""The tables that serve the others: what is stored once, and what the next build needs."""

from lawgraph.database.declaring import NUMBER, Reference, Shared, Table, needed, number, text


def same(*names: str) -> tuple[tuple[str, str], ...]:
    """Pair columns with those of the same name."""
    return tuple((name, name) for name in names)


def bounds(column: str, prefix: str = "", inline: str = "", *, needed: bool = True) -> Shared:
    """Say that the two days of a bound, but for one that stands inline, and their rule are read from `bounds`."""
    told = (name for name in ("earliest", "latest", "basis", "basis_data") if name != inline)
    return Shared(column, "bounds", tuple((f"{prefix}{name}", name) for name in told), needed=needed)


WORDS = Table(
    "words", "Each distinct text of a law once: wordings, words of notes, names of files.", ("id",), (
        NUMBER, needed("words", "the text")), own=True, interned=True)

BOUNDS = Table(
    "bounds", "Each distinct pair of days of a law once, or one of them, with the rule that they rest on.", ("id",), (
        NUMBER,
        text("earliest", "the earliest day"),
        text("latest", "the day by which it surely was so"),
        needed("basis", "the rule that the two days rest on"),
        needed("basis_data", "the same as data: JSON, a list of clauses"),
    ), own=True, interned=True)

REASONS = Table(
    "reasons", "Each distinct reason of a law once: why an answer is not plainly sure.", ("id",), (
        NUMBER,
        needed("sentence", "the reason in a sentence, as JSON"),
        needed("told", "its kind, the act that is meant, what it changed, and the words that are not understood: the "
                "inner part of a JSON object"),
        text("earliest", "the earliest first day of operation of the act's change"),
        text("latest", "the day by which it was surely in operation"),
        text("basis", "the rule that the two days rest on"),
        text("basis_data", "the same as data: JSON, a list of clauses"),
    ), own=True, interned=True, shared=(bounds("operative", needed=False),))

REASON_LISTS = Table(
    "reason_lists", "Which reasons stand together, and in which order.", ("list", "position"), (
        number("list", "the number of the list"),
        number("position", "the place in the list, counted from 1"),
        number("reason", "the reason"),
    ), (Reference(("reason",), "reasons_rows", ("id",)),), own=True, stored_key=("list", "position"))

ORIGINS = Table(
    "origins", "What the rows of each law were made from, and which numbers they have; for the next build.", ("law",), (
        needed("law", "the law"),
        needed("files", "SHA-256 of the law's files"),
        needed("facts", "SHA-256 of the facts that concern it"),
        number("first", "the first number of its rows"),
        number("after", "the first number behind them"),
    ), (Reference(("law",), "laws", ("id",)),), own=True)
