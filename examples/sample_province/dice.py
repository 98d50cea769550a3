"""The dice of the sample province."""

from examples.dice import Dice

SEED = "TH-98/1"
"""Changing it gives another sample province with the same offices and the same planted gaps."""

_DICE = Dice(SEED)
chance, day_between, one_of, below = _DICE.chance, _DICE.day_between, _DICE.one_of, _DICE.below
