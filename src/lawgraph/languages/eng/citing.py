"""How English wordings cite units and acts (unofficial translations call a point subparagraph, item or clause)."""

from lawgraph.languages.citing import (
    ACT_NUMBER,
    QUOTED,
    ActRule,
    BareRule,
    Citing,
    OwnName,
    ThisRule,
    UnitRule,
    spaced,
)
from lawgraph.languages.state import COUNTRIES
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import Kind

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WRITTEN = (rf"[0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH},?\s[0-9]{{4}}"
            rf"|{_MONTH}\s[0-9]{{1,2}},?\s[0-9]{{4}}")
_DAY = rf"(?:[0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{4}}|{_WRITTEN})"
_COUNTRY = rf"\s+of\s+the\s+{COUNTRIES['eng']}"
_UNQUOTED = (r"(?i:on\s+administrative\s+[a-z]+|on\s+marriage\s+\(matrimony\)\s+and\s+family"
             r"|on\s+taxes\s+and\s+other\s+[a-z]+\s+payments\s+to\s+(?:the\s+)?budget"
             r"|on\s+(?:public|people[’']s)\s+health\s+and\s+(?:the\s+)?health\s?care\s+system)")
_PARTS = (rf"(?:{_COUNTRY}|,?\s+(?:dated|of|from)\s+{_DAY}|,?\s+{ACT_NUMBER}|,?\s+(?:{QUOTED})"
          rf"|\s+{_UNQUOTED})")
_CODES = ("Penal", "Criminal", "Criminal Procedure", "Criminal Procedural", "Criminal Executive", "Civil",
          "Civil Procedure", "Civil Procedural", "Labor", "Labour", "Land", "Tax", "Budget", "Water", "Forest",
          "Environmental", "Ecological", "Entrepreneurial", "Entrepreneurship", "Customs", "Social",
          "Administrative Procedural")
_ANY_CODE = "|".join(spaced(name) for name in sorted(_CODES, key=len, reverse=True))
_LAW = r"Constitutional\s+Law|Law|Code|Rules|Regulations?|Instructions?|Order|Edict|Decree|Resolution"
_POINT, _PARAGRAPH = (Kind.POINT, Kind.SUBPOINT), (Kind.PARAGRAPH,)
_PART = (Kind.ALINEA, Kind.PARAGRAPH)

CITING = Citing(
    units=(
        UnitRule((Kind.SECTION,), "sections", r"section|sec\.?", "section 2"),
        UnitRule((Kind.CHAPTER,), "chapters", r"chapter|ch\.?", "Chapter III"),
        UnitRule((Kind.ARTICLE,), "articles", r"article|art\.?", "Articles 5 and 9-1"),
        UnitRule((Kind.ANNEX,), "annexes", "annex|appendix", "Annex 1"),
        UnitRule(_PARAGRAPH, "paragraphs", r"paragraph|para\.?", "paragraphs 1, 2 and 4"),
        UnitRule((Kind.PARAGRAPH, Kind.POINT), "items|clauses", "item|clause", "item 2"),
        UnitRule(_POINT, r"sub-?\s?(?:paragraph|clause|item|point)s",
                 r"sub-?\s?(?:paragraph|clause|item|point|para\.?)", "subparagraphs 1) and 2)"),
        UnitRule((Kind.POINT, Kind.PARAGRAPH), "points", r"point|pt\.?", "point 4-1"),
        UnitRule((Kind.INDENT,), "indents", "indent", "indent 2"),
        UnitRule(_PART, "parts", "part", "part two", counted=True),
    ),
    bare=(
        BareRule(Kind.PREAMBLE, "preamble", "preamble"),
        BareRule(Kind.HEADING, "heading|title", "heading"),
        BareRule(Kind.INTRO, "intro|lead-in", "lead-in"),
    ),
    these=(
        ThisRule(Kind.LAW, _LAW, "this Law"),
        ThisRule(Kind.CHAPTER, "chapter", "this chapter"),
        ThisRule(Kind.ARTICLE, "article", "this article"),
        ThisRule(Kind.PARAGRAPH, "paragraph", "this paragraph"),
    ),
    acts=(
        ActRule(ActKind.UNSTATED, r"Constitution(?!\s+Law)", "Constitution of the Republic of Kazakhstan"),
        ActRule(ActKind.LAW, r"(?<!Constitutional )(?<!Constitution )Law",
                "Law of the Republic of Kazakhstan dated 3 June 2009 No. 166-IV “On honey and wax”"),
        ActRule(ActKind.CONSTITUTIONAL_LAW, r"Constitution(?:al)?\s+Law",
                "Constitutional Law of the Republic of Kazakhstan “On elections in the Republic of Kazakhstan”"),
        ActRule(ActKind.CODE, rf"(?:(?:{_ANY_CODE})\s+)?Code", "Penal Code of the Republic of Kazakhstan"),
        ActRule(ActKind.DECREE, r"(?:Edict|Decree)\s+of\s+the\s+President",
                "Decree of the President of the Republic of Kazakhstan dated 9 February 2011 No. 1154"),
        ActRule(ActKind.RESOLUTION, r"(?:Resolution|Decree)\s+of\s+the\s+Government",
                "Resolution of the Government of the Republic of Kazakhstan dated 14.12.2020 No. 340"),
        ActRule(ActKind.ORDER, r"[Oo]rder\s+of\s+the\s+(?:[Aa]cting\s+)?Minister(?:,?\s+[\w’]+){0,14}?"
                r"(?=\s+of\s+the\s+(?:Republic|RK)|,?\s+(?:dated|No|№))",
                "order of the Minister of Culture and Sports of the Republic of Kazakhstan dated 14.12.2020 No. 340"),
    ),
    own_names=(
        OwnName(r"Constitution(?!\w|\s+Law)", "Constitution of the Republic of Kazakhstan",
                "Constitution of the Republic of Kazakhstan"),
        OwnName(r"Code\s.{0,300}\bon\s+administrative\s+(?i:infra?ctions|infarctions|offen[cs]es|violations)",
                "Code of the Republic of Kazakhstan on administrative infractions",
                "Code of the Republic of Kazakhstan on administrative infarctions"),
        *(OwnName(rf"{spaced(name)}\s+Code", f"{name} Code of the Republic of Kazakhstan",
                  f"{name} Code of the Republic of Kazakhstan") for name in _CODES),
    ),
    ordinals=("first|one", "second|two", "third|three", "fourth|four", "fifth|five", "sixth|six", "seventh|seven",
              "eighth|eight", "ninth|nine", "tenth|ten"),
    separator=r"\s*,\s*(?:(?:and/or|and|or|as\s+well\s+as)\s+)?(?:the\s+)?|\s+(?:and/or|and|or|as\s+well\s+as)\s+(?:the\s+)?",
    joint=r"\s+(?:of|to|in)\s+(?:the\s+)?",
    this=r"th(?:is|ese)",
    parts=_PARTS,
    typed="law|act|code|order",
    filling=r"of|the|in|this|law",
)
