"""The gaps planted in the sample, as data: whatever looks for gaps must find each of them on the sample's day."""

from dataclasses import dataclass

from examples.sample_province.scene import PROVINCE
from network_service.domain.identity import id_from_name
from network_service.domain.vocabulary import Sector


@dataclass(frozen=True, slots=True)
class PlantedSubject:
    """What a planted gap is about; a sector is named by its code, a person by given name and family name."""

    kind: str
    name: str

    @property
    def id(self) -> str:
        """The id of the subject's record; a sector's is its code."""
        return self.name if self.kind == "sector" else id_from_name(PROVINCE, self.kind, self.name)


@dataclass(frozen=True, slots=True)
class PlantedGap:
    """A gap: the rule that must find it, what it is about, and the numbers that the rule must see.

    `lacking` holds the sectors that a body lacks; `count` the actors cut off, or the bodies a person sits on.
    """

    rule: str
    subjects: tuple[PlantedSubject, ...]
    lacking: tuple[Sector, ...] = ()
    count: int | None = None


def _about(*named: tuple[str, str]) -> tuple[PlantedSubject, ...]:
    return tuple(PlantedSubject(kind, name) for kind, name in named)


PLANTED = (
    PlantedGap("isolate", _about(("organization", "บริษัท เกลือหินหนองฟ้าตัวอย่าง จำกัด"))),
    PlantedGap("isolate", _about(("group", "ชมรมจักรยานเพื่อสุขภาพหนองฟ้าหลวง"))),
    PlantedGap("isolate", _about(("organization", "สมาคมชาวจังหวัดตัวอย่างในกรุงเทพมหานคร"))),
    PlantedGap(
        "split_component",
        _about(
            ("group", "กลุ่มสตรีอาสาโคกพิกุล"),
            ("group", "กลุ่มทอผ้าบ้านดงมะกอกหวาน"),
            ("group", "กลุ่มแปรรูปข้าวโนนดอกคูนขาว"),
            ("group", "กลุ่มเยาวชนรักษ์โคกพิกุล"),
        ),
    ),
    PlantedGap(
        "sector_pair_without_ties", _about(("sector", Sector.BUSINESS.value), ("sector", Sector.COMMUNITY.value))
    ),
    PlantedGap("sector_without_linker", _about(("sector", Sector.ACADEMIC.value))),
    PlantedGap("linker_not_acting", _about(("person", "จันทร์เพ็ญ หม่อนไหมทดลอง"))),
    PlantedGap(
        "single_point_of_failure",
        _about(("organization", "ศูนย์ประสานงานสภาองค์กรชุมชนตำบลจังหวัดตัวอย่าง")),
        count=18,
    ),
    PlantedGap("single_point_of_failure", _about(("organization", "หอการค้าจังหวัดตัวอย่าง")), count=5),
    PlantedGap(
        "body_lacks_sector",
        _about(("body", "คณะกรรมการตรวจติดตามการบริหารกิจการสาธารณะจังหวัดตัวอย่าง")),
        lacking=(Sector.COMMUNITY, Sector.ACADEMIC),
    ),
    PlantedGap(
        "body_lacks_sector",
        _about(("body", "คณะกรรมการบริหารเครือข่ายจังหวัดตัวอย่าง")),
        lacking=(Sector.BUSINESS,),
    ),
    PlantedGap("too_many_bodies", _about(("person", "ปาริชาติ สะพานตัวอย่าง")), count=4),
)
"""Every planted gap. Apart from these, no rule named here should find anything on the sample's day."""
