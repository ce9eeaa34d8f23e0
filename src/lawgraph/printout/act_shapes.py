"""The shapes of the JSON of an amending act as read, declared as those of `json_shapes` are."""

from lawgraph.printout.json_shapes import Field, Output, Shape, one_of
from lawgraph.replay.instructions import FormRow

_SPAN = (Field("start", "number", "the character of the text as read at which it begins, counted from 0"),
         Field("end", "number", "the character behind its end"),
         Field("line", "number", "its line in the file, counted from 1"))
AMENDING_ACT = Shape("amending act", "What an act does to laws, in its own words.", (
    Field("lang", "text", "the language of the text"), Field("title", "text or null", "its title"),
    Field("items", "list of item", "what it does to each law, in its order"),
    Field("noted", "list of day", "the days of acts in its own footnotes: it is printed with their changes"),
    Field("omitted", "true or false", "whether it declares that something was left out: `[…]`"),
    Field("findings", "list of finding in a file", "what does not fit, outside of items"),
))
ITEM = Shape("item", "All that an act does to one law.", (
    Field("number", "text", "its number, empty where the act is about one law"),
    Field("law", "law as named", "the law, as it is named"),
    Field("whole", "true or false", "whether each character is understood and nothing is refused"),
    Field("instructions", "list of instruction", "in the order of print"),
    Field("residue", "list of stretch", "what is not understood"),
    Field("printings", "list of printing", "where the law and its changes were printed"),
    Field("findings", "list of finding in a file", "what does not fit"),
))
LAW_AS_NAMED = Shape("law as named", "A law as an act names it, which is without a number.", (
    Field("kind", "text", "`law`, `code` …"), Field("adopted", "day or null", "its day of adoption"),
    Field("title", "text or null", "its title"),
))
STRETCH = Shape("stretch", "A stretch of a text.", _SPAN)
PRINTING = Shape("printing", "An entry of a list of printings: an issue of a bulletin, or an act in newspapers.", (
    Field("text", "text", "the entry as printed"), Field("year", "text or null", "the year of a bulletin"),
    Field("issues", "text or null", "its issue"), Field("articles", "text or null", "its articles"),
    Field("adopted", "day or null", "the day of adoption of an act"), Field("title", "text or null", "its title"),
    Field("organs", "list of text", "the newspapers"), Field("printed", "day or null", "the day of the newspapers"),
))
INSTRUCTION = Shape("instruction", "One change. Addresses name units as the words do: a part is `al_2`, a paragraph "
                    "of a step or unit `indent_2`, the first one too.", (
    Field("article", "text", "the article of the act"), Field("step", "text", "the number of the step, or empty"),
    Field("paragraphs", "list of number", "the first and the last paragraph of the step, counted from 1"),
    Field("form", one_of(FormRow), "its form, F1 to F21"),
    Field("verb", one_of(FormRow), "the form of its verb, where it is one on contents, sentences or annexes"),
    Field("targets", "list of text", "what it acts upon"), Field("new", "list of text", "the units that it brings"),
    Field("instead", "list of text", "what else may be meant"),
    Field("search", "list of text", "words searched for"), Field("replacement", "list of text", "words put in"),
    Field("anchor", "one of after, before or null", "where words are put"),
    Field("wordings", "list of quoted wording", "the wordings that it quotes"),
    Field("operation", "list of rule", "its commencement; several where it is not told which"),
    Field("refused", "text or null", "why it must not be applied"), Field("text", "text", "its own words"), *_SPAN,
))
QUOTED = Shape("quoted wording", "A wording that an instruction quotes.", (Field("text", "text", "its lines"), *_SPAN))

ACT_SHAPES = (AMENDING_ACT, ITEM, LAW_AS_NAMED, STRETCH, PRINTING, INSTRUCTION, QUOTED)
ACT_ANSWERS = (Output("instructions", "lawgraph instructions", "amending act"),)
