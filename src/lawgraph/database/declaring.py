"""What a table is: its columns as people read them, and how they are stored so that nothing stands in the file twice.

People, pages and tests read the columns that a table declares. Where some of them stand in another table (`Shared`),
the rows are stored under `NAME_rows` with the number of the other row, and a view of the declared name puts them
together. What was said before more was known has views of its own: `earlier_NAME`, and `NAME_ever` for both. The tables
that serve the others, and what the next build needs, stand here too.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lawgraph.languages.spoken import codes, spoken


@dataclass(frozen=True, slots=True)
class Column:
    """Describe a column: its name, what it means, whether it holds text or a number, and whether it is never null.

    `made` is the SQL of a column that is made from others when it is read; `s` is the stored row.
    """

    name: str
    meaning: str
    holds: type[str] | type[int] = str
    needed: bool = False
    made: str | None = None


NUMBER = Column("id", "number of the row, without a meaning of its own; another build may give another one", int,
                needed=True)


@dataclass(frozen=True, slots=True)
class Reference:
    """Say that columns name a row of another table."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Say that columns are read from a row of another table, whose number is stored in `column`.

    `by` pairs columns here with those there that together find the row, `shows` the others that are read from it.
    """

    column: str
    table: str
    by: tuple[tuple[str, str], ...]
    shows: tuple[tuple[str, str], ...] = ()
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """Describe a table: its meaning, key, columns, references and indexes.

    `searched` are the columns of its full-text search; `label` is the column that names a row to people. `inline` are
    shared columns that are stored in the row too, to be looked up. Rows are stored by a number of their own, those of
    a table with a `stored_key` by that. `changing` tables tell what was known, and when. `own` are tables that serve
    others; `interned` ones hold each distinct row once.
    """

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    references: tuple[Reference, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    searched: tuple[str, ...] = ()
    label: str | None = None
    shared: tuple[Shared, ...] = ()
    inline: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()
    stored_key: tuple[str, ...] = ()
    changing: bool = False
    own: bool = False
    interned: bool = False

    @property
    def stored(self) -> str:
        """The name under which its rows are stored."""
        return f"{self.name}_rows" if self.shared or self.changing else self.name

    @property
    def ever(self) -> str:
        """The name under which all that was ever said is read."""
        return f"{self.name}_ever" if self.changing else self.name

    @property
    def now(self) -> tuple[Column, ...]:
        """The columns of what is known now."""
        return tuple(each for each in self.columns if not (self.changing and each.name == "known_before"))

    @property
    def stored_columns(self) -> tuple[Column, ...]:
        """The columns of the rows as they are stored."""
        elsewhere = {here for each in self.shared for here, _ in (*each.by, *each.shows)} - set(self.inline)
        own = [each for each in self.columns if each.name not in elsewhere and not each.made]
        links = [Column(each.column, "the row that holds more", int, each.needed) for each in self.shared]
        numbered = self.stored == self.name or self.stored_key or any(each.name == "id" for each in own)
        told = (*([] if numbered else [NUMBER]), *own, *links)
        # The key comes first: SQLite before 3.41 takes columns for others where it checks a table without row numbers.
        key = self.stored_key.index
        return tuple(sorted(told, key=lambda each: key(each.name) if each.name in self.stored_key else len(told)))

    @property
    def primary(self) -> tuple[str, ...]:
        """The columns by which rows are stored."""
        names = {each.name for each in self.stored_columns}
        return self.stored_key or (("id",) if "id" in names else self.key)

    def views(self) -> Iterator[tuple[str, str]]:
        """Give the views through which the table is read, by their names, in the order in which they are made."""
        if self.stored != self.name:
            yield self.ever, self._ever()
        if self.changing:
            now, every = (", ".join(f"[{each.name}]" for each in these) for these in (self.now, self.columns))
            yield self.name, f"select {now} from [{self.ever}] where known_before is null"  # noqa: S608  (our own names)
            yield (f"earlier_{self.name}",
                   f"select {every} from [{self.ever}] where known_before is not null")  # noqa: S608  (our own names)

    def _ever(self) -> str:
        """Return the query that puts stored rows together with what they share."""
        # A column that several tables share is read from the first, by which the rows are stored.
        places = {here: f"{each.column}_.[{there}]" for each in reversed(self.shared)
                  for here, there in (*each.by, *each.shows)}
        told = (each.made or (f"s.[{each.name}]" if each.name in self.inline
                              else places.get(each.name, f"s.[{each.name}]")) for each in self.columns)
        joins = (f"{'' if each.needed else 'left '}join [{each.table}] {each.column}_ "
                 f"on {each.column}_.id = s.{each.column}" for each in self.shared if each.by)
        named = ", ".join(f"{sql} as [{each.name}]" for sql, each in zip(told, self.columns, strict=True))
        return f"select {named} from [{self.stored}] s {' '.join(joins)}"  # noqa: S608  (our own names)


def text(name: str, meaning: str) -> Column:
    """Return a column of text, null where there is none."""
    return Column(name, meaning)


def needed(name: str, meaning: str) -> Column:
    """Return a column of text that is never null."""
    return Column(name, meaning, needed=True)


def count(name: str, meaning: str) -> Column:
    """Return a column of numbers, null where there is none."""
    return Column(name, meaning, int)


def number(name: str, meaning: str) -> Column:
    """Return a column of numbers that is never null."""
    return Column(name, meaning, int, needed=True)


def rule(prefix: str = "", told: Callable[[str, str], Column] = needed) -> tuple[Column, Column]:
    """Return the columns of the rule that two days rest on."""
    return (told(f"{prefix}basis", "the rule that these two days rest on"),
            told(f"{prefix}basis_data", "the same as data: JSON, a list of clauses"))


def same(*names: str) -> tuple[tuple[str, str], ...]:
    """Pair columns with those of the same name."""
    return tuple((name, name) for name in names)


def bounds(column: str, prefix: str = "", inline: str = "", *, needed: bool = True) -> Shared:
    """Say that the two days of a bound, but for one that stands inline, and their rule are read from `bounds`."""
    told = (name for name in ("earliest", "latest", "basis", "basis_data") if name != inline)
    return Shared(column, "bounds", tuple((f"{prefix}{name}", name) for name in told), needed=needed)


BUILD = Table(
    "build", "What this database was made by and from; two builds from the same sources hold the same rows.",
    ("part",), (
        needed("part", "program, schema, code, corpus, amendments, or rows (the hash over the seals of all laws and "
                "of what they have in common, which names this build)"),
        needed("value", "the version of the program, else a SHA-256"),
    ), label="part")

SEALS = Table(
    "seals", "The hash of the rows of each law, of what laws have in common, and of full-text search; "
    "docs/integrity.md says how each is made.",
    ("part",), (
        needed("part", "law/ and the id of a law, common, or upkeep (what only serves searching and the next build)"),
        needed("sha256", "SHA-256 of its rows"),
    ), label="part")

WORDS = Table(
    "words", "Each distinct text of a law once: wordings, words of notes, names of files.", ("id",), (
        NUMBER, needed("words", "the text")), own=True, interned=True)

BOUNDS = Table(
    "bounds", "Each distinct pair of days of a law once, or one of them, with the rule that they rest on.", ("id",), (
        NUMBER,
        text("earliest", "the earliest day"),
        text("latest", "the day by which it surely was so"),
        *rule(),
    ), own=True, interned=True)

REASONS = Table(
    "reasons", "Each distinct reason of a law once: why an answer is not plainly sure.", ("id",), (
        NUMBER,
        needed("sentence", "the reason in a sentence, as JSON"),
        needed("told", "its kind, the act that is meant, what it changed, and the words that are not understood: the "
                "inner part of a JSON object"),
        text("earliest", "the earliest first day of operation of the act's change"),
        text("latest", "the day by which it was surely in operation"),
        *rule("", text),
    ), own=True, interned=True, shared=(bounds("operative", needed=False),))

# JSON is put together as text: SQLite refuses its own functions for that where a schema is not to be trusted.
SAID_BECAUSE = """'[' || coalesce((select group_concat({told}, ', ') from (
    select r.* from reason_lists l join reasons r on r.id = l.reason
    where l.list = s.reason_list order by l.position) r), '') || ']'"""
REASON_AS_DATA = """'{' || r.told || ', "earliest": ' || coalesce('"' || r.earliest || '"', 'null')
    || ', "latest": ' || coalesce('"' || r.latest || '"', 'null')
    || ', "basis": ' || coalesce('"' || replace(replace(r.basis, '\\', '\\\\'), '"', '\\"') || '"', 'null')
    || ', "basis_data": ' || coalesce(r.basis_data, 'null') || '}'"""

REASON_LISTS = Table(
    "reason_lists", "Which reasons stand together, and in which order.", ("list", "position"), (
        number("list", "the number of the list"),
        number("position", "the place in the list, counted from 1"),
        number("reason", "the reason"),
    ), (Reference(("reason",), "reasons_rows", ("id",)),), own=True, stored_key=("list", "position"))

SERVING = (WORDS, BOUNDS, REASONS, REASON_LISTS)
"""The tables that hold once what others read from them, in the order in which they are filled."""

ORIGINS = Table(
    "origins", "What the rows of each law were made from, and which numbers they have; for the next build.", ("law",), (
        needed("law", "the law"),
        needed("files", "SHA-256 of the law's own files"),
        needed("acts", "SHA-256 of the files of the acts in the corpus that may amend it"),
        needed("facts", "SHA-256 of the facts that concern it"),
        number("first", "the first number of its rows"),
        number("after", "the first number behind them"),
    ), (Reference(("law",), "laws", ("id",)),), own=True)

ACTS_NAMED = Table(
    "acts_named", "The acts as each law names them.", ("law", "name"), (
        needed("law", "the law, by its id on adilet.zan.kz"),
        needed("name", "the short name of the act"),
        text("number", "its number"),
        text("adopted", "the day of adoption"),
        needed("kind", "law, code, order …; unstated where no source tells"),
        text("within", "the law in which alone it is known"),
        text("adilet_id", "its id on adilet.zan.kz, where links of the law's sources lead to it"),
        text("zan", "its code in the official interface, where it is told as the cause of an edition"),
        *(text(f"title_{code}", f"title in {spoken(code).name}, as such links give it") for code in codes()),
    ), (Reference(("law",), "laws", ("id",)),), (("name",),))
