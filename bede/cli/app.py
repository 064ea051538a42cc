"""The `bede` program: its commands, and what becomes of an error meant for the user."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bede import __version__
from bede.cli.article import article
from bede.cli.code import code
from bede.cli.evaluate import evaluate
from bede.cli.explain import explain
from bede.cli.export import export
from bede.cli.ontology import ontology
from bede.cli.show import show
from bede.errors import BedeError

FAILED = 2  # exit code of a command that could not start or could not answer


class _Commands(TyperGroup):
    """Shows a BedeError as its message alone."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BedeError as error:
            typer.echo(f"bede: {error}", err=True)
            raise typer.Exit(FAILED) from error


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help is ready in a tenth of a second
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (code, show, article, explain, export, ontology, evaluate):
    app.command()(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"bede {__version__}")
        raise typer.Exit


@app.callback()
def bede(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read news articles and write political event data: who did what to whom, when, where, by whose word."""
