"""The forms of English footnotes (unofficial translations of adilet.zan.kz and older ones)."""

from lawgraph.languages.tables import PUNCTUATION, Mark, NoteKind, Notes, Rule
from lawgraph.law.amendments import Action, RuleKind
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import Kind

_BE = r"(?:(?:is|are|was|were|has been|have been|shall be|to be|be)\s+)?"
_PUBLICATION = r"(?:(?:the\s+)?(?:(?:day|date)\s+)?(?:of\s+)?(?:(?:its|their|the)\s+)?(?:first\s+)?(?:official\s+)?publication(?:\s+date)?|(?:the\s+)?(?:day|date)\s+of\s+(?:(?:its|their)\s+)?(?P<signed>signing|signature|adoption)(?!\s+of))"
_WHOLE = r"(?:\s+(?:of|to)\s+(?:the|this|these)\s+(?:Law|Code|Decree|Edict|Order|Resolution|Decision|Rules|Regulations?))"
_HEADING = r"(?:the\s+)?(?:titles?|headings?|names?|headlines?)"
_OF_RULES = r"\s+(?:of|to)\s+(?:the|this|these)\s+(?:Rules|Regulations?)"
_REST = r"[^\d;()№\"]{0,200}?(?=,?\s+(?:dated|of\s+(?:the\s+)?\d|of\s+{month}|No\.?\s*\d|N\s*\d|№|as\s)|\s*[;(]|\s*$)"

DAYS = (
    Rule("dotted", r"(?P<day>\d{1,2})\s?\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{2,4})(?!\.?\d)", "03.07.2013", Mark.DAY),
    Rule("dotted_year_first", r"(?P<year>\d{4})\.(?P<month>\d{1,2})\.(?P<day>\d{1,2})(?!\d)", "2013.10.08", Mark.DAY),
    Rule("dashed", r"(?P<day>\d{2})-(?P<month>\d{2})-(?P<year>\d{4})", "17-11-2015", Mark.DAY),
    Rule("dashed_year_first", r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", "2015-11-17", Mark.DAY),
    Rule("slashed", r"(?P<month>0?\d|1[0-2])/(?P<day>\d{1,2})/(?P<year>\d{4})", "06/21/2007", Mark.DAY),
    Rule("slashed_day_first", r"(?P<day>1[3-9]|[23]\d)/(?P<month>\d{1,2})/(?P<year>\d{4})", "21/06/2007", Mark.DAY),
    Rule("month_name_first", r"(?P<month>{month})\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{1,4})",
         "December 27, 2019", Mark.DAY),
    Rule("day_of_month", r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?,?\s+(?:day\s+)?(?:of\s+)?(?P<month>{month}),?\s+(?P<year>\d{1,4})",
         "7th October 1994", Mark.DAY),
)

_CLAUSES = (
    Rule("after_publication",
         r"(?:(?:upon|after|on|at|by|with)\s+)?(?:(?:the\s+)?(?:expiry|expiration|expire|lapse)\s+(?:date\s+)?of\s+)?"
         r"(?:a\s+)?(?P<count>{count}|a(?=\s+(?:month|year)))\s+(?:calendar\s+)?(?:days?|(?P<months>months?)|(?P<years>years?))"
         r"(?:\s+(?:period|term))?,?\s+(?:after|following|upon|(?P<since>from|since))\s+" + _PUBLICATION,
         "upon expiry of ten calendar days after its first official publication", RuleKind.AFTER_PUBLICATION),
    Rule("on_publication", r"(?:from|since|on|upon|with\s+effect\s+from)\s+" + _PUBLICATION,
         "from the date of its official publication", RuleKind.ON_PUBLICATION),
    Rule("after_the_day", r"(?:(?:from|on|since)\s+the\s+(?:day|date)\s+(?:following|after)|after)\s+(?P<next>the\s+(?:day|date))\s+of\s+"
         r"(?:(?:its|their|the)\s+)?(?:first\s+)?(?:official\s+)?publication",
         "after the day of its first official publication", RuleKind.AFTER_PUBLICATION),
    Rule("retroactive", r"(?:(?:shall\s+)?(?:apply|applies|be\s+applied|extends?|be\s+extended|covers?)|(?:is|are)\s+(?:applied|extended))\s+(?:to\s+)?(?:the\s+)?(?:legal\s+)?"
         r"relations(?:hips)?,?\s+(?:that\s+|which\s+)?(?:(?:have\s+)?(?:arisen|arose|emerged|originated|occurred)|arising)\s+(?:(?:starting\s+)?from|since|on|after)\s+(?:the\s+)?{day}",
         "shall apply to relations that arose from 01.01.2013", Mark.APPLIES),
    Rule("from_to", r"(?:from|since)\s+(?:the\s+)?{day},?\s+(?:until|till|to|up\s+to|through)\s+(?:the\s+)?{day}(?:,?\s+\(?inclusive(?:ly)?\)?)?", "from 01.01.2015 until 01.01.2018", RuleKind.ON_DAY),
    Rule("not_before", r"not\s+(?:earlier|before|sooner)\s+(?:than\s+)?(?:from\s+|on\s+)?(?:the\s+)?{day}", "not earlier than 01.01.2015", Mark.UNREAD),
    Rule("except", r"except(?:\s+for)?|with\s+the\s+exception\s+of|excluding", "except for", Mark.EXCEPT),
    Rule("suspended_until", r"(?:until|till|up\s+to|through)\s+(?:the\s+)?{day}(?:,?\s+\(?inclusive(?:ly)?\)?)?", "until 01.01.2021", Mark.UNTIL),
    Rule("on_day", r"(?:from|since|on|as\s+from|starting\s+from|commencing\s+on)\s*(?:the\s+)?{day}", "from 01.01.2016", RuleKind.ON_DAY),
    Rule("effective", r"(?:(?:shall|is|are)\s+)?(?:be\s+)?(?:enforced|enacted|effective)\s*:?,?\s+(?:(?:from|since|on|as\s+of|as\s+from)\s+)?(?:the\s+)?{day}",
         "Effective 20, May 2005", RuleKind.ON_DAY),
    Rule("see", r"(?:(?:enforcement|enactment)\s+(?:procedure|order),?\s+|(?:for\s+)?(?:the\s+)?(?:order|procedure|terms?|date)\s+(?:of|for)\s+(?:the\s+)?(?:its\s+)?"
         r"(?:entry\s+into\s+force|enforcement|enactment|introduction|coming\s+into\s+effect|putting\s+into\s+effect)"
         r"(?:\s+into\s+effect)?(?:\s+of\s+the\s+Law)?,?\s+)?(?:see|refer\s+to)\s+(?:in\s+)?(?P<reference>(?!(?:the\s+)?(?:Resolution|old|former|previous))"
         r"(?:[^();]|(?<=\d)\)(?=\s+of\b)){1,200}?)"
         r"(?:\s+(?P<for>for\s+[^();]{0,100}+))?(?=\s*(?!(?<=\d)\)\s+of\b)[();]|\s*\.?\s*$)",
         "see Article 2 for the order of entry into force", RuleKind.SEE),
)

_VERBS = (
    Rule("foreseen", r"(?:(?:is|are|was|were)\s+)?(?:provided|prescribed|envisaged|planned|stipulated|foreseen|proposed)"
         r"(?:\s+(?:for|to))?", "is provided to", Mark.PENDING),
    Rule("amended", _BE + r"(?:as\s+)?(?:amended|modified|changed)(?:\s+and\s+(?:supplemented|added|amended))?"
         r"|with\s+(?:the\s+)?(?:amendments?|changes?)(?:\s+and\s+(?:additions?|supplements?|addenda))?"
         r"(?:,?\s+(?:introduced|made))?|(?:amendments?|changes?)(?:\s+and\s+(?:additions?|supplements?))?"
         r"\s+(?:to|in|were|was|are|is|have\s+been)(?:\s+(?:made|introduced))?",
         "as amended", Action.MODIFICATION),
    Rule("newly_worded", _BE + r"(?:(?:stated|set\s+out|set\s+forth|presented|given|worded)\s+)?(?:as\s+)?in\s+(?:the\s+|a\s+)?(?:new\s+)?"
         r"(?:wording|version|edition|reading|redaction)(?:\s+of)?|" + _BE + r"(?:as\s+)?(?:reworded|restated|rewritten)"
         r"|(?:as\s+)?(?:a\s+|the\s+)?new\s+(?:wording|version|edition)(?:\s+of)?",
         "in the new wording of", Action.SUBSTITUTION),
    Rule("replaced", _BE + r"(?:respectively\s+)?(?:substituted|replaced|replace|substitute)(?:\s+and\s+excluded)?(?:,?\s+respectively,?)?",
         "shall be replaced", Action.SUBSTITUTION),
    Rule("supplemented", _BE + r"(?:as\s+)?(?:supplemented|complemented|supplement|added\s+with|added\s+by(?=\s+(?:(?:the|a|new)\s+){0,2}"
         r"(?:section|chapter|article|paragraph|sub|item|point|part|annex|appendix)))", "is supplemented", Mark.ADDS),
    Rule("introduced", _BE + r"(?:introduced|inserted|added|included)", "introduced", Action.INSERTION),
    Rule("excluded", _BE + r"(?:excluded|deleted|removed|exclude|delete)", "Is excluded", Action.EXCLUSION),
    Rule("repealed", r"(?:(?:has|have|had)\s+)?(?:ceased|lost|ceases)\s+(?:to\s+(?:be\s+(?:valid|in\s+force|effective)|have\s+effect)|"
         r"(?:its|their)?\s*(?:legal\s+)?(?:force|validity|effect))|" + _BE + r"(?:(?:has|have)\s+)?(?:become|became|declared|"
         r"deemed|recogni[sz]ed(?:\s+as)?)\s+(?:to\s+be\s+)?(?:invalid|null\s+and\s+void|void|no\s+longer\s+in\s+force|to\s+have\s+lost\s+force)|"
         + _BE + r"(?:null\s+and\s+void|invalid|no\s+longer\s+in\s+force|repealed|abrogated|invalidated|abolished|annulled|cancelled)",
         "has become invalid", Action.REPEAL),
    Rule("unconstitutional", _BE + r"(?:declared|recogni[sz]ed|found)\s+(?:as\s+|to\s+be\s+)?(?:unconstitutional|inconsistent\s+with\s+the\s+Constitution)", "is declared unconstitutional", Action.SUSPENSION),
    Rule("suspended", _BE + r"suspended", "is suspended", Action.SUSPENSION),
    Rule("clarified", _BE + r"(?:clarified|specified|updated)", "is clarified", Action.MODIFICATION),
    Rule("expired", r"(?:(?:was|were|is|are|shall\s+be|remains?|shall\s+remain)\s+)?(?:valid|effective|acted|in\s+force|in\s+effect|operated)\s+(?:until|till|up\s+to|through)\s+(?:the\s+)?"
         r"{day}(?:,?\s+\(?inclusive(?:ly)?\)?)?|expired\s+(?:on|since)\s+{day}", "Was valid until 01.01.2019", Action.EXPIRY),
)

_RENUMBERED = (
    Rule("renumbered", _BE + r"(?:considered|deemed|renumbered|counted)(?:\s+(?:respectively|accordingly))?(?:,?\s+(?:as|to\s+be))?(?:\s+(?:respectively|accordingly))?",
         "shall be renumbered as", Action.RENUMBERING),
    Rule("moved", _BE + r"(?:moved|transferred)\s+from", "is moved from", Action.RENUMBERING),
)

_OF_COUNTRY = r"(?:\s+of\s+(?:the\s+)?(?:Republic\s+of\s+Kazakhstan|RK)(?:,?\s+dated\b\.?)?)?"
_ACTS = (
    Rule("constitutional_law", r"Constitution(?:al)?\s+Laws?" + _OF_COUNTRY, "Constitutional Law", ActKind.CONSTITUTIONAL_LAW),
    Rule("law", r"Laws?" + _OF_COUNTRY, "Law of the Republic of Kazakhstan dated", ActKind.LAW),
    Rule("code", r"Codes?", "Code", ActKind.CODE),
    Rule("decree", r"Decrees?", "decree", ActKind.DECREE),
    Rule("edict", r"Edicts?|Ukaz", "Edict", ActKind.EDICT),
    Rule("order", r"(?:joint\s+)?Orders?(?!\s+of\s+(?:enforcement|entry|enactment|introduction))", "Order", ActKind.ORDER),
    Rule("resolution", r"Resolutions?", "Resolution", ActKind.RESOLUTION),
    Rule("decision", r"Decisions?", "decision", ActKind.DECISION),
)

_UNITS = (
    Rule("listed", r"\(\s*Articles?\s*:?\s+\d(?![^()]{0,100}\b(?:force|effect|enforced)\b)[^()]{0,500}\)", "(Articles: 2, 4 replaced, 6-1 introduced)", Mark.TARGETS),
    Rule("place_in_act", r"(?:according\s+to|in\s+accordance\s+with|by|pursuant\s+to|under)\s+(?:the\s+)?(?:(?:sub-?\s?)?(?:articles?|items?|"
         r"paragraphs?|points?|clauses?)\s+\d+(?:-\d+)*\)?(?:\s+of\s+(?:the\s+)?|,\s+)){1,3}(?=(?:the\s+)?(?:(?:Constitution(?:al)?|joint)\s+)?"
         r"(?:Law|Order|Decree|Edict|Resolution|Code|Decision)\b)", "according to Item 2 of the ", Mark.FILLER, "Order"),
    Rule("corner", r"(?:the\s+)?upper\s+right\s+corner\s+of", "The upper right corner of", Kind.HEADING),
    Rule("heading_of_rules", _HEADING + _OF_RULES, "The heading of the Rules", Kind.HEADING),
    Rule("heading_of_act", _HEADING + rf"(?!{_OF_RULES})" + _WHOLE, "The heading of the Order", Kind.HEADING),
    Rule("heading", _HEADING, "The heading", Kind.HEADING),
    Rule("preamble", r"(?:the\s+)?preamble(?:" + _WHOLE + r")?", "The preamble", Kind.PREAMBLE),
    Rule("contents", r"(?:the\s+)?(?:table\s+of\s+contents?|contents)(?:" + _WHOLE + r")?", "Table of contents", Kind.CONTENTS),
    Rule("whole", r"(?:the\s+|these\s+|this\s+)?(?:Rules|Regulations?|Document|Act|Instructions?|Standard|Charter|List)", "Rules", Kind.LAW),
    Rule("subsection", r"(?:the\s+)?sub-?sections?\s*:?\s+{unmarked}|§{1,2}\s*{unmarked}", "Subsection 2", Kind.SECTION),
    Rule("section", r"(?:the\s+)?(?:sections?\s*:?\s+|sec\.\s*){unmarked}", "Section 2", Kind.SECTION),
    Rule("chapter", r"(?:the\s+)?(?:chapters?\s*:?\s+|ch\.\s*)(?:{unmarked}|{ordinal})", "Chapter 2", Kind.CHAPTER),
    Rule("article", r"(?:the\s+)?(?:(?:articles?|art\.)\s*:?\s*(?:{unmarked}|{ordinal})|{ordinal}\s+articles?)", "Article 9-1", Kind.ARTICLE),
    Rule("annex", r"(?:the\s+)?(?:annex(?:es)?|append(?:ix|ices)|schedules?|attachments?|app\.|sched\.)(?:\s*:?\s*(?:No\.?\s*|№\s*)?{numbers})?(?:" + _WHOLE + r")?",
         "Annex 1", Kind.ANNEX),
    Rule("point", r"(?:the\s+)?(?:sub-?\s?(?:paragraph|item|point|clause)s?\s+{numbers}|(?:points?|items?|clauses?)\s+\d+(?:-\d+)*\))",
         "subparagraph 4-1)", Kind.POINT),
    Rule("paragraph", r"(?:the\s+)?(?:paragraphs?|items?|points?|clauses?)\s+{numbers}(?!\))", "Paragraph 2", Kind.PARAGRAPH),
    Rule("part", r"(?:the\s+)?(?:parts?\s+(?:{ordinal}|{numbers})|{ordinal}\s+part)", "part two", Kind.ALINEA),
    Rule("indent", r"(?:the\s+)?(?:indents?\s+(?:{ordinal}|{numbers})|{ordinal}\s+(?:indent|paragraph|passage|abstract)|abstracts?\s+(?:{ordinal}|{numbers}))",
         "second indent", Kind.INDENT),
)

_WORDS = (
    Rule("throughout", r"(?:through(?:out)?|in|across|over)\s+(?:(?:the\s+)?(?:whole|entire)\s+(?:of\s+)?(?:the\s+)?text|the\s+text|all\s+the\s+text)(?:"
         + _WHOLE + r")?", "Throughout the whole text", Mark.THROUGHOUT),
    Rule("replacing_words", r"(?:by|with|to)\s+(?:the\s+)?(?:words?|numbers?|figures?|numerals?|arabic\s+numerals)", "by the words", Mark.FILLER),
    Rule("words", r"(?:after\s+)?(?:the\s+)?(?:words?(?:\s+and\s+(?:figures?|numbers?|numerals?))?|numbers?|figures?|numerals?)(?!\w)", "the words", Mark.WORDS),
    Rule("numbering", r"(?:the\s+)?(?:(?:section|chapter|article|paragraph)\s+numbering|numbering(?:\s+of\s+(?:the\s+)?(?:sections|chapters|articles|paragraphs))?)",
         "the numbering of the sections", Mark.WORDS),
)

_REST_OF_NOTE = (
    Rule("constitutional_council", r"(?:also\s+)?see\s+(?:also\s+)?(?:the\s+)?(?:normative\s+)?(?:resolutions?|decisions?)\s+of\s+the\s+"
         r"(?:Constitutional\s+(?:Council|Court)|Supreme\s+Court)(?:\s+of\s+(?:the\s+)?(?:Republic\s+of\s+Kazakhstan|RK))?,?\s+"
         r"(?:(?:(?:of|dated)\s+)?{day},?\s+{number}|{number},?\s+(?:of|dated)\s+{day})\.?",
         "See Resolution of the Constitutional Council of the Republic of Kazakhstan No. 7/1 of November 16, 2001.", Mark.REMARK),
    Rule("enforced", r"(?:(?:shall|is|are|was|were|to)\s+)?(?:be\s+)?(?:enforced|enacted|put\s+into\s+(?:effect|force|operation)|(?:come|comes|came|enter|"
         r"enters|entered)\s+in(?:to)?\s+(?:effect|force)|in\s+force(?=\s+from\b)|effective|takes?\s+effect|brought\s+into\s+(?:effect|force))",
         "shall be enforced", Mark.ENFORCED),
    Rule("issuer", r"(?:of|and)\s+(?:the\s+)?(?:acting\s+)?(?-i:Minist|Deputy|First|Vice|Government|President|Prime|Chair|Agenc|Committee|Board|National|Head|Acting|"
         r"(?:[A-Z][\w-]+\s+){1,6}(?:[Mm]aslikhat|[Aa]kimat|[Cc]ity|[Dd]istrict|[Rr]egion)|[Mm]aslikhat|[Aa]kim)" + _REST,
         "of the Minister of Culture and Sports of the Republic of Kazakhstan", Mark.ISSUER),
    Rule("title_of_act", r"(?:concerning|on\s+(?:the\s+)?(?:introduc|amend|mak|modif|chang)\w*)\b[^().;\d]{0,500}",
         "Concerning the Introduction of Amendments", Mark.FILLER),
    Rule("force_of_law", r"having\s+(?:the\s+)?force\s+of\s+(?:the\s+|a\s+)?law", "Having the Force of a Law", Mark.FILLER),
    Rule("to_be_published", r"(?:and\s+)?(?:is|are|shall\s+be)\s+subject\s+to\s+(?:its\s+)?official\s+publication",
         "and is subject to official publication", Mark.FILLER),
    Rule("country", r"(?:of\s+)?(?:the\s+)?(?:Republic\s+of\s+Kazakhstan|RK)", "of the Republic of Kazakhstan", Mark.FILLER),
    Rule("old_wording", r"see\s+(?:the\s+)?(?:old|former|previous)\s+(?:wording|version|edition)", "see the old wording", Mark.FILLER),
    Rule("text_unchanged", r"(?:the\s+)?text\s+in\s+(?:the\s+)?(?:Russian|Kazakh|English|state)(?:\s+language)?\s+(?:is\s+not\s+changed|is\s+unchanged|"
         r"does\s+not\s+change|remains\s+unchanged)|in\s+(?:the\s+)?(?:Kazakh|Russian|state)(?:\s+language)?", "the text in Russian is not changed", Mark.FILLER),
    Rule("operation_of", r"(?:the\s+)?(?:operation|effect|validity|action)\s+of", "The operation of", Mark.FILLER),
    Rule("again", r"again|anew|once\s+more", "again", Mark.FILLER),
    Rule("in_cases", r"in\s+(?:the\s+)?(?:appropriate|corresponding|respective|relevant|all)\s+(?:cases?|forms?|number)", "in the appropriate cases", Mark.FILLER),
    Rule("fillers", r"(?:in\s+accordance\s+with|as\s+of|according\s+to|pursuant\s+to|on\s+the\s+basis\s+of|and|by|of|the|is|are|was|were|be|to|in|with|as|"
         r"dated|respectively|made|arabic|numerals|new|a|such|also|that|which|have|has|shall)", "in accordance with", Mark.FILLER),
)

_LABEL = r"Footnotes?\s*(?:[.:]|(?=[-–]|\s(?-i:[A-Z])))"
_NOTE = r"Note(?:\s*!|\s+(?:of|by)\s+(?:the\s+)?(?-i:[A-Z]{3,6})\b(?:\s*\([^()]{0,100}\))?\s*[!:.]?)"
_FORESEEN = r"(?:(?:sub-?)?paragraph|article|chapter|section|point|item|part|indent|the\s+(?:law|title|heading|preamble|text|article)|through|in\s+the\s+text|annex|appendix)"

NOTES = Notes(
    days=DAYS,
    tokens=_UNITS[:1] + PUNCTUATION + _REST_OF_NOTE[:1] + _CLAUSES + _UNITS[1:2] + _VERBS[8:] + _WORDS + _VERBS[:8] + _RENUMBERED
           + _REST_OF_NOTE[1:9] + _UNITS[2:] + _ACTS + _REST_OF_NOTE[9:],
    openings=(
        Rule("footnote", _LABEL, "Footnote.", NoteKind.FOOTNOTE),
        Rule("note", _NOTE, "Note of RCLI!", NoteKind.NOTE),
        Rule("unofficial", r"Unofficial\s+translation\s*$", "Unofficial translation", NoteKind.NOTE),
        Rule("edition_of", r"\*?\(\s*as\s+(?:amended|of)(?:\s+and\s+supplemented)?\s+(?:on|as\s+of|by)?\s*{day}\s*\)\.?\s*$",
             "(as amended on 17-11-2015)", NoteKind.NOTE),
        Rule("as_of", r"(?:(?:the\s+)?(?:documents?|text)\s+)?as\s+(?:of|at|on)\s?:?\s{day}\.?\s*$", "As of 20.11.2015", NoteKind.NOTE),
        Rule("in_force_since", r"\*?\(\s*(?:entered|came|put|enacted)\s+(?:into\s+)?(?:force|effect|operation)\s+(?:on|from|since)\s+{day}",
             "*(Entered into force on October 1, 1994", NoteKind.NOTE),
        Rule("document_in_force", r"(?:the|this)\s+document\s+(?:shall\s+be\s+|is\s+|was\s+)?(?:effective|enforced|enacted|put\s+into\s+(?:effect|force)|"
             r"(?:enters?|entered|comes?|came)\s+into\s+(?:effect|force))\s+(?:from|since|on|as\s+of)\s+{day}",
             "The document shall be effective from January 1, 2018", NoteKind.NOTE),
        Rule("order_of_enforcement", r"(?:for\s+)?the\s+(?:order|procedure)\s+(?:of|for)\s+(?:the\s+)?(?:enforcement|entry\s+into\s+force|enactment|introduction)"
             r"[^;]{0,200}?,?\s+see\s+(?:paragraph|item|article|art\.|the\s+law)", "The order of enforcement of the Law of the Republic of Kazakhstan, see Article",
             NoteKind.NOTE),
        Rule("see_for_enactment", r"see\s+(?:article|art\.)\s*\d+(?:-\d+)*\s+(?:of\s+[^;.]{1,100}?\s+)?(?:for|on)\s+the\s+(?:order|enactment|procedure)",
             "See Article 12 for the enactment", NoteKind.NOTE),
    ),
    announcements=(
        Rule("amended_by", r"(?:the\s+)?(?-i:Law|Code|Order|Decree|Resolution|Rules)\s+(?:is|are|was)\s+amended\s+by\s*:", "The Law is amended by:", NoteKind.FOOTNOTE),
        Rule("throughout_text", r"through(?:out)?\s+the\s+(?:(?:whole|entire)\s+)?text(?:\s+of\s+the\s+\w+)?\s*:", "Throughout the whole text of the Law:", NoteKind.FOOTNOTE),
    ),
    claims=(
        Rule("document_repealed", r"(?:the\s+)?(?:document|(?-i:Law|Code|Order|Decree|Resolution|Decision|Rules))\b[^.;]{0,200}?\s(?:ceased\s+to\s+be\s+valid|has\s+become\s+invalid|"
             r"became\s+invalid|lost\s+(?:its\s+)?force|null\s+and\s+void)", "The document ceased to be valid", NoteKind.FOOTNOTE),
        Rule("ceased", r"(?-i:Ceased\s+to\s+be|Lost\s+(?:its\s+)?force|Became\s+invalid|Invalidated\s+by|Repealed\s+by|Abolished\s+by)", "Ceased to be", NoteKind.FOOTNOTE),
        Rule("throughout_text", r"(?:throughout|through|in)\s+the\s+(?:(?:whole|entire)\s+)?text\b[^;.]{0,60}?\s(?:words?|numbers?|figures?)\b",
             "Throughout the text, the word", NoteKind.FOOTNOTE),
        Rule("as_amended", r"(?-i:as\s+amended\s+by)\s+(?:\(\d+\)\s+)?(?:the\s+)?(?-i:Laws?|Edicts?|Decrees?)", "as amended by (1) Law", NoteKind.FOOTNOTE),
    ),
    continuations=(
        Rule("words_by", r"(?-i:(?:after\s+)?(?:the\s+)?(?:words?|numbers?|figures?))\s", "the words ", NoteKind.CONTINUATION),
        Rule("listed_act", r"\d{1,2}\s?\)\s*(?:the\s+)?(?-i:Law|Edict|Decree|Order|Code|Resolution|Constitutional\s+Law)\s+(?:No|N|№|dated|of)",
             "1) Edict No", NoteKind.CONTINUATION),
        Rule("goes_on", r"(?-i:as\s+amended|in\s+the\s+(?:new\s+)?wording|dated)\s", "in the wording ", NoteKind.CONTINUATION),
    ),
    foreseen=(
        Rule("suspended", r"(?:the\s+)?(?:operation|effect|validity|action)\s+of\s+(?:the\s+)?(?:(?:sub-?\s?)?paragraph|item|point|clause|article|chapter|section|part)s?\s[^;]{0,200}?\ssuspended\b",
             "The operation of Article 2 is suspended", NoteKind.FOOTNOTE),
        Rule("valid", r"(?:(?:sub-?\s?)?(?:paragraph|item|point|clause)|article|chapter|section|part)s?\s[^;]{0,100}?\s(?:(?:was|were|is|are|shall\s+be)\s+)(?:valid|in\s+force|effective|in\s+effect)\s+(?:until|till|from)\s+",
             "Subparagraph 2) was valid until ", NoteKind.FOOTNOTE),
        Rule("unconstitutional", r"(?:(?:sub-?\s?)?(?:paragraph|item|point|clause)|article|chapter|section|part)s?\s[^;]{0,200}?\s(?:unconstitutional|inconsistent\s+with\s+the\s+Constitution)\b",
             "Paragraph 2 is declared unconstitutional", NoteKind.FOOTNOTE),
        Rule("provided", _FORESEEN + r"[^;]{0,3000}?\s(?:is|are|was|were)\s+(?:provided|prescribed|envisaged|planned|stipulated|foreseen)\s+(?:to|for)\b",
             "Article 1 is provided to", NoteKind.FOOTNOTE),
        Rule("unit_enforced", r"(?:(?:sub)?paragraph|article|chapter|section|point|part)s?\s[^;]{0,100}?\s(?:shall\s+be\s+enforced|comes?\s+into\s+(?:effect|force)|"
             r"enters?\s+into\s+force|shall\s+enter|in\s+the\s+(?:new\s+)?wording|as\s+amended)", "Subparagraph 2) shall be enforced", NoteKind.FOOTNOTE),
    ),
    editorial=(
        Rule("excluded_by", r"[*(]{0,2}(?:(?:is|are|was|were|has\s+been|have\s+been|shall\s+be|(?:(?:is|are)\s+)?to\s+be)\s+)?"
             r"(?:excluded|deleted|removed|repealed|abolished|cancell?ed|annulled)[,\s]*(?:[-–]\s*)?"
             r"(?=by\s+(?:the\s+)?(?-i:Law|Const|Code|Decree|Edict|Order|Res|Dec|No|order|decree|res|dec|joint)|in\s+accordance|according|pursuant|No\b|№|N\s*\d|dated|{day})",
             "Is excluded ", NoteKind.EDITORIAL, "by Law"),
        Rule("bracketed", r"\*?[(\[]\s*(?:(?:is|are|was)\s+)?(?:excluded|deleted|removed|repealed)\s*[)\]]\s*[.;*]*\s*$", "(excluded);", NoteKind.EDITORIAL),
        Rule("bare", r"\*?(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)?(?:excluded|deleted)\s*[.;*]*\s*$", "Excluded.", NoteKind.EDITORIAL),
        Rule("unit_itself", r"(?:the\s+)?(?:sub-?\s?)?(?:paragraph|item|point|clause|article)s?(?:\s+{numbers})?\s+(?=(?:is|are|was|were|has|have|shall|to)\s+(?:been\s+|be\s+)?"
             r"(?:excluded|deleted|removed|repealed|abolished)\s+(?:by|in\s+accordance|according|pursuant|-|–))", "Subparagraph 9) ", NoteKind.EDITORIAL, "is excluded by"),
        Rule("number_first", r"{number}\s+(?:is|are)\s+(?:excluded|deleted)\s+(?:according|in\s+accordance|by)", "No. 52 is excluded according", NoteKind.EDITORIAL),
        Rule("invalid", r"\*?(?-i:[Bb]ecame|[Hh]as\s+become|(?:[Ii]s|[Ww]as|[Hh]as\s+been)\s+(?:declared|recogni[sz]ed\s+as|recogni[sz]ed)|[Ii]s|[Cc]eased\s+to\s+be|[Ll]ost)\s+(?:invalid|null\s+and\s+void|valid|in\s+force|force|effect)\s+"
             r"(?:by|in\s+accordance|according|since|from|[-–])", "Became invalid by", NoteKind.EDITORIAL),
        Rule("valid_until", r"\*?(?:(?-i:Was|was|Were|were|Is|is)\s+)?(?-i:[Vv]alid|[Aa]cted|[Ee]ffective|in\s+force|in\s+effect)\s+(?:until|till)\s+{day}\s+"
             r"(?:in\s+accordance|according|by|[-–])", "Was valid until 01.01.2019 in accordance", NoteKind.EDITORIAL),
    ),
)
