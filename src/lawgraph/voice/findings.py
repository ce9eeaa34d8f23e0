"""What does not fit in a source, in one plain sentence for each kind: what it is, and what to do.

What a finding says of its own place is English, as data is; the kind of it is told in the language of the reader.
"""

from lawgraph.law.document import Finding, Severity
from lawgraph.voice.speaking import Locale, Voice, message

_SENTENCES = (
    ("unread_note unread_footnote unread_clause no_act inserted_twice unclosed_bracket",
     message("A footnote was not read in full, so any change it may tell of is left open: read it in the source.")),
    ("missing_number odd_number missing_day impossible_day act_with_two_days act_older_than_law",
     message("The number or a day of an act is missing here or cannot be right: look it up and record it.")),
    ("other_article",
     message("A footnote under one provision speaks of another: one of the two numbers may be misprinted.")),
    (("link_disagrees said_otherwise languages_differ claims_disagree editions_disagree editions_contradict "
      "contradiction claim_without_fact facts_and_act_differ act_and_edition_differ edition_contradicts_footnote "
      "footnote_differs editions_without_difference"),
     message("Two sources do not agree here: compare them, and record which one is right.")),
    ("claim_without_effect excluded_but_printed",
     message("A footnote tells of a change that the text beside it does not show: compare both with the official "
             "text.")),
    ("missing_footnote dropped_footnote missing_note",
     message("This text has no footnote on a change that is known from elsewhere.")),
    ("extra_note",
     message("This text has a footnote that the official text does not have.")),
    ("stale stale_edition",
     message("This text does not show a change yet: read the official text or a newer edition.")),
    ("missing_provision",
     message("A provision of the official text is missing from this text: read the official one.")),
    ("mistranslation",
     message("The translation says something else than the official text: rely on the official one.")),
    ("typo misprint glued_words",
     message("A misprint in the source; the text is kept as it is printed.")),
    ("edition_dated_by_adoption",
     message("The day of this edition is the day on which an act was adopted, not that of its operation: it dates no "
             "change.")),
    ("operation_before_adoption bounds_cross publication_outside_term operation_outside_bounds",
     message("The days of adoption, publication and operation do not fit each other: check what is recorded.")),
    ("act_without_record",
     message("An act is cited that the recorded list of acts does not have: record it, or correct the citation.")),
    ("act_without_targets",
     message("What this act changed is not recorded, so it may have changed anything: record its targets.")),
    ("fact_about_unknown_provision unknown_target",
     message("A provision is named that the law does not have: its number may be misprinted.")),
    ("insertion_without_act",
     message("The number shows that this was inserted later, and no source names the act: find it and record it.")),
    ("repeal_in_doubt",
     message("One source says that the law was repealed, another speaks against it: find out which is right.")),
    ("law_repealed state_of_today act_taken_away",
     message("The source says that the act is no longer in operation: record the act that repealed it and the day.")),
    ("lost_characters half_page omitted_text",
     message("A part of the text was lost before it came here, and the law may go on: get it anew from its source.")),
    ("unknown_element unknown_field nested_table akoma_not_read",
     message("A part of the file has a form that is not known: compare what was read with the source.")),
    ("beside_the_text hidden_text words_in_tag after_signature stray_line unread_line doubtful_line",
     message("A line stands where it may or may not belong to the law: look it up in the source.")),
    ("picture",
     message("A picture stands here; what it shows is not read.")),
    ("private_characters id_of_link",
     message("A mark that is no part of the wording stands in the text: look at the source.")),
    ("other_language",
     message("A passage is in another language than the text and is not read.")),
    (("number_apart odd_number_of_unit number_without_bracket number_without_dot number_before_number "
      "number_of_levels duplicate_provision gap_in_numbering"),
     message("The numbering is odd here: look whether a number is misprinted or a provision is missing.")),
    ("empty_provision lost_formula",
     message("A provision, or a part of it, has no wording here: look at the source.")),
    ("no_title no_requisite",
     message("The text does not say what law it is: name it when you import it.")),
    ("open_quotation unclosed_wording unclear_end unmarked_wording",
     message("Where a quotation begins or ends is not marked: look it up in the source.")),
    (("unread_act unread_instruction unread_heading approved_text under_unread_heading unread_target unread_printing "
      "unfinished_item missing_step another_item missing_wording numbers_differ foreign_wording no_unit unclear_words "
      "unequal_words unclear_place"),
     message("A sentence of an amending act is not understood, so what it changes is left open: read it in the act.")),
    ("not_applied no_state_before",
     message("A change is read, but the text that it changes is not held or does not fit: its result is left open.")),
    ("unread_commencement absent_part no_commencement several_starts",
     message("From when the act operates is not told clearly, so its first day is not exact: read its closing "
             "article.")),
    ("act_changed_since",
     message("The act is held as later acts changed it, not as it was adopted.")),
    ("draft",
     message("This is a draft: it proves nothing.")),
    ("no_file part_not_in_contents edition_written_anew",
     message("The files of this act do not fit together: look at its folder.")),
)
_KINDS = {kind: told for kinds, told in _SENTENCES for kind in kinds.split()}
_OTHER = message("Something does not fit here: compare it with the source.")
_SEVERITIES = {Severity.ERROR: message("wrong in a source"), Severity.WARNING: message("odd and not explained"),
               Severity.NOTE: message("odd, known and explained")}


def finding_in_words(finding: Finding, voice: Voice) -> str:
    """Return what a finding is about, and what to do, in one sentence."""
    return voice.say(_KINDS.get(finding.kind, _OTHER))


def severity_in_words(severity: Severity, voice: Voice) -> str:
    """Return how much a finding matters."""
    return voice.say(_SEVERITIES[severity])


def finding_line(finding: Finding, where: str, voice: Voice) -> str:
    """Return a finding as a line of a table: what it says is English, and stands behind its kind in other languages."""
    if voice.locale is Locale.ENGLISH:
        return f"{finding.severity}{where}: {finding.message}"
    told = severity_in_words(finding.severity, voice)
    return f"{told}{where}: {finding_in_words(finding, voice)} [{finding.message}]"
