"""How often Python looks for values that hold each other, while a law is traced: seldom, since values hold none.

Looking through all values again and again takes a quarter of the time of a law of two thousand articles.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 100_000


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let many values be made before Python looks among them for such as hold each other."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
