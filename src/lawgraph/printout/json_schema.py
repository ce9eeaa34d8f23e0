"""JSON Schemas (draft 2020-12) of every JSON that leaves the program, made of the shapes that docs/json.md describes.

What a schema does not name is allowed: fields are added, never taken away.
"""

import re
from collections.abc import Iterator, Mapping

from lawgraph.printout.act_shapes import ACT_ANSWERS, ACT_SHAPES
from lawgraph.printout.json_shapes import ANSWERS, SHAPES, Field, Output, Shape
from lawgraph.printout.page_shapes import PAGE_ANSWERS, PAGE_SHAPES

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN: Mapping[str, Mapping[str, object]] = {
    "text": {"type": "string"}, "number": {"type": "integer"}, "true or false": {"type": "boolean"},
    "day": {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    "hash": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
}
EVERY_SHAPE = (*SHAPES, *ACT_SHAPES, *PAGE_SHAPES)
EVERY_ANSWER = {each.name: each for each in (*ANSWERS, *ACT_ANSWERS, *PAGE_ANSWERS)}
"""All JSON that leaves the program, by its name."""

_BY_NAME = {shape.name: shape for shape in EVERY_SHAPE}
_NO_LETTERS = re.compile(r"[^a-z]+")


def schema_of(answer: Output) -> Mapping[str, object]:
    """Return the JSON Schema of an answer."""
    needed = dict.fromkeys(_shapes_in(answer.kind))
    return {"$schema": DIALECT, "$id": f"urn:lawgraph:{answer.name}", "title": answer.name,
            "description": f"{answer.told_by}: {answer.kind}", **_of_kind(answer.kind),
            "$defs": {_key(name): _of_shape(_BY_NAME[name]) for name in needed}}


def _of_shape(shape: Shape) -> Mapping[str, object]:
    every = (*shape.fields, *shape.sometimes)
    return {"title": shape.name, "description": shape.meaning, "type": "object",
            "properties": {each.name: _of_field(each) for each in every},
            "required": [each.name for each in shape.fields]}


def _of_field(field: Field) -> Mapping[str, object]:
    return {"description": field.meaning, **_of_kind(field.kind)}


def _of_kind(kind: str) -> Mapping[str, object]:
    if kind.endswith(" or null"):
        return {"anyOf": [_of_kind(kind.removesuffix(" or null")), {"type": "null"}]}
    if kind.startswith("list of "):
        return {"type": "array", "items": _of_kind(kind.removeprefix("list of "))}
    if kind.startswith("one of "):
        return {"type": "string", "enum": kind.removeprefix("one of ").split(", ")}
    return _PLAIN.get(kind) or {"$ref": f"#/$defs/{_key(kind)}"}


def _shapes_in(kind: str) -> Iterator[str]:
    """Give the names of the shapes that a kind needs, itself and all inside it."""
    name = kind.removesuffix(" or null").removeprefix("list of ")
    if name in _BY_NAME:
        yield name
        for field in (*_BY_NAME[name].fields, *_BY_NAME[name].sometimes):
            yield from _shapes_in(field.kind)


def _key(name: str) -> str:
    return _NO_LETTERS.sub("-", name)
