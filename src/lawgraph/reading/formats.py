"""What files are that can be read; who only names them loads no reader."""

from enum import StrEnum


class FileFormat(StrEnum):
    """What a file is: a page, a document of Akoma Ntoso, an answer of the official interface, Markdown, plain text."""

    PAGE = "page"
    AKOMA = "akoma"
    OFFICIAL = "official"
    MARKDOWN = "markdown"
    TEXT = "text"
