"""Runs every benchmark (`bench_<subject>.py` here), each in its own process so that none warms the next."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def run_all(folder: Path) -> int:
    """Run the benchmarks of a folder by name; answers how many of them failed."""
    failed = 0
    for script in sorted(folder.glob("bench_*.py")):
        print(f"== {script.stem.removeprefix('bench_').replace('_', ' ')}", flush=True)
        failed += subprocess.run([sys.executable, script], check=False, cwd=folder.parent).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(1 if run_all(Path(__file__).parent) else 0)
