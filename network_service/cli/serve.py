"""`network-service serve`: the API for programs and pages, on this machine or behind TLS."""

import ipaddress
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.account_words import print_sample_accounts
from network_service.cli.console import print_line, progress_bar
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, LanguageOption, StoreOption, said
from network_service.errors import UsageError
from network_service.messages import Messages, messages_in
from network_service.operations.accounts.sample_accounts import sample_accounts
from network_service.operations.load_sample import load_sample
from network_service.reference.sample_provinces import SAMPLE_PROVINCE

_GRACE_SECONDS = 10
_MOST_WORKERS = 64


@guarded
def serve(
    host: Annotated[str, typer.Option("--host", help=said("cli.option.host"), metavar="ADDRESS")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help=said("cli.option.port"), min=0, max=65_535)] = 8_000,
    certificate: Annotated[
        Path | None, typer.Option("--cert", help=said("cli.option.cert"), metavar="FILE", show_default=False)
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--key", help=said("cli.option.key"), metavar="FILE", show_default=False)
    ] = None,
    behind_proxy: Annotated[bool, typer.Option("--behind-proxy", help=said("cli.option.behind_proxy"))] = False,
    workers: Annotated[
        int, typer.Option("--workers", help=said("cli.option.workers"), min=1, max=_MOST_WORKERS, metavar="N")
    ] = 1,
    sample: Annotated[bool, typer.Option("--sample", help=said("cli.option.serve_sample"))] = False,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
) -> None:
    """Serve until it is stopped; requests that are under way are answered first."""
    require_safe_place(host, certificate, key, behind_proxy=behind_proxy)
    if sample and (store or behind_proxy or not _is_loopback(host)):
        raise UsageError("serve.sample_here_only")
    words = messages_in(language)
    # As Ctrl-C does: what stands open here is closed on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with _settings_of_all(store, workers, sample=sample):
        _prepare(words, sample=sample)
        scheme = "https" if certificate else "http"
        print_line(words.text("serve.at", address=f"{scheme}://{_in_address(host)}:{port}/api/v1/"), style="bold")
        sys.stdout.flush()
        _run(host, port, certificate, key, workers)


def _run(host: str, port: int, certificate: Path | None, key: Path | None, workers: int) -> None:
    """Serve in this process, or have several do it that share the port."""
    import uvicorn

    from network_service.app import log_as_json

    log_as_json()
    trusted = bootstrap.read_settings().trusted_proxies
    uvicorn.run(
        "network_service.app:served" if workers == 1 else "network_service.app:served_by_worker",
        factory=True,
        workers=workers,
        host=host,
        port=port,
        ssl_certfile=certificate,
        ssl_keyfile=key,
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=bool(trusted),
        forwarded_allow_ips=list(trusted),
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )


@contextmanager
def _settings_of_all(store: str | None, workers: int, *, sample: bool) -> Iterator[None]:
    """The settings that all processes of this service find in their environment, and files that are only for it."""
    given: dict[str, object] = {"store": store}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="network-service-")))
        if sample:
            given |= {"store": f"sqlite:///{(folder / 'sample.sqlite').as_posix()}", "work_folder": folder / "work"}
        if workers > 1 and bootstrap.read_settings().pseudonym_key_file is None:
            # A new key each, and the same person would have another pseudonym with each request.
            given["pseudonym_key_file"] = folder / "pseudonym_key"
            (folder / "pseudonym_key").write_text(token_hex(bootstrap.SHORTEST_KEY), encoding="ascii")
        stack.enter_context(bootstrap.handed_on(**given))
        yield


def _prepare(words: Messages, *, sample: bool) -> None:
    """Make the store or bring it up to date, once, before several processes would; with what is to be tried in it."""
    with bootstrap.open_store(bootstrap.read_settings()) as opened:
        if not sample:
            return
        me = bootstrap.this_user()
        with progress_bar(words, shown=True) as progress:
            load_sample(me, opened, (SAMPLE_PROVINCE,), progress)
        made = sample_accounts(me, opened, SAMPLE_PROVINCE, datetime.now(UTC))
    print_sample_accounts(made, words)


def require_safe_place(host: str, certificate: Path | None, key: Path | None, *, behind_proxy: bool) -> None:
    """Beyond this machine only with a certificate, or behind a proxy that has one: passwords are sent here.

    `UsageError` says how an office gets a certificate.
    """
    if (certificate is None) != (key is None):
        raise UsageError("serve.cert_and_key")
    if certificate is None and not behind_proxy and not _is_loopback(host):
        raise UsageError("serve.needs_tls", host=host)
    for file in filter(None, (certificate, key)):
        if not file.is_file():
            raise UsageError("serve.no_such_file", path=str(file))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
