"""What is left to chance is the same from the same seed in any process, whatever order its sets and names have."""

import os
import subprocess
import sys

from network_service.analysis.communities import communities
from network_service.analysis.example import eight_actors
from network_service.analysis.key_players import key_players_fragmentation
from network_service.analysis.mixing import e_i_index
from network_service.analysis.null_model import null_model
from network_service.analysis.robustness import robustness_curves


def drawn() -> str:
    """Everything that chance or an order could change, of one network, as text."""
    snapshot = eight_actors()
    return repr(
        (
            communities(snapshot, seed=2),
            null_model(snapshot, [e_i_index], seed=2, samples=10, minimum_actors=8),
            robustness_curves(snapshot, seed=2, runs=5),
            key_players_fragmentation(snapshot, count=3, most_steps=0),
        )
    )


def test_another_process_draws_the_same() -> None:
    told = subprocess.run(
        [sys.executable, "-c", f"from {__name__} import drawn; print(drawn())"],
        env={**os.environ, "PYTHONHASHSEED": "77", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == drawn()
