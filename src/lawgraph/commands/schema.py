"""The command `lawgraph schema`."""

import json

import click

from lawgraph.commands import options
from lawgraph.printout.json_schema import EVERY_ANSWER, schema_of


@click.command()
@click.argument("name", type=click.Choice(list(EVERY_ANSWER)), required=False, metavar="[NAME]")
def schema(name: str | None) -> None:
    """Print the JSON Schema of what a command or a page gives as JSON.

    Without NAME the names are listed, each with what gives it.

    \b
    lawgraph schema
    lawgraph schema text > text.schema.json
    """
    if name:
        options.say(json.dumps(schema_of(EVERY_ANSWER[name]), ensure_ascii=False, indent=1))
    else:
        width = max(map(len, EVERY_ANSWER))
        options.say("\n".join(f"{each.name:{width}}  {each.told_by}" for each in EVERY_ANSWER.values()))
