"""The forms of instructions, apart from what reads them: whoever names a form need not load a reader."""

from enum import StrEnum


class FormRow(StrEnum):
    """The forms of instructions; the verb of F8, F12 and F14 is one of the others."""

    RESTATE = "F1"
    STRIKE = "F2"
    INSERT = "F3"
    PUT_BESIDE = "F4"
    REPLACE = "F5"
    STRIKE_WORDS = "F6"
    APPEND = "F7"
    CONTENTS = "F8"
    THROUGHOUT = "F9"
    PAIRS = "F10"
    SENTENCES = "F12"
    ANNEXES = "F14"
    RENUMBER = "F18"
    REPEAL = "F19"
    UNCHANGED = "F21"
