"""`network-service account`: who may sign in to the service."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.account_words import print_account, print_accounts, print_lines
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, StoreOption, said
from network_service.domain.principal import Role
from network_service.errors import UsageError
from network_service.messages import messages_in
from network_service.operations.accounts.account_log import read_account_log
from network_service.operations.accounts.change_account import AccountChange, Keep, change_account
from network_service.operations.accounts.create_account import create_account
from network_service.operations.accounts.first_administrator import first_administrator
from network_service.operations.accounts.list_accounts import account_within, list_accounts
from network_service.operations.accounts.set_password import set_password

account = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")


class Giveable(StrEnum):
    """The roles an account may have: the local operator's is nobody's but the command line's."""

    VIEWER = Role.VIEWER
    MEMBER = Role.MEMBER
    RESEARCHER = Role.RESEARCHER
    NETWORK_MANAGER = Role.NETWORK_MANAGER
    GOVERNORS_OFFICE = Role.GOVERNORS_OFFICE
    ADMINISTRATOR = Role.ADMINISTRATOR


NameArgument = Annotated[str, typer.Argument(help=said("cli.argument.account"), show_default=False)]
RoleOption = Annotated[list[Giveable] | None, typer.Option("--role", help=said("cli.option.role"), show_default=False)]
ProvincesOption = Annotated[
    list[str] | None,
    typer.Option("--province", help=said("cli.option.account_province"), metavar="TH-NN", show_default=False),
]
EveryOption = Annotated[bool, typer.Option("--every-province", help=said("cli.option.every_province"))]
RecordOption = Annotated[
    str | None, typer.Option("--own-record", help=said("cli.option.own_record"), metavar="ID", show_default=False)
]


@guarded
def create_first(
    name: NameArgument,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Make the first administrator, and print the one-time password this once."""
    with bootstrap.open_store(bootstrap.read_settings(store=store)) as opened:
        made, password = first_administrator(bootstrap.this_user(), opened.application, name, now=datetime.now(UTC))
    print_account(made, messages_in(language), "account.made", password, as_json=as_json)


@guarded
def create(
    name: NameArgument,
    role: RoleOption = None,
    province: ProvincesOption = None,
    every_province: EveryOption = False,
    own_record: RecordOption = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Make an account, and print its one-time password this once."""
    if bool(province) == every_province:
        raise UsageError("cli.account.reach_needed")
    with bootstrap.open_store(bootstrap.read_settings(store=store)) as opened:
        made, password = create_account(
            bootstrap.this_user(),
            opened.application,
            name,
            _roles(role),
            provinces=None if every_province else frozenset(province or ()),
            own_record=own_record,
            now=datetime.now(UTC),
        )
    print_account(made, messages_in(language), "account.made", password, as_json=as_json)


@guarded
def list_all(
    store: StoreOption = None, language: LanguageOption = DEFAULT_LANGUAGE, as_json: JsonOption = False
) -> None:
    """List the accounts."""
    with bootstrap.open_store(bootstrap.read_settings(store=store), must_exist=True) as opened:
        accounts = list_accounts(bootstrap.this_user(), opened.application)
    print_accounts(accounts, messages_in(language), as_json=as_json)


@guarded
def change(
    name: NameArgument,
    role: RoleOption = None,
    province: ProvincesOption = None,
    every_province: EveryOption = False,
    own_record: RecordOption = None,
    enable: Annotated[bool, typer.Option("--enable", help=said("cli.option.enable"))] = False,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Change what an account is; what is not given stays, and whatever it had signed in ends."""
    if province and every_province:
        raise UsageError("cli.account.reach_needed")
    wanted = AccountChange(
        roles=_roles(role) if role else Keep.KEEP,
        provinces=None if every_province else frozenset(province) if province else Keep.KEEP,
        own_record=own_record or Keep.KEEP,
        disabled=False if enable else Keep.KEEP,
    )
    _change(name, wanted, store, language, as_json=as_json)


@guarded
def disable(
    name: NameArgument,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Disable an account at once."""
    _change(name, AccountChange(disabled=True), store, language, as_json=as_json)


@guarded
def reset_password(
    name: NameArgument,
    forget_code: Annotated[bool, typer.Option("--forget-code", help=said("cli.option.forget_code"))] = False,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Give an account a one-time password, and print it this once."""
    user = bootstrap.this_user()
    with bootstrap.open_store(bootstrap.read_settings(store=store), must_exist=True) as opened:
        password = set_password(user, opened.application, name, forget_totp=forget_code, now=datetime.now(UTC))
        changed = account_within(user, opened.application, name)
    print_account(changed, messages_in(language), "account.done", password, as_json=as_json)


@guarded
def log(
    after: Annotated[
        str | None, typer.Option("--after", help=said("cli.option.log_after"), metavar="N", show_default=False)
    ] = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """What was done to accounts, the newest last."""
    with bootstrap.open_store(bootstrap.read_settings(store=store), must_exist=True) as opened:
        lines = read_account_log(bootstrap.this_user(), opened.application, after=after)
    print_lines(lines, messages_in(language), as_json=as_json)


def _roles(given: list[Giveable] | None) -> frozenset[Role]:
    return frozenset(Role(role.value) for role in given or ())


def _change(name: str, wanted: AccountChange, store: str | None, language: str, *, as_json: bool) -> None:
    with bootstrap.open_store(bootstrap.read_settings(store=store), must_exist=True) as opened:
        changed = change_account(bootstrap.this_user(), opened.application, name, wanted, now=datetime.now(UTC))
    print_account(changed, messages_in(language), "account.done", as_json=as_json)


ACCOUNT_COMMANDS: dict[str, Callable[..., None]] = {
    "create-first": create_first,
    "create": create,
    "list": list_all,
    "change": change,
    "reset-password": reset_password,
    "disable": disable,
    "log": log,
}
"""Commands of the group by the name people type."""

for _name, _command in ACCOUNT_COMMANDS.items():
    account.command(_name, help=said(f"cli.account.{_name}"))(_command)
