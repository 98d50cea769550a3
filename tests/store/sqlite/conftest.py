"""Chance that is the same on every run, and places for a store and its copy."""

import random

import pytest


@pytest.fixture
def rng(request):
    return random.Random(request.node.name)


@pytest.fixture
def live(tmp_path):
    (tmp_path / "live").mkdir()
    return tmp_path / "live" / "store.sqlite"


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "copy.sqlite"
