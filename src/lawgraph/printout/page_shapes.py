"""The shapes of the JSON of pages, as far as no command gives the same."""

from lawgraph.languages.spoken import codes
from lawgraph.law.model import Action, Scope
from lawgraph.printout.json_shapes import ACT, BUILD, Field, Output, Shape, one_of

_COUNT = Field("count", "number", "how many laws are held")
_LAW = (
    Field("id", "text", "the id of the law"), Field("number", "text", "its number"),
    Field("adopted", "day", "the day of adoption"),
)
_IN_A_LANGUAGE = (
    *_LAW, Field("lang", one_of(codes()), "the language of its leading text"),
    Field("title", "text", "its title in that language"), Field("path", "text", "the path of its page"),
)

HOME = Shape("home", "The laws held, if they are few, and the acts that changed them lately.", (
    BUILD, _COUNT,
    Field("laws", "list of law at home", "the laws; empty where they are listed apart"),
    Field("lists", "text", "the path of the list of all laws"),
    Field("changed_lately", "list of text", "the short names of the acts, the latest first"),
))
LAW_AT_HOME = Shape("law at home", "A law as the first page shows it.", (
    *_IN_A_LANGUAGE, Field("standing", "text", "what may be said of it today, in a sentence"),
))
LISTED = Shape("laws listed", "One page of the list of all laws.", (
    BUILD, _COUNT, Field("page", "number", "the number of this page, counted from 1"),
    Field("of", "number", "how many pages there are"), Field("laws", "list of law listed", "the laws of this page"),
))
LAW_LISTED = Shape("law listed", "A law as the list shows it.", (
    *_LAW, Field("title", "text", "its title"),
    Field("langs", f"list of {one_of(codes())}", "the languages in which its text is held"),
    Field("path", "text", "the path of its page"),
))
ABOUT = Shape("about", "What the site is made of.", (
    BUILD, _COUNT, Field("laws", "list of law at its sources", "the laws, if they are few"),
))
LAW_AT_ITS_SOURCES = Shape("law at its sources", "A law with what its text was read from.", (
    *_IN_A_LANGUAGE,
    Field("acts_known", "text", "what the list of amending acts rests on"),
    Field("horizon", "day or null", "the last day up to which the sources speak"),
    Field("source", "text or null", "the file that was read"), Field("sha256", "hash or null", "SHA-256 of that file"),
))
SEARCHED = Shape("search", "What a search found.", (
    BUILD,
    Field("words", "text", "the words searched for"), Field("law", "text or null", "the law searched in; null: all"),
    Field("lang", f"{one_of(codes())} or null", "the language searched in; null: all"),
    Field("on", "day or null", "the day asked for; null: any"),
    Field("laws", "list of text", "the paths of laws that have the number"),
    Field("provisions", "list of text", "the paths of provisions that have the number"),
    Field("acts", "list of text", "the short names of acts"),
    Field("texts", "list of wording found", "the wordings that have the words"),
))
FOUND = Shape("wording found", "A wording that has the words, and how it stands to the day.", (
    Field("path", "text", "the path of its page"), Field("lang", one_of(codes()), "its language"),
    Field("from", "day", "the first day for which this wording is held"),
    Field("last", "day or null", "the last one; null where no end is known"),
    Field("day", "day", "the day of which the grade speaks"), Field("grade", "text", "how sure the answer for it is"),
    Field("told", "text", "the same in a sentence"), Field("excerpt", "text", "the words around what was found"),
))
ACT_AT_ITS_PAGE = Shape("act at its page", "An act with its days and what it amends, and the build.", (
    BUILD, *ACT.fields,
))
MATRIX = Shape("act in the table", "An act as the table of acts and articles shows it.", (
    Field("act", "text", "its short name"), Field("adopted", "day or null", "the day of adoption"),
    Field("operative", "bounds", "the first of its first days of operation"),
    Field("changes", "list of change in the table", "all that it changed in the law"),
))
MATRIX_CHANGE = Shape("change in the table", "One change with its article and how sure it is.", (
    Field("article", "text", "the article, or what stands beside articles"),
    Field("eid", "text", "the address of what was changed"), Field("action", one_of(Action), "what was done to it"),
    Field("scope", one_of(Scope), "how far the change reaches"),
    Field("sureness", one_of(("exact", "interval", "candidate")), "`exact`: the first day of operation is certain; "
          "`interval`: it lies between two days; `candidate`: which part of the article changed is not recorded"),
    Field("operative", "bounds", "its first day of operation"),
))
TURN = Shape("day of change", "A day on which the law differs, and the two days to compare.", (
    Field("day", "day", "the day"), Field("acts", "list of text", "the acts that may have taken effect on it"),
    Field("compare", "text or null", "the path that compares it with the day of change before it"),
))
WRONG = Shape("wrong", "What cannot be answered, with the status 400, 404 or 414 of HTTP.", (
    Field("error", "text", "what is wrong with what was asked"), Field("asked", "text", "what was asked"),
    Field("nearest", "text", "the path of the nearest right thing"),
))

PAGE_SHAPES = (HOME, LAW_AT_HOME, LISTED, LAW_LISTED, ABOUT, LAW_AT_ITS_SOURCES, SEARCHED, FOUND, ACT_AT_ITS_PAGE,
               MATRIX, MATRIX_CHANGE, TURN, WRONG)

PAGE_ANSWERS = (
    Output("home", "/index.json", "home"), Output("laws", "/laws.json", "laws listed"),
    Output("about", "/about.json", "about"), Output("search", "/search.json", "search"),
    Output("act", "/act/124-V.json", "act at its page"),
    Output("matrix", "/law/Z100000271_/eng/acts.json", "list of act in the table"),
    Output("comparisons", "/law/Z100000271_/eng/diff.json", "list of day of change"),
    Output("error", "any path that has no page", "wrong"),
)
