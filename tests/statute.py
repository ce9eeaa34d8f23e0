"""Write small statutes for tests the way the public page prints them."""

BODY = "\u00a0\u00a0\u00a0\u00a0\u00a0 "
FRONT = {
    "eng": " On clocks\n\n\t\t\nThe Law of the Republic of Kazakhstan dated 29 April, 2010 No. 271-IV.\n\n",
    "rus": " О часах\n\n\t\t\nЗакон Республики Казахстан от 29 апреля 2010 года № 271-IV.\n\n",
    "kaz": " Сағаттар туралы\n\n\t\t\nҚазақстан Республикасының 2010 жылғы 29 сәуірдегі N 271-IV Заңы.\n\n",
}


def page(lines: str) -> str:
    """Return lines as the page prints them: "| " begins a body line, anything else stands at the margin."""
    return "".join(f"{BODY}{line[2:]}\n\n" if line.startswith("| ") else f"{line}\n"
                   for line in lines.strip("\n").splitlines())


def statute(lines: str, lang: str = "eng") -> str:
    """Return a statute with title and requisite above the lines."""
    return FRONT[lang] + page(lines)
