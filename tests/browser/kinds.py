"""Every kind of page of our sites, by an address of it, and a window that opens each once for many looks at it."""

LAW = "/law/Z100000271_/eng"

KINDS = {
    "home": "/",
    "law": LAW,
    "law on a day": f"{LAW}/on/2013-07-14",
    "law after its repeal": f"{LAW}/on/2026-03-02",
    "life of an article": f"{LAW}/art_7",
    "article on a day": f"{LAW}/art_7/on/2013-07-14",
    "two days to choose": f"{LAW}/diff",
    "what changed": f"{LAW}/diff/2013-06-25/2013-08-13",
    "new wordings": f"{LAW}/diff/2016-01-01/2017-05-01",
    "act": "/act/124-V",
    "acts and articles": f"{LAW}/acts",
    "laws": "/laws",
    "findings": "/findings",
    "about": "/about",
    "search": "/search",
    "home in Russian": "/ru",
    "life in Russian": f"/ru{LAW}/art_7",
    "article on a day in Kazakh": f"/kk{LAW}/art_7/on/2013-07-14",
    "about in Kazakh": "/kk/about",
}
# Only a server can answer these with a page of their own.
ANSWERED = {
    "life of a point": f"{LAW}/art_7__point_1",
    "point on a day": f"{LAW}/art_7__point_9/on/2013-07-14",
    "search with hits": "/search?q=infractions",
    "search without hits": "/search?q=xylophone",
    "a day that does not exist": f"{LAW}/on/2013-02-30",
    "no such article": f"{LAW}/art_99",
    "no such article in Russian": f"/ru{LAW}/art_99",
}
# Where the files differ from what a server gives: a policy, scripts, and what stands in for a server's answers.
FILES = ("home", "law", "law on a day", "life of an article", "two days to choose", "search", "home in Russian")
