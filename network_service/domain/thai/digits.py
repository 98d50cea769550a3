"""Thai and Arabic digits: both are accepted on input, data keeps Arabic, official documents print Thai."""

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
_TO_THAI = str.maketrans(_ARABIC, _THAI)


def to_arabic(text: str) -> str:
    """Write every Thai digit as an Arabic one; all else stays."""
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """Write every Arabic digit as a Thai one; all else stays."""
    return text.translate(_TO_THAI)
