"""Small good files of every format: as other programs write them, and as our own exporters do."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from network_service.documents.csv_export import csv_paths, write_csv
from network_service.documents.flat_network import flat_network
from network_service.documents.gexf_export import write_gexf
from network_service.documents.graphml_export import write_graphml
from network_service.documents.json_export import write_json
from network_service.documents.pajek_export import write_pajek
from network_service.documents.ucinet_dl_export import write_ucinet_dl
from network_service.documents.workbook_export import write_workbook
from tests.ingest.foreign.test_workbook_network import KUMU, NODEXL, POLINODE
from tests.ingest.workbooks import PROVINCE, imported, xlsx

DATA = Path(__file__).parents[1] / "data" / "foreign"

OURS = {
    "Actors": [
        ["level", "name", "sector", "aliases", "note", "member from"],
        ["organization", "สำนักงานจังหวัดตัวอย่าง", "ภาครัฐ", "สนจ.; Office", "@a", "1/10/2568"],
        ["group", "ชมรมรักน้ำ", "ชุมชน", None, 'a, b; "c" <d> & e', None],
        ["organization", "บริษัทตัวอย่าง จำกัด", "ภาคธุรกิจ", None, None, "2025-10-01"],
        ["organization", "ไม่มีสาย", None, None, None, None],
    ],
    "People": [["given name", "family name", "titles"], ["สมมติ", "ทดลอง", "ดร."]],
    "Collaborations": [
        ["from", "to", "frequency", "topics", "mutual"],
        ["สำนักงานจังหวัดตัวอย่าง", "ชมรมรักน้ำ", 3, "น้ำ; ป่า", "yes"],
        ["ชมรมรักน้ำ", "บริษัทตัวอย่าง จำกัด", 1, None, "no"],
    ],
}


@dataclass(frozen=True, slots=True)
class Seed:
    """The files of one network: names, which prove nothing, and contents."""

    name: str
    files: tuple[tuple[str, bytes], ...]


@cache
def seeds() -> dict[str, tuple[Seed, ...]]:
    """All seeds by format."""
    of_others = {kind: [_one(path.name, path.read_bytes()) for path in _found(kind)] for kind in _SUFFIXES}
    pairs = [_pair("kumu-elements.csv", "kumu-connections.csv"), _pair("gephi-nodes.csv", "gephi-edges.csv")]
    ours = _exported()
    typed = _one("typed.xlsx", xlsx(**_NETWORK, **OURS))
    return {
        "csv": (*of_others["csv"], *_encoded(of_others["csv"])),
        "csv_pair": (*pairs, ours["csv"]),
        "kumu_json": tuple(of_others["json"]),
        "graphml": (*of_others["graphml"], ours["graphml"]),
        "gexf": (*of_others["gexf"], ours["gexf"]),
        "pajek": (*of_others["net"], *of_others["paj"], ours["net"]),
        "ucinet_dl": (*of_others["dl"], ours["dl"]),
        "our_json": (ours["json"],),
        "our_workbook": (typed, typed, typed, ours["xlsx"]),  # what we write takes five times as long to read
        "foreign_workbook": tuple(
            _one(f"{name}.xlsx", xlsx(**sheets))
            for name, sheets in {"kumu": KUMU, "nodexl": NODEXL, "polinode": POLINODE}.items()
        ),
    }


_SUFFIXES = {
    "csv": "csv txt",
    "json": "json",
    "graphml": "graphml",
    "gexf": "gexf",
    "net": "net",
    "paj": "paj",
    "dl": "dl",
}
_NETWORK = {"Network": [["province code", "name"], [PROVINCE, "เครือข่ายจังหวัดตัวอย่าง"]]}


def _found(kind: str) -> list[Path]:
    suffixes = [f".{one}" for one in _SUFFIXES[kind].split()]
    return sorted(path for path in DATA.iterdir() if path.suffix in suffixes)


def _one(name: str, content: bytes) -> Seed:
    return Seed(name, ((name, content),))


def _pair(*names: str) -> Seed:
    return Seed(names[0], tuple((name, (DATA / name).read_bytes()) for name in names))


def _encoded(files: list[Seed]) -> list[Seed]:
    """The Thai tables in the other encodings that Thai programs write."""
    text = next(seed for seed in files if seed.name == "kumu-elements.csv").files[0][1].decode()
    return [_one(f"{encoding}.csv", text.encode(encoding, "replace")) for encoding in ("cp874", "utf-16", "utf-8-sig")]


def _exported() -> dict[str, Seed]:
    """A small province in every format of ours."""
    records = imported(**OURS).records
    network = flat_network(records, PROVINCE, "th")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ours"
        found = {}
        for suffix, write in {
            "graphml": write_graphml,
            "gexf": write_gexf,
            "net": write_pajek,
            "dl": write_ucinet_dl,
        }.items():
            write(path, network)
            found[suffix] = _one(f"ours.{suffix}", path.read_bytes())
        write_json(path, records, PROVINCE)
        found["json"] = _one("ours.json", path.read_bytes())
        write_workbook(path, records, "th")
        found["xlsx"] = _one("ours.xlsx", path.read_bytes())
        write_csv(path, network)
        found["csv"] = Seed("ours.csv", tuple((one.name, one.read_bytes()) for one in csv_paths(path)))
    return found
