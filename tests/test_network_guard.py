"""The guard around the suite holds; the addresses are those reserved for documentation."""

import socket

import pytest

from tests.network_guard import NetworkRefusedError


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")])
@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_a_connection_to_another_machine_is_refused(family: socket.AddressFamily, host: str, method: str) -> None:
    with socket.socket(family) as outward, pytest.raises(NetworkRefusedError, match=host):
        getattr(outward, method)((host, 443))


def test_a_datagram_to_another_machine_is_refused() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as outward, pytest.raises(NetworkRefusedError):
        outward.sendto(b"", ("192.0.2.1", 53))


def test_a_name_is_not_looked_up() -> None:
    with pytest.raises(NetworkRefusedError, match="example"):
        socket.create_connection(("www.example.org", 443))


def test_this_machine_may_speak_to_itself() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(("localhost", server.getsockname()[1])) as caller:
            caller.sendall(b"sawasdee")
        answering, _ = server.accept()
        with answering:
            assert answering.recv(16) == b"sawasdee"
