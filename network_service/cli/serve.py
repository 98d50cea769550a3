"""`network-service serve`: the API for programs and pages, on this machine or behind TLS."""

import ipaddress
import logging
import sys
from pathlib import Path
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_line
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, LanguageOption, StoreOption, said
from network_service.errors import UsageError
from network_service.messages import messages_in

_GRACE_SECONDS = 10


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
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
) -> None:
    """Serve until it is stopped; requests that are under way are answered first."""
    import uvicorn

    from network_service.app import create_app, running_service

    require_safe_place(host, certificate, key, behind_proxy=behind_proxy)
    settings = bootstrap.read_settings(store=store)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(message)s")
    with running_service(store=store) as service:
        scheme = "https" if certificate else "http"
        print_line(messages_in(language).text("serve.at", address=f"{scheme}://{host}:{port}/api/v1/"), style="bold")
        uvicorn.run(
            create_app(service),
            host=host,
            port=port,
            ssl_certfile=certificate,
            ssl_keyfile=key,
            access_log=False,
            log_config=None,
            server_header=False,
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=list(settings.trusted_proxies),
            timeout_graceful_shutdown=_GRACE_SECONDS,
        )


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
