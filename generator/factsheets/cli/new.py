"""`factsheets new`: a record from a few answers, or from the text of a form."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import click

from factsheets import pipeline
from factsheets.cli.drafting import file_away, free_name, must_be_new, name_for, say_what_is_missing, text_of
from factsheets.cli.from_form import from_form
from factsheets.cli.shared import WRONG, is_terminal, root_option
from factsheets.content.formatting.kinds import kind_of
from factsheets.content.records import RECORD_TYPES, Record
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.schema import json_schema
from factsheets.content.source import Path as Way
from factsheets.editing.drafts import AnswerError, Desk, Draft, Question, desk_for, plan_of
from factsheets.editing.drafts.answers import choice, question
from factsheets.editing.drafts.forms import LARGEST
from factsheets.editing.drafts.tree import get, path_of
from factsheets.editing.drafts.votes import VOTE, rules_on, with_only_rule, with_roll_call
from factsheets.pipeline import Folders

_NOT_NEW = {"corrections", "former_ids"}
"""Lines that no new record has."""


@click.group("new", invoke_without_command=True)
@root_option
@click.option(
    "--from-form", "form", type=click.File("r", encoding="utf-8"), help="The text of a filled form; - reads it."
)
@click.option("--anyway", is_flag=True, help="Write it although there seems to be such a record.")
@click.pass_context
def new(context: click.Context, root: Path, form: TextIO | None, *, anyway: bool) -> None:
    """Begin a new record, and write its file.

    What is not given is asked for, where somebody sits at the terminal; Enter leaves a question out. What is unknown
    stays out of the file. The file is written in the one form and checked, and what is still missing is said.

    Records that are there are found by any of their names: --states Norway, --sources https://…

    What somebody filled in on GitHub becomes files with --from-form: the record and its source, or, from the report of
    an error, a correction. For the issue 7: gh issue view 7 --json body --jq .body | factsheets new --from-form -
    """
    if form is None:
        if context.invoked_subcommand is None:
            click.echo(context.get_help())
        return
    if context.invoked_subcommand:
        raise click.UsageError("the form says itself what it begins")
    sys.exit(say_what_is_missing(root, from_form(root, form.read(LARGEST + 1), anyway=anyway)))


def _command(kind: type[Record]) -> click.Command:
    """Return the command for one record type, with an option for each line of its files."""
    schema = json_schema(kind)
    whole = kind_of(schema, schema["$defs"])
    options = [_option(whole.at(key).own, key, key) for key in whole.keys if key not in _NOT_NEW]
    for flag, path in plan_of(kind).short.items():
        options.append(_option(question(whole, path_of(path)).kind.own, flag, path))
    command = click.Command(
        kind.__name__.lower(),
        params=[click.Argument(["record_id"], required=False, metavar="[ID]"), *options, *_extra(kind), *_COMMON],
        help=f"{kind.__doc__}\n\nID is the file's name without .yaml, for ever; one is suggested.",
        callback=_running(kind),
    )
    return root_option(command)


def _option(schema: Any, flag: str, path: str) -> click.Option:  # noqa: ANN401 - a part of a schema
    name = f"at_{path.replace('.', '__')}"
    return click.Option([f"--{flag.replace('_', '-').lower()}", name], help=schema.get("description"))


def _extra(kind: type[Record]) -> list[click.Option]:
    help_text = "A file with who voted how: a press release's lists, a table (CSV, XLSX), or names line by line."
    roll_call = click.Option(["--roll-call"], type=click.File("rb"), help=help_text)
    return [roll_call] if kind is Resolution else []


_SET_HELP = "A line further in, or in one language: --set title.de=… --set offices.0.seen=2025"
_COMMON = [
    click.Option(["--set", "more"], multiple=True, metavar="PATH=VALUE", help=_SET_HELP),
    click.Option(["--anyway"], is_flag=True, help="Write it although there seems to be such a record."),
    click.Option(["--ask/--no-ask"], default=None, help="Ask for what is not given. [default: at a terminal]"),
]


def _running(kind: type[Record]) -> Callable[..., None]:
    def run(root: Path, record_id: str | None, more: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - click's
        asks = is_terminal() if given["ask"] is None else given["ask"]
        answers = {
            path_of(name.removeprefix("at_").replace("__", ".")): answer
            for name, answer in given.items()
            if name.startswith("at_") and answer is not None
        }
        desk = desk_for(pipeline.check(Folders(root).content).facts, kind)
        if record_id is not None:
            free_name(desk, record_id)
        draft = _filled(desk, plan_of(kind).begins, answers | dict(map(_split, more)))
        draft = with_only_rule(desk.facts, draft) if kind is Resolution else draft
        draft = _asked(desk, draft) if asks else draft
        if not given["anyway"]:
            must_be_new(desk, draft, asks=asks)
        if roll_call := given.get("roll_call"):
            draft = _with_roll_call(desk, draft, roll_call, asks=asks)
        name = name_for(desk, draft, record_id, asks=asks)
        sys.exit(say_what_is_missing(root, [file_away(root, desk, text_of(desk, draft, name), name)]))

    return run


def _with_roll_call(desk: Desk, draft: Draft, file: BinaryIO, *, asks: bool) -> Draft:
    """Return the draft with a roll call; one that names nobody ends the run, unless answers would be lost with it."""
    draft, remarks = with_roll_call(desk.facts, draft, file.read(), file.name)
    click.echo("".join(f"- {remark}\n" for remark in remarks), nl=False, err=True)
    lists = get(draft, (*VOTE, "roll_call"))
    if not asks and not (isinstance(lists, dict) and lists.keys() - {"rest"}):
        click.echo("nothing was written", err=True)
        sys.exit(WRONG)
    return draft


def _split(given: str) -> tuple[Way, str]:
    path, equals, answer = given.partition("=")
    if not equals:
        raise click.UsageError(f"--set {given}: write PATH=VALUE, as in --set title.de=Rede")
    return path_of(path), answer


def _filled(desk: Desk, draft: Draft, answers: dict[Way, str]) -> Draft:
    try:
        return desk.filled(draft, answers)
    except AnswerError as error:
        raise click.UsageError(str(error)) from error


def _asked(desk: Desk, draft: Draft) -> Draft:
    """Ask for what the plan wants and the draft does not have; not why words are missing that are there."""
    for path in map(path_of, plan_of(desk.kind).asks):
        is_there = get(draft, path) or (path[-1] == "missing" and get(draft, (*path[:-1], "text")))
        draft = draft if is_there else _answered(desk, draft, desk.question(path))
    return draft


def _answered(desk: Desk, draft: Draft, asked: Question) -> Draft:
    choices = rules_on(desk.facts, draft) if asked.path == (*VOTE, "rule") else asked.choices
    click.echo(f"\n{asked.name}: {asked.about}")
    if choices or asked.example:
        click.echo(f"  one of: {', '.join(choices)}" if choices else f"  such as: {asked.example}")
    first, *others = desk.languages if asked.by_language else [""]
    draft = _tried(desk, draft, asked.path, first, choices)
    for language in others:
        draft = _tried(desk, draft, (*asked.path, language), language)
    return draft


def _tried(desk: Desk, draft: Draft, path: Way, label: str, choices: Sequence[str] = ()) -> Draft:
    """Ask until the answer has a meaning, or there is none."""
    while answer := click.prompt(f"  {label}", default="", show_default=False, prompt_suffix="> ").strip():
        try:
            return desk.agreed(draft, path, choice(choices, answer) if choices else answer)
        except AnswerError as error:
            click.echo(f"  {error}")
    return draft


for _kind in RECORD_TYPES:
    new.add_command(_command(_kind))
