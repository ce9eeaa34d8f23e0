"""Unpack a page that a browser has saved as one file with all that it shows (MHTML): only the page itself is read."""

from email import message_from_bytes
from email.message import Message

from lawgraph.law.errors import Phrase, SourceError

BEGINS = (b"From: <Saved by", b"MIME-Version:", b"Snapshot-Content-Location:")
_ADDRESS = "Snapshot-Content-Location"


def page_in(raw: bytes, place: str) -> bytes:
    """Return the page in a file, its address in front as browsers write it; raise `SourceError` where it has none."""
    whole = message_from_bytes(raw)
    part = next((each for each in whole.walk() if each.get_content_type() == "text/html"), None)
    page = part.get_payload(decode=True) if part else None
    if not isinstance(page, bytes) or not page.strip():
        raise SourceError(place, Phrase("no page is in this file"),
                          Phrase("open the law in a browser and save the page again"))
    return f"<!-- saved from url=(0000){_address(whole)} -->".encode() + page


def _address(whole: Message) -> str:
    return "".join(str(whole.get(_ADDRESS, "")).split())
