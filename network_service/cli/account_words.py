"""Accounts and their log as they are printed: in words for people, as JSON for machines."""

import json
from collections.abc import Sequence

from network_service.cli.console import print_json, print_line, print_table
from network_service.domain.thai.clock import THAILAND
from network_service.messages import Messages
from network_service.operations.accounts.account_log import Line
from network_service.operations.accounts.model import Account
from network_service.operations.accounts.sample_accounts import SampleAccount

_LIST = ("name", "roles", "provinces", "state", "telephone")
_LOG = ("time", "who", "act", "about", "detail")


def print_account(
    account: Account, words: Messages, done: str, password: str | None = None, *, as_json: bool = False
) -> None:
    """What became of an account, by the code of its sentence, and its one-time password if it got one."""
    if as_json:
        print_json(account.as_plain() | ({"one_time_password": password} if password else {}))
        return
    print_line(words.text(done, name=account.name))
    if password and account.password_until:
        until = account.password_until.astimezone(THAILAND).strftime("%Y-%m-%d %H:%M")
        print_line(words.text("account.one_time", password=password, until=until), style="bold")


def print_accounts(accounts: Sequence[Account], words: Messages, *, as_json: bool) -> None:
    """All of them, or the command that makes the first."""
    if as_json:
        print_json([account.as_plain() for account in accounts])
    elif not accounts:
        print_line(words.text("account.none"))
    else:
        rows = [_row(account, words) for account in accounts]
        print_table([words.text(f"account.column.{name}") for name in _LIST], rows)


def print_sample_accounts(accounts: Sequence[SampleAccount], words: Messages) -> None:
    """The prepared accounts with their passwords, which are told nowhere else."""
    print_line(words.text("serve.sample_told"), style="bold")
    for one in accounts:
        # No table: a password that is folded to fit a column cannot be copied.
        print_line(f"  {one.name:<16}  {one.password}  {one.code_secret or ''}".rstrip())


def print_lines(lines: Sequence[Line], words: Messages, *, as_json: bool) -> None:
    """The lines of the log."""
    if as_json:
        print_json(
            [
                {
                    "number": line.number,
                    "at": line.at.isoformat(),
                    "who": line.who,
                    "act": line.act,
                    "about": line.about,
                    "detail": line.detail,
                }
                for line in lines
            ]
        )
        return
    rows = [
        (
            line.at.astimezone(THAILAND).strftime("%Y-%m-%d %H:%M:%S"),
            line.who,
            words.text(f"account.act.{line.act}"),
            line.about,
            json.dumps(line.detail, ensure_ascii=False) if line.detail else "",
        )
        for line in lines
    ]
    print_table([words.text(f"account.column.{name}") for name in _LOG], rows)


def _row(account: Account, words: Messages) -> tuple[str, ...]:
    state = "disabled" if account.disabled else "due" if account.must_change_password else "active"
    return (
        account.name,
        ", ".join(words.text(f"account.role.{role}") for role in sorted(account.roles)),
        words.text("account.every_province") if account.provinces is None else ", ".join(sorted(account.provinces)),
        words.text(f"account.state.{state}"),
        words.text("account.telephone." + ("enrolled" if account.totp_secret else "none")),
    )
