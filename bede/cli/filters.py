"""The options that choose events, the same for every command that lists events."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

if TYPE_CHECKING:
    from bede.store import EventFilter

OPTIONS: dict[str, Any] = {
    "since": Annotated[
        str | None, typer.Option(metavar="DATE", help="Acts of this day, month or year, or later.")
    ],
    "until": Annotated[
        str | None, typer.Option(metavar="DATE", help="Acts of this day, month or year, or earlier.")
    ],
    "type": Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="PLOVER type, such as ASSAULT.")
    ],
    "mode": Annotated[str | None, typer.Option(metavar="MODE", help="PLOVER mode, such as expel.")],
    "actor": Annotated[
        str | None, typer.Option(metavar="WHO", help="Who acts: part of a name, or a country such as IRQ.")
    ],
    "recipient": Annotated[str | None, typer.Option(metavar="WHO", help="Who is acted on, likewise.")],
    "country": Annotated[
        str | None, typer.Option(metavar="COUNTRY", help="Country of a side or of the place, such as IRQ.")
    ],
    "place": Annotated[str | None, typer.Option(metavar="PLACE", help="Where: part of a name.")],
    "factuality": Annotated[
        str | None, typer.Option(metavar="KIND", help="actual, future, hypothetical or negated.")
    ],
    "text": Annotated[
        str | None,
        typer.Option(
            metavar="WORDS", help='Words that the article holds; "in quotes" for a phrase, word* to begin.'
        ),
    ],
    "article": Annotated[str | None, typer.Option("--article", metavar="ID", help="Events of this article.")],
    "min_confidence": Annotated[
        float | None, typer.Option(metavar="0..1", help="Events at least this sure.")
    ],
    "limit": Annotated[int | None, typer.Option(metavar="N", help="How many events at most; 0 for all.")],
}


def with_filters(limit: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of OPTIONS. It gets them as one argument, `wanted`, an EventFilter.

    `limit` is the number of events where the user names none, 0 for all.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        command.__annotations__.pop("wanted")  # no option, and its module is too heavy to import for --help
        hints = get_type_hints(command, include_extras=True)
        own = [
            parameter.replace(annotation=hints[name])
            for name, parameter in inspect.signature(command).parameters.items()
            if name != "wanted"
        ]
        chosen = [
            inspect.Parameter(
                name,
                inspect.Parameter.KEYWORD_ONLY,
                default=limit if name == "limit" else None,
                annotation=annotation,
            )
            for name, annotation in OPTIONS.items()
        ]

        @wraps(command)
        def run(**given: Any) -> None:
            conditions = {name: given.pop(name) for name in OPTIONS}
            command(**given, wanted=_filter(conditions))

        parameters = [*(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own), *chosen]
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return run

    return decorate


def _filter(conditions: dict[str, Any]) -> EventFilter:
    from bede.store import EventFilter

    return EventFilter(**{**conditions, "limit": conditions["limit"] or None})
