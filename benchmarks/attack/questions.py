"""Questions in SQL that are meant to harm, each of its own kind."""


def _doubled(asked: str, times: int = 20, of: str = "d") -> str:
    return ("with recursive d(s, n) as (select 'a', 0 union all select s || s, n + 1 from d where n < 20) "  # noqa: S608
            f"select {asked} from {of} where n = {times}")


QUESTIONS = {
    "trim": _doubled("length(trim(s, replace(s, 'a', 'b') || 'a'))", 17),
    "ltrim": _doubled("length(ltrim(s, replace(s, 'a', 'b') || 'a'))", 17),
    "rtrim": _doubled("length(rtrim(s, replace(s, 'a', 'b') || 'a'))", 17),
    "instr": _doubled("instr(s, substr(s, 1, 500000) || 'b')"),
    "replace": _doubled("length(replace(s, substr(s, 1, 500000) || 'b', ''))"),
    "like": _doubled(f"sum(s like '%{'a' * 190}b')", of="d, texts"),
    "glob": _doubled(f"sum(s glob '*{'a' * 190}b')", of="d, texts"),
    "131,000 ORs": "with recursive n(i) as (select 1 union all select i + 1 from n where i < 131000), "
                   "w(q) as (select group_concat('a' || i, ' OR ') from n) "
                   "select count(*) from texts_fts, w where texts_fts match q",
    "recursion": "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n",
    "join": "select count(*) from versions a, versions b, versions c where a.text > b.text || c.text",
    "100 columns of 1 MB": _doubled(", ".join(f"s || {each} c{each}" for each in range(98))),
    "rows without end": "select a.text from texts a, texts b",
    "4 MB of control characters": "select replace(hex(substr(a.text, 1, 400)), '4', char(1)) x "
                                  "from texts a, texts b limit 1000",
    "4 MB of signs": "select replace(substr(a.text, 1, 400), 'e', '😀') x from texts a, texts b limit 1000",
    "sorting": "select a.text || b.text || c.text t from texts a, texts b, texts c order by t",
    "group_concat": "select length(group_concat(a.text || b.text)) from texts a, texts b",
    "printf": "select printf('%.400000000c', 'x')",
    "zeroblob": "select length(hex(zeroblob(400000000)))",
    "hex": "select length(hex(hex(hex(hex(hex(hex(text || text))))))) from texts",
    "64 tables": "select count(*) from " + ", ".join(f"laws l{each}" for each in range(60)),  # noqa: S608
}
