"""The server as a child process: on a free port of this machine, in a folder of its own, gone when its parent is."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

from tests.neo4j_server.jars import HERE

READY_SECONDS = 90  # 5 to 9 s on two cores; a build machine may be ten times as slow

JAVA = (
    "java",
    "-XX:+UseSerialGC",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)

# No door but Bolt on this machine, no call home, no file read by a statement. The caps are those of a real server,
# so that a statement which breaks one does so here first; only the time is ample, for machines that do much else.
CONFIGURATION = """\
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
server.directories.import=import
db.transaction.timeout=60s
db.transaction.concurrent.maximum=50
db.lock.acquisition.timeout=5s
db.memory.transaction.max=128m
dbms.memory.transaction.total.max=320m
db.tx_log.preallocate=false
"""


def command_line(jars: Path, home: Path, megabytes: int = 512) -> list[str]:
    """What runs the server, with so much memory for its heap, on a folder that holds its configuration."""
    return [*JAVA, f"-Xmx{megabytes}m", "-cp", f"{jars}/*", str(HERE / "Neo4jServer.java"), str(home)]


class ServerProcess:
    """One server and its data folder; `kill` and `start` again is a crash and a recovery at the same port."""

    def __init__(self, jars: Path, home: Path, megabytes: int = 512) -> None:
        self.jars = jars
        self.megabytes = megabytes
        self.home = home
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    @property
    def pid(self) -> int:
        """The process id of the running server."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Run until the server answers on its port; the first time that is a free one, which it then keeps."""
        (self.home / "neo4j.conf").write_text(CONFIGURATION.format(port=self.port), encoding="utf-8")
        command = command_line(self.jars, self.home, self.megabytes)
        with (self.home / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, cwd=self.home
            )
        assert self._process.stdout is not None
        hanging = threading.Timer(READY_SECONDS, self._process.kill)
        hanging.start()
        announced = self._process.stdout.readline().split()
        hanging.cancel()
        if announced[:1] != ["port"]:
            self.kill()
            told = (self.home / "server.log").read_text(encoding="utf-8", errors="replace")
            raise RuntimeError(f"the test server did not start:\n{told[-4000:]}")
        self.port = int(announced[1])

    def kill(self) -> None:
        """End the server as a power failure would; a server that is not running stays so."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._process = None
