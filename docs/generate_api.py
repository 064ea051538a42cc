"""Writes docs/api.md from docstrings and signatures: `python docs/generate_api.py`."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

import pages

PAGE = Path(__file__).with_name("api.md")
# The public surface: module -> names, in the order in which a reader needs them.
SURFACE = {
    "bede": ("load", "code"),
    "bede.coder": ("Coder",),
    "bede.readers": ("read", "article_from_text", "Skipped"),
    "bede.store": ("Store", "EventFilter"),
    "bede.exports": ("exporter", "schema"),
    "bede.engines": ("LocalPool", "Failure"),
    "bede.ontology": ("load", "Ontology"),
    "bede.evaluation": ("run", "Report"),
    "bede.explain": ("Explanation", "Step"),
    "bede.spacy_component": ("make_component",),
    "bede.errors": ("BedeError",),
}
_INTRODUCTION = """\
# The Python API

Made by `python docs/generate_api.py` from the docstrings; do not edit it by hand. The records that come out
are described in [records.md](records.md).

```python
import bede

coder = bede.load()
coding = coder.code("Iran condemned the American airstrike on Friday.", published="2020-01-06")
for event in coding.events:
    print(event.type, [a.name for a in event.actors], [r.name for r in event.recipients], event.date)
    print({field: [coding.words(span) for span in spans] for field, spans in event.evidence.items()})
```

As a spaCy component: `nlp.add_pipe("bede")` sets `doc._.events`, `doc._.statements` and `doc._.coding`;
`doc.user_data["published"]` may hold the day of publication.

Every error meant for the user is a `bede.errors.BedeError`; its text says what happened and what to do.
"""


def page() -> str:
    """The whole page in Markdown."""
    parts = [_INTRODUCTION]
    for module_name, names in SURFACE.items():
        module = importlib.import_module(module_name)
        parts.append(f"## {module_name}\n\n{_doc(module)}\n")
        parts += [_member(module_name, name, getattr(module, name)) for name in names]
    return "\n".join(parts)


def _member(module: str, name: str, member: object) -> str:
    signature = "" if _is_plain_class(member) else _signature(member)
    text = f"### `{module}.{name}{signature}`\n\n{_doc(member)}\n"
    if inspect.isclass(member):
        methods = (_method(name, method) for name, method in vars(member).items() if not name.startswith("_"))
        text += "".join(f"\n{described}\n" for described in methods if described)
    return text


def _method(name: str, method: object) -> str | None:
    """A public method or property as an item of a list; None for what has no docstring."""
    is_property = isinstance(method, property)
    function = method.fget if is_property else inspect.unwrap(getattr(method, "__func__", method))
    if not inspect.isfunction(function) or not function.__doc__:
        return None
    signature = _signature(function)
    if is_property:
        signature = signature.replace("() ->", ":")
    return f"- **`{name}{signature}`** {_doc(function)}".replace("\n", "\n  ").replace("\n  \n", "\n\n")


class _AsWritten:
    """An annotation or default that prints as it stands in the source."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def _signature(member: object) -> str:
    """A signature as it stands in the source, without self."""
    signature = inspect.signature(member)  # type: ignore[arg-type]
    shown = [_as_written(p) for name, p in signature.parameters.items() if name not in ("self", "cls")]
    returned = _AsWritten(str(signature.return_annotation).strip("\"'"))
    return str(inspect.Signature(shown, return_annotation=returned))


def _as_written(parameter: inspect.Parameter) -> inspect.Parameter:
    default = parameter.default
    if inspect.isfunction(default):
        default = _AsWritten(default.__name__)
    elif default is not inspect.Parameter.empty and "factory" in repr(default):
        default = _AsWritten("[]")
    return parameter.replace(annotation=_AsWritten(str(parameter.annotation).strip("\"'")), default=default)


def _is_plain_class(member: object) -> bool:
    """Errors and protocols, whose signature says nothing."""
    return inspect.isclass(member) and (issubclass(member, Exception) or "__init__" not in vars(member))


def _doc(member: object) -> str:
    """The docstring; paragraphs that are indented or set in columns stay as they are."""
    parts = [_paragraph(part) for part in (inspect.getdoc(member) or "").split("\n\n")]
    return "\n\n".join(parts)


def _paragraph(text: str) -> str:
    if not re.search(r"^ {4}|^[\w, ]+ {2,}\S|#", text, re.MULTILINE):
        return text
    return "```text\n" + (text if text[0] != " " else inspect.cleandoc(text)) + "\n```"


if __name__ == "__main__":
    pages.main(PAGE, page())
