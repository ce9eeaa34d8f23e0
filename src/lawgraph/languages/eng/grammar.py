"""The grammar of English: how translations print a law, and how they cite units and acts.

Unofficial translations call a point subparagraph, item or clause.
"""

from lawgraph.languages.amending import Amending
from lawgraph.languages.eng.notes import NOTES
from lawgraph.languages.state import COUNTRIES
from lawgraph.languages.tables import (
    ACT_NUMBER,
    QUOTED,
    ActRule,
    Citing,
    Clauses,
    Grammar,
    Layout,
    Nesting,
    NumberPlace,
    OwnName,
    UnitRule,
    UnitWord,
    WordRule,
    Words,
    spaced,
)
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import Kind

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")
_WORDS = Words(
    nesting=Nesting.SMALLER_FIRST,
    number=NumberPlace.BEHIND_WORD,
    months=tuple((name, place) for place, name in enumerate(_MONTHS, 1)),
    tens=(("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80),
          ("ninety", 90)),
    ones=(("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8),
          ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15),
          ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19)),
    ordinals=(("first", 1), ("one", 1), ("second", 2), ("two", 2), ("third", 3), ("three", 3), ("fourth", 4), ("four", 4),
              ("fifth", 5), ("five", 5), ("sixth", 6), ("six", 6), ("seventh", 7), ("seven", 7), ("eighth", 8),
              ("eight", 8), ("ninth", 9), ("nine", 9), ("tenth", 10), ("ten", 10)),
    joint="and",
    through="to|through",
    inclusive=r"\bthrough\s|\binclusive",
    neighbours=r"\b(?:following|next|preceding|subsequent)\s(?:\w+\s)?(?:article|chapter|section)s?\b(?!\s\d)"
               r"|\b(?:article|chapter|section)s?\s(?:\w+\s){0,2}(?:that|which)\s(?:follow|precede)s?\b"
               r"|\d\s?(?:ff?\.|et\sseq|and\s(?:following|subsequent|onwards)|onwards)|\bnumbering\s(?:of\s)?(?:the\s)?articles(?!\s\d)|\barticle\snumbering\b",
    sees_changed=r"\(see\s(?P<led>(?=[^()]{0,60}(?:also|amend|chang|exclud|supplement|repeal|wording|delet))[^()]{1,200})\)",
    of_annex=r"\b(?:tables?|forms?|lists?|schemes?|templates?|schedules?|diagrams?)\b",
    begins_run="from|between",
    plural=r"(?:articles|chapters|sections|(?:sub-?\s?)?(?:paragraphs|items|points|clauses)|parts|indents|annexes|appendices|"
           r"subsections|schedules)",
)
_LAYOUT = Layout(
    units=(
        UnitWord("section", Kind.SECTION, plural="sections"),
        UnitWord("subsection", Kind.SUBSECTION, nested=True),
        UnitWord("chapter", Kind.CHAPTER, plural="chapters", short="ch."),
        UnitWord("paragraph", Kind.SECTION, nested=True),
        UnitWord("§", Kind.SECTION, nested=True),
        UnitWord("article", Kind.ARTICLE, plural="articles", short="art."),
    ),
    annex=r"(?i:annex|appendix|attachment|supplement)\s*(?:№|No\.?|N)?\s*{annex_number}?\s*(?:\.?$|(?:to|approved)\b)",
    approval=r"(?i:(?:is |are )?approved)(?:$|\s+(?:by|with|in)\b)",
    annexed=r"(?:annex|appendix|approved)\b",
    annexed_within=r"\bto\s+(?:the|these)\s+(?:\w+\s+)?(?:rules|regulations?|instructions?|procedure|standard|methodology|list|charter|criteria|agreement)\b",
    contents=r"(?:table of )?contents",
    about=r"(?:on|about)(?:\s+the)?",
    title=r"(?:on|about)\s[^.:;]{3,300}",
    parts_of_code=("general part", "special part"),
    of_act=r"(?:the )?(?:constitutional |joint |regulatory )?"
           r"(?:law|code|edict|decree|order|resolution|decision|directive)\b",
    unnumbered=r"(?:the )?(?:law|edict|decree|resolution) of [^.,:;№\d]{3,150} (?:dated|of)"
               r"|(?:the )?(?:constitution )?(?:was )?adopted (?:on )?(?:at|by|in) (?:the |a )?(?:republican|national|nation-?wide|all-nation) referendum(?: on)?",
    signer=r"(?:the )?(?:acting )?(?:president|prime|deputy|first|minister|chair|akim|head|secretary)\b"
           r"|[\"«“]?agreed(?: with)?[\"»”]?:?$",
    omitted=r"none|no|absent|etc|see (?:above|below)|end of (?:the )?document|to be continued|(?:text )?gap|(?:(?:the |this )?(?:rest of the )?(?:text|(?:sub-?)?(?:paragraph|point|item|clause|section)|article|part|chapter) )?(?:(?:is|are|was|were|has been|have been) )?"
            r"(?:omitted|abridged|skipped|not (?:shown|printed|reproduced|given|in (?:force|effect))|repealed|deleted|excluded|removed|revoked|rescinded|abolished|annulled|cancell?ed"
            r"|struck out|(?:declared )?(?:invalid|(?:null and )?void|unconstitutional)|reserved|expired|lapsed|spent|no longer (?:valid|applie[sd]|applicable|effective|in (?:force|effect))"
            r"|(?:became|has become) (?:invalid|void)|(?:has )?(?:lost|ceased to have) (?:force|effect))(?:,? (?:since|from|on|until|as of|as from) .{0,20}\d.{0,12})?",
    extract=r"(?:an? )?(?:extract|excerpt|fragment)s?(?: (?:of|from) the (?:law|code|order|rules|resolution))?|abridged(?: (?:text|version))?|in extracts?",
    formula=(r"formula\w{0,9}(?:[^:]{0,60}:)?$", r"where\b"),
    open_ends=("; and", "; or"),
    further=("bis", "ter", "quater"),
    alphabets=("abcdefghijklmnopqrstuvwxyz",),
    lookalikes=("асеорху", "aceopxy"),
    abbreviations=("art", "ch", "sec"), labels=("footnote",), remarks=("note", "notes"),
    announces=r"(?:following|new)\s(?:wording|content|edition|version|redaction)s?\s?:$|(?:read|worded|stated)\sas\sfollows\s?:$",
    version=r"\b(?:wording|version|edition|reworded|amendments?|histor(?:y|ies)|is new)\b",
    compared=r"was|became|before|after|now|old|new|(?:present|current|proposed|former|previous|new|old) (?:wording|version|text|edition)",
    of_text=r"(?:(?:this|the)\s)?(?:translation|text|version|edition|page|file|copy|document)\s(?:(?:above|below)\s)?(?:does|is|was|has|reflects?|takes?|includes?|contains?|shows?|omits?|applies|as\s(?:of|at))\b",
    blank_form=r"(?:[\w\s]{0,40}index: ?)?form(?:\s?(?:no\.?\s?|№\s?)?\d[\w-]{0,12})?|[\w\s]{0,40}index: ?(?:no\.?\s?|№\s?)?\d[\w-]{0,12}",
    as_of=r"\bas (?:of|at|on)\b",
    torn=("repealed", "excluded", "amended", "suspended", "deleted", "revoked", "footnote"),
    renamed=r"(?:new|former|formerly|old|previous|previously|earlier|original|originally|once|then|now|renamed|retitled|wording|as\samended|in\sthe\s(?:new\s)?(?:wording|version))\b|(?:on|about)\s",
    see_also=r"(?:see|cf\.?)\s(?P<also>also\s)?",
    former=r"\b(?:former(?:ly)?|previous(?:ly)?|earlier|old|ex|was|once)\W{1,3}(?:[^\W\d]{1,20}\W{1,3}){0,2}(?:article|art|chapter|section|part|number|no)s?\W{1,3}\d",
    bare_unit=r"(?:the |this )?(?:(?:sub-?)?(?:paragraph|point|item|clause|section)|article|part|chapter|preamble)s? ",
    earlier=r"see\s|(?:before|until)\s(?:the\s)?amendments?\b|(?:(?:the\s+)?(?:old|former|previous|prior|original|initial)\s+(?:wording|version|edition|text)|(?:as\s+)?in\s+the\s+(?:wording|version|edition)(?=[^:]{0,60}\d))[^:.–—\"«]{0,60}[:.–—-]|(?:formerly|previously|earlier|originally)(?=\W)[^:.–—\"«]{0,60}(?::|\s[–—-]\s)",
    aside=r"(?:now|currently|presently|today|soon|in\sthe\s(?:new|old|former|Kazakh|Russian|official|original)\s(?:wording|text|version))(?:[\s,:–—-].{0,60})?"
          r"|sic!?|(?:a\s)?(?:typo|misprint|error)|so\sin\sthe\s(?:text|original|source)|see\s(?:also\s)?(?:the\s)?(?:amendments?|changes|new\s\w{1,20})|(?:am|amd|obs|rev|repd)"
          r"|obsolete|outdated|old|new|archived?|former|disputed|not\sin\s(?:use|force)|effective\slater|as\sam(?:ended|d)?\.?(?:\s(?:in\s)?(?:19|20)\d\d)?"
          r"|(?:introduced|inserted|added|amended|changed)(?:\s(?:by\slaw|later|recently))?|(?:19|20)\d\d",
    instead=r"(?:previously|formerly|earlier|originally|once|at first|before)\s(?:\w+\s)?(?:\w{2,20}ed|burnt|held|kept|set|put|[\"“].{1,80})"
            r"|(?:instead|in place|in lieu)\sof\s(?:[\"“].{1,80}|(?:is|are|was|were)\s\w+|the\swords?\s.{1,80})|in\splace\sof\s[\"“].{1,80}|was\s\w+",
    instructs=r"(?:rep|subst|susp|ins)\.(?:\s|$)|(?:(?:old|new|former)(?:\s(?:text|wording|version))?\s?:|(?:correction|corrected|erratum|corrigendum)\b|to\sbe\sread\sas\b|(?:to\s)?(?:set\sout|state|restate|reword|read|redraft|amend)\s(?:\w+\s){0,3}(?:as\sfollows|in\sthe\s(?:\w+\s)?(?:wording|version|edition))"
              r"|(?:replace|exclude|delete|strike\sout|add|insert|omit)\s(?:the\s)?(?:words?|figures?|sentence|paragraph|indent)\b)",
    purpose=r"\b(?:about\b|subject|determin|regulat|establish|govern|defin|sets?|aim|direct|develop|provid|creat|fix|lays|specif|ensur|approv|based|intend|purpose|introduc|protect|promot|cover|concern"
            r"|operates (?:on|in|over|throughout))|^we\b",
    own_word=r"\b(?:this|these|hereby|the\s+present)\b|^we\b", of_page=r"(?:the |this )?(?:document|status)\b",
    button="download",
    registered="registered|(?:as )?(?:amended|supplemented)",
    frame=r"(?:the city of )?(?:Astana|Nur-Sultan|Almaty|Akmola)(?: city)?(?:, (?:the )?(?:Akorda|House of the Government))?|(?:the )?Akorda",
    of_year=r"(?:19|20)\d\d",
    imprint=r"(?:(?:first|officially)\s){0,2}published\b|[«\"“]?(?:Bulletin|Vedomosti|Kazakhstanskaya Pravda|Egemen Qazaqstan)\b",
    imprint_words=r"first|officially|published|in|the|on|of|dated|newspapers?|journal|gazette|bulletin|vedomosti|kazakhstanskaya|pravda|egemen|qazaqstan|kazakhstan|parliament"
                  r"|republic|collection|acts|president|government|no|art|article|page|pp|information|legal|system|adilet|reference|control|bank|issue|volume",
    lapsed="invalid|invalidated|repealed|no longer in force|ceased to be in force|lost (?:its )?force",
    standing="updated|new|in (?:force|effect)|current|valid|active|effective",
)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTH_OPENS = "[jfmasond][aecopu][bcglnprtvy]"
"""The first letters of any month, as quick to seek as one."""
_CLAUSES = Clauses(
    own=r"(?:This|The present|These) (?:(?:Constitutional )?Law|Code|Order|Rules|Resolution|Decree|Decision)\b.{0,60}"
        r"\b(?:enters?|entered|enforced|enacted|comes?|put|introduced|effective)\b"
        r"|This (?:(?:Constitutional )?Law|Code|Order|Resolution|Decree) (?:shall )?(?:(?:starts?|begins?|commences?)\b|becomes? (?:operative|effective|applicable|binding)|appl(?:y|ies) (?:from|since|as (?:of|from)))\b"
        r"|The (?:date|day|procedure|terms?) of (?:entry|putting|coming|introduction|enforcement)\b.{0,40}\bthis (?:Law|Code)\b.{0,60}\b(?:is|are|shall)\b",
    own_part=r"(?:this|these)\s+(?:article|chapter|section|paragraph|item|sub-?paragraph|norm)s?\b"
             r"|(?:the\s+)?(?:(?:sub-?)?paragraphs?|items?|points?|articles?|chapters?|sections?|parts?)\s+[^.;]{0,120}?"
             r"\bof\s+this\s+(?:law|code|article|order|rules|decree|resolution)",
    own_bracket=r"\((?:shall|enters?|enforced|comes?|is|was|valid|effective)\s[^()]{1,120}\)",
    this=r"^(?:this|these|the|present)$",
    of_all=r"\bno\s(?:article|provision|norm|chapter)\b|\bonly\s(?:the\s)?(?:article|paragraph|chapter|section)s?\s\d|\b(?:all|other|remaining)\s(?:the\s)?(?:other\s)?(?:articles|provisions|norms|chapters)\b",
    of_part=r"\b(?:provisions?|norms?|requirements?|rules?)\s(?:(?:on|for|regarding|concerning|relating\sto)\s[^.;,]{3,60}\s)?of\sthis\s(?:law|code)\b"
            r"|\b(?:provisions|norms|requirements|rules)\s[^.;]{3,80}\b(?:by|in|under)\sthis\s(?:law|code)\b"
            r"|^(?:the\s)?(?:provisions|norms|requirements)\s(?:on|for|regarding|concerning|relating\sto)\s"
            r"|\b(?:with\sregard\sto|in\srespect\sof|with\srespect\sto|in\srelation\sto|as\sregards|for)\s[^.;]{3,80}\bthis\s(?:law|code)(?=\s(?:shall|will|does|is|enters?|takes?|comes?|applies)\b)",
    exception=r"\bexcept|with the exception",
    speaks=r"\b(?:enters?|entry|comes?|puts?|brought|introduced|introduction)\s+in(?:to)?\s+(?:force|effect|operation)"
           r"|\b(?:enforced|enacted|takes?\s+effect|shall\s+be\s+effective)\b"
           r"|(?<!\bnot\s)\b(?:appl(?:y|ies|icable)|operates?)\s+(?:starting\s+)?(?:from|since|as\s+(?:of|from)|on\s+and\s+after)\s[^.;,]{0,20}\b\d{4}\b",
    lasts=r"\b(?=\w)(?:ceases?|ceased|lapses?|lapsed|expires?|expired|terminates?|los(?:e|es|t)\s+(?:its\s+|their\s+)?(?:force|effect|power|validity)"
          r"|(?:be|is|are|stands?)\s+(?:suspended|repealed|abolished|revoked|deferred|postponed|terminated)|(?:start|begin)s?\s+to\s+(?:operate|apply)"
          r"|(?:be|is|are|remains?|stays?)\s+(?:valid|effective|binding|in\s+(?:force|effect|operation))"
          r"|(?:applies|apply|applied|operates?)(?=[^.;]{0,80}\b(?:years?|months?|weeks?|days?|until|after|once|as\s+long)\b))"
          r"|\b(?:operation|application|validity|effect|force)\s[^.;]{1,80}\b(?:begins?|ends?|ended|lasts?|is\s+limited)\b"
          r"|^(?:until|after|upon\s+expiry|for|as\s+long\s+as|once|pending)\b[^.;]{3,80}\b(?:appl|operat|valid|effective|binding)",
    for_a_time=r"temporar|\bdraft\b|repeal|\bvoid\b|invalid|excluded|not in (?:force|effect)|suspended|deferred|\b(?:years?|months?)\b|\b(?:from|until|since) \d",
    when=r"(?:until|after|upon|for|as\s+long\s+as|once|pending|it\s+is\s+established|to\s+establish)\b",
    of_rules=r"(?:the\s+(?:validity|operation|effect|application|term)\s+of\s+)?(?:(?:these|this)\s+(?:rules|regulations?|instructions?|standard|charter|list|methodology)\b"
             r"|(?:the\s+)?rules(?=\s+(?:shall\s+|are\s+|have\s+|will\s+|cease|lapse|expire|operate|remain|lose|lost)))",
    of_law=r"this\s+(?:constitutional\s+)?(?:law|code|order|decree|resolution|decision)\b"
           r"|the\s+(?:validity|operation|effect|application|provisions?|norms?|term)\s+of\s+this\s+(?:law|code|order|decree|resolution)\b|(?:upon|after|until|from)\s[^.;,]{3,60}\bthis\s+(?:law|code)\b",
    scope=r"(?:the\s+\w{4,12}\s+of\s+)?this\s+\w{3,12}\s+(?:shall\s+|do(?:es)?\s+)?(?:not\s+)?(?:apply|applies|extends?)\s+to\s(?!\d)",
    arising=r"this\s+\w{3,12}\s+(?:shall\s+)?(?:apply|applies|extends?)\s+to\s+(?:legal\s+)?relations\s+(?:(?:that|which)\s+)?(?:arising|arisen|arose|arise)\s+(?:after|from|since|upon|before)\s(?:(?!\band\b)[^.;,]){1,60}\.?",
    outdated=r"\b(?:obsolete|outdated|out of date|(?:historical|old|former|previous|earlier|this) version|not yet in force|struck down|unconstitutional|draft|archived?)\b|^old$",
    of_wording=r"^(?:the\s)?(?:(?:first|second|third|last)\s)?(?:words?|sentence|part|text|wording|norm|paragraph|clause|translation)\b[^.;]{0,30}(?:\s|[–—-])(?:new|old|former|changed|inexact|incomplete|different)\W*$"
               r"|\b(?:ruling|decision|resolution|judg(?:e?)ment)s?\sof\sthe\sconstitutional\s(?:court|council)\b|\bconstitutional\s(?:court|council)\s(?:ruling|decision|resolution|judgment)\b"
               r"|^(?:amendments?|changes?)\s(?:(?:is|are)\s)?(?:expected|pending|planned|coming|ahead)\b|^(?:until|till|to|from|since|after|before|in)\s(?:19|20)\d\d\s?[–—:-]|^from\s(?:the\s)?(?:new|next|coming)\syear\b"
               r"|^(?:was|were|now|today|then)\s?[:–—]|^(?:comment|nb|n\.b\.|attention)\s?[:!–—]|^(?:ed\.|editor(?:s|'s|s'|ial)?)\snote\b"
               r"|\b(?:kazakh|russian|official|original)\s(?:text|version|wording)\b|^(?:compare|view|show|see)\s(?:the\s)?(?:versions?|history|changes|amendments)\b|^amendments?\b[^.;]{0,40}\snot\syet\b|^courts?\sdo(?:es)?\snot\sapply\b",
    from_start=r"\b(?:from|since|before|after|upon|until|as\s+of|on)\s+(?:the\s+)?(?:(?:day|date|moment)\s+of\s+)?(?:the\s+)?"
               r"(?:entry\s+into\s+force|coming\s+into\s+(?:force|effect)|introduction\s+into\s+(?:force|effect|operation)|enforcement|enactment)\s+of\s+this\s+(?:law|code|order|resolution|decree|decision)\b",
    issued=r"(?:(?!\b(?:law|code|provisions|norms) (?:and|shall|is|are)\b)[^.;,]){0,120}\b(?:licen[cs]es|permits|certificates|contracts|patents)\b(?:,[^.;,]{1,120},)?[^.;,]{0,120}?"
           r"\b(?:are|remain|stay|shall (?:be|remain|stay)) (?:valid|effective|in force)(?: (?:until|till|for) (?:the )?(?:(?:expiry|expiration|end) of )?(?:their |the )?(?:term|period)s?(?: of validity)?)?(?=[.;]|$)",
    ended=r"\b(?:repealed|suspended|revoked|rescinded|abolished|annulled|cancell?ed|withdrawn|superseded|replaced|overtaken|supplanted|discontinued|ended|sunsets?|excluded from the (?:state )?register|(?:is|are) temporary|lapse[sd]?|expire[sd]?|cease[sd]?"
          r"|terminate[sd]?|(?<!as )(?:invalid|void)|(?:is|was|been) (?:recogni[sz]ed|declared|deemed) as (?:invalid|void)|no longer|lost (?:its |their )?(?:force|power|effect|validity)|(?:valid|effective|in force) until"
          r"|(?:of|has|have) no (?:legal )?(?:force|effect)|not (?:in (?:force|effect|operation)|valid|applicable|applied|effective)|(?:valid|adopted|in force|applie[sd]) for)\b",
    started_by=r"(?:(?:for\s+)?(?:the\s+)?(?:order|procedure)\s+(?:of|for)\s+(?:the\s+)?(?:enforcement|enactment|entry\s+into\s+force)\s+of\s+(?:this|the)\s+(?:law|code),?\s+see"
               r"|(?:this|the)\s+(?:law|code)\s+(?:is|was|shall\s+be)\s+(?:enforced|enacted|put\s+into\s+(?:effect|operation))\s+in\s+accordance\s+with)"
               r"\s+(?:article|art\.)\s*\d+(?:-\d+)*(?:\s+of\s+this\s+(?:law|code))?\s*\.?$",
    start=r"(?:footnote\.\s+)?(?:(?:this|the)\s+)?(?:law|code)\s+(?:is|was|shall be|has been)\s+(?:enforced|enacted|put\s+into\s+"
          r"(?:effect|operation))\s+(?:from|since|on)\s+[^();]{6,40}?(?:\s+\([^();]{1,60}\))?\.?$",
    itself=r"\b(?:this|these|the\s(?:said|present|above|foregoing))\s(?:article|(?:sub-?)?(?:paragraph|item|point|clause|section)|chapter|part|norm|provision|rule|procedure|wording"
           r"|text|annex)s?\b|^the\sforegoing\b|^(?:the\s)?(?:(?:whole|entire)\s)?(?:article|(?:sub)?paragraph|chapter|provision)(?=\s[^\d\W])|^(?:the\s)?(?:first|second|third|fourth|fifth)\s(?:paragraph|point|part)\b|^the\s(?:text|wording|effect|operation|validity|term)\sof\sthe\s(?:article|paragraph|item)",
    passing=r"draft|temporar(?:y|ily)(?:\s\w+)?|under\sdiscussion|proposed(?:\s\w+)?",
    says=r"\b(?:shall|may|must|will|is|are|has|have|does?|can|cannot|(?<=[\w,]\s)\w{2,}[^\Wsu]s)\b",
    done=r"^(?:(?!(?:shall|may|must|is|are|be)\s)\w+\s){0,2}(?:(?:was|were|has\sbeen|have\sbeen)\s)?\w{2,14}(?:ed|en)\W{0,3}$|^(?:became|merged\s(?:in)?to)\s|^(?:held|found|\w{3,12}ed)\s(?:\w+\s)?(?:by|with|from|on|since|in|until)\b"
         r"|^not\sapplicable",
    states=r"\bno\b|^(?:\w+[^\Ws]s|children|people)\s\w+(?<!ed)\s\w",
    subject=r"(?:the\s)?(?:(?:effect|application|force|operation|norms?|provisions?|requirements?|rules?|text|wording|contents?|term|validity)\s(?:of\s)?(?:the\s)?){1,3}",
    reaches=r"\b(?:appl(?:y|ies)|extends?)\s(?:\w+\s){0,2}(?:to|where|if|when|in\s(?:respect|relation|regard|case)|with\s(?:respect|regard))\b",
    pronoun=r"(?:it|they|its\s(?:effect|operation|validity|force))\b",
    fate=r"\b(?=\w)(?:cease[sd]?|lapse[sd]?|expire[sd]?|sunsets?|terminate[sd]?|ended|ends|abeyance|(?:changes?|amendments?)\sto|formerly|(?:is|are|was|were|been|(?:to\s)?be|stands?|became|becomes?)\s(?:\w{1,10}\s)?(?:postponed|deferred|repealed|abolished|revoked|annulled|cancel\w+|excluded|deleted"
         r"|suspended|invalid\w*|void|amended|changed|reworded|introduced|inserted|supplemented|worded|stated|different|new)|of\sno\s(?:force|effect)|(?:wording|version|edition)\sof(?=\s(?:19|20)\d\d)|(?:suspended|postponed|deferred|repealed|excluded|deleted|amended|changed|reworded|introduced|inserted"
         r"|invalid|abolished|annulled|cancelled)(?=\W{0,3}$|\s(?:in|on|since|from|until|by)\s|\s(?:19|20)\d\d)|los(?:es?|t)\s(?:its\s|their\s)?(?:force|effect|power|validity)|no\slonger"
         r"|(?:comes?|came|enter(?:s|ed)?|puts?)\sin(?:to)?\s(?:force|effect|operation)|(?:new|old|former)\s(?:wording|version|edition))(?!\w)",
    operates=r"\b(?:(?:not\s)?(?:appl(?:y|ies|ied)|valid|effective|in\s(?:force|effect|operation))|operate[sd]?|binding|temporar(?:y|ily)|ha(?:ve|s)\s(?:legal\s)?(?:effect|force)|remains?|was|reads?)\b",
    span=rf"(?:(?<!\w)(?=\w)|(?=\d|{_MONTH_OPENS}))(?:(?:\b(?:until|till|from|since|in|on|after|during|through|up\sto|before|between|only|as\sof)\s){{0,2}}(?:(?:\d{{1,2}}\s)?(?:{_MONTH}\s)?(?:\d{{1,2}},?\s)?\b(?:19|20)\d\d"
         r"(?:\s?(?:-|–|and|to|until)\s?(?:19|20)\d\d)?|\d\d\.\d\d\.\d{4})(?!\w)|\b(?:for|within|in|upon\sexpiry\sof)\s(?:an?|one|two|three|four|five|six|ten|\d{1,3})\s(?:calendar\s)?(?:years?|months?|days?)\b)",
)

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

_CITING = Citing(
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
        WordRule(Kind.PREAMBLE, "preamble", "preamble"),
        WordRule(Kind.HEADING, "heading|title", "heading"),
        WordRule(Kind.INTRO, "intro|lead-in", "lead-in"),
    ),
    these=(
        WordRule(Kind.LAW, _LAW, "this Law"),
        WordRule(Kind.CHAPTER, "chapter", "this chapter"),
        WordRule(Kind.ARTICLE, "articles?", "this article"),
        WordRule(Kind.PARAGRAPH, "paragraph", "this paragraph"),
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

_AMENDING = Amending(
    translated=r"\b(?:introduce|make|amend)\b.{0,80}\b(?:amendments?|additions?|addenda|changes?|acts?|laws?)\b"
               r"|\bamendments?\b.{0,60}\b(?:shall|to)\s+be\s+(?:made|introduced)\b",
)

GRAMMAR = Grammar(_WORDS, NOTES, _LAYOUT, _CLAUSES, _CITING, _AMENDING)
