"""TLS as the manual tells an office to have it: its commands run as they stand there, and a proxy that ends it."""

from __future__ import annotations

import re
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path
from typing import Any

import httpx

from tests.house.tree import ROOT
from tests.optional_parts import part_missing

_OWN = frozenset({"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server", "host"})
_FORWARDED = frozenset({"forwarded", "x-forwarded-for", "x-forwarded-proto"})


@dataclass(frozen=True)
class OfficeTls:
    """The certificate of a service, its key, and the authority that computers of the office trust."""

    certificate: Path
    key: Path
    authority: Path

    def trusting(self) -> ssl.SSLContext:
        """What a computer of the office trusts."""
        return ssl.create_default_context(cafile=str(self.authority))


def made_by_the_manual(folder: Path) -> OfficeTls:
    """Run the commands of docs/administration.md for this machine."""
    if shutil.which("openssl") is None:
        part_missing("openssl", "install openssl")
    manual = (ROOT / "docs" / "administration.md").read_text(encoding="utf-8")
    (script,) = [block for block in re.findall(r"```sh\n(.*?)```", manual, re.DOTALL) if "office-ca.key" in block]
    here = re.sub(r"^name=\S+", "name=localhost", script).replace("10.0.0.5", "127.0.0.1")
    subprocess.run(["sh", "-ec", here], cwd=folder, check=True, capture_output=True)
    return OfficeTls(folder / "service.crt", folder / "service.key", folder / "office-ca.crt")


@contextmanager
def tls_proxy(tls: OfficeTls, *replicas: str) -> Iterator[str]:
    """A proxy by the rules of deploy/nginx.conf: replicas in turn, who asks written anew, figures kept; its address."""
    turns, turn, asker = cycle(replicas), threading.Lock(), httpx.Client(timeout=60)

    class Passing(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            with turn:
                replica = next(turns)
            headers = [(name, value) for name, value in self.headers.items() if name.lower() not in _OWN | _FORWARDED]
            headers += [("Host", self.headers["host"]), ("X-Forwarded-For", self.client_address[0])]
            headers += [("X-Forwarded-Proto", "https")]
            answer = asker.request(self.command, replica + self.path, headers=headers, content=body)
            self.send_response(answer.status_code)
            for name, value in answer.headers.multi_items():
                if name not in _OWN | {"content-encoding"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        do_GET = do_POST = do_PATCH = do_DELETE = _pass_on  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Say nothing: a test is no office."""

    class Proxy(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

    with asker, Proxy(("127.0.0.1", 0), Passing) as server:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(tls.certificate, tls.key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"https://localhost:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
