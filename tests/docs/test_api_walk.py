"""The walk through the API is run line by line, against a server, as whoever reads it would."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

from examples.sample_province.build import sample_records
from network_service.app import running_service
from network_service.domain.principal import Role
from network_service.domain.record import Tie
from network_service.operations.accounts.account_records import rewrite
from network_service.operations.accounts.hashing import standard_hasher
from network_service.store.change import Change, ChangeSet
from tests.api.server import account_of, running
from tests.house.tree import ROOT
from tests.optional_parts import part_missing

BLOCKS = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_line_of_the_walk_does_what_it_says(tmp_path: Path) -> None:
    for tool in ("curl", "jq"):
        if shutil.which(tool) is None:
            part_missing(tool, f"install {tool}")
    script = "set -euo pipefail\n" + "\n".join(BLOCKS.findall((ROOT / "docs" / "api.md").read_text(encoding="utf-8")))
    with running_service(store=f"sqlite:///{tmp_path}/network.sqlite", work_folder=tmp_path / "work") as service:
        records = sorted(sample_records(), key=lambda record: isinstance(record, Tie))
        service.store.apply(ChangeSet("test", "import", tuple(Change(record, 0) for record in records)))
        name = account_of(service, Role.NETWORK_MANAGER, "TH-98").name
        password = "ปลาทูแม่กลองอร่อยมาก"
        hashed = standard_hasher().hashed(password)
        rewrite(service.store.application, name, lambda one: replace(one, password_hash=hashed, totp_secret=None))
        with running(service) as server:
            place = server.address.replace("127.0.0.1", "localhost") + "/api/v1"
            done = subprocess.run(
                ["bash", "-c", script],
                cwd=tmp_path,
                env={"PATH": "/usr/bin:/bin:/usr/local/bin", "API": place, "NAME": name, "PASSWORD": password},
                capture_output=True,
                text=True,
                timeout=100,
                check=False,
            )
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
