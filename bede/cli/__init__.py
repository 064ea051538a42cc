"""The command line, one file a command. Nothing heavy is imported before a command needs it."""


def main() -> None:
    """Run `bede` with the arguments of the process."""
    from bede.cli.app import app

    app()
