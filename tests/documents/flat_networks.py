"""Networks of any shape for the writers: names in all scripts, parallel ties, ties both ways, isolates."""

from hypothesis import strategies as st

from network_service.documents.flat_network import FlatNetwork, FlatRow

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        'say "x" now',
        "&#34;",
        "&",
        "a&#b",
        "back\\",
        'back\\"',
        "[1-3]",
        "% no comment",
        "*Arcs",
        "1",
        "1: 2",
        "สมาคม ก",
        "A",
        "a ",
    ]
)
NODE_KINDS = ("organization", "group", "person", "meeting")
TIE_KINDS = ("collaborates_with", "member_of", "represents")
_WEIGHTS = st.none() | st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def flat_networks(draw: st.DrawFn, *, synthetic: bool | None = None) -> FlatNetwork:
    """A network of up to eight nodes and twelve ties."""
    ids = draw(st.lists(st.uuids().map(str), min_size=1, max_size=8, unique=True))
    sectors = st.sampled_from([{}, {"sector": "ภาครัฐ"}, {"sector": "business"}, {"sector": "no such sector"}])
    nodes = [FlatRow(one, draw(st.sampled_from(NODE_KINDS)), draw(TEXTS), draw(sectors)) for one in ids]
    ties = []
    for _ in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(TIE_KINDS))
        weight = draw(_WEIGHTS)
        ties.append(
            FlatRow(
                str(draw(st.uuids())),
                kind,
                "",
                {} if weight is None else {"weight": weight},
                draw(st.sampled_from(ids)),
                draw(st.sampled_from(ids)),
                kind == "collaborates_with" and draw(st.booleans()),
            )
        )
    invented = draw(st.booleans()) if synthetic is None else synthetic
    return FlatNetwork("TH-99", draw(TEXTS), invented, nodes, ties, ("sector",), ("weight",), frozenset({"weight"}))
