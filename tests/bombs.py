"""Questions in SQL that take long in a single step, which nothing inside SQLite interrupts."""


def doubled(asked: str, times: int = 20, of: str = "d") -> str:
    """Ask something of `s`, the letter a doubled so many times."""
    return ("with recursive d(s, n) as (select 'a', 0 union all select s || s, n + 1 from d where n < 20) "     # noqa: S608
            f"select {asked} from {of} where n = {times}")


TRIM = doubled("length(trim(s, replace(s, 'a', 'b') || 'a'))", 17)
INSTR = doubled("instr(s, substr(s, 1, 500000) || 'b')")
