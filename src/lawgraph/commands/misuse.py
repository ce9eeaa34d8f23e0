"""What was typed wrongly of a command, in words that each language has; click's own are English."""

import click

from lawgraph.law.errors import Phrase


def misused(error: click.UsageError) -> str:
    """Return what of a command was typed wrongly."""
    match error:
        case click.MissingParameter() | click.BadParameter():
            told = _of_value(error)
        case click.UsageError(message=Phrase() as own):
            told = own
        case click.NoSuchCommand(command_name=name):
            told = Phrase("No such command %(name)s", name=repr(name))
        case click.NoSuchOption() | click.BadOptionUsage():
            told = _of_option(error)
        case click.UsageError(ctx=click.Context(command=click.Group())):
            told = Phrase("Missing command")
        case _:
            told = Phrase("more was typed than it takes")
    return told


def _of_option(error: click.NoSuchOption | click.BadOptionUsage) -> Phrase:
    name = repr(error.option_name)
    if isinstance(error, click.NoSuchOption):
        if error.possibilities:
            near = repr(error.possibilities[0])
            return Phrase("No such option %(name)s. Did you mean %(near)s?", name=name, near=near)
        return Phrase("No such option %(name)s", name=name)
    return Phrase("Option %(name)s needs a value, or takes none", name=name)


def _of_value(error: click.BadParameter) -> str:
    param, ctx = error.param, error.ctx
    if param is None or ctx is None:
        return error.format_message()
    name = param.get_error_hint(ctx)
    if isinstance(error, click.MissingParameter):
        missing = Phrase("Missing option %(name)s", name=name), Phrase("Missing argument %(name)s", name=name)
        return missing[isinstance(param, click.Argument)]
    wanted = error.message if isinstance(error.message, Phrase) else _wanted(param.type)
    return Phrase("Invalid value for %(name)s: %(wanted)s", name=name, wanted=wanted or error.message)


def _wanted(kind: "click.ParamType[object]") -> str | None:
    """Return what values an option or an argument takes."""
    match kind:
        case click.Choice(choices=choices):
            return Phrase("it is one of %(these)s", these=", ".join(map(str, choices)))
        case click.IntRange(min=least, max=None) | click.FloatRange(min=least, max=None):
            return Phrase("it is a number of at least %(least)s", least=least)
        case click.IntRange(min=least, max=most) | click.FloatRange(min=least, max=most):
            return Phrase("it is a number from %(least)s to %(most)s", least=least, most=most)
    return None
