"""Provinces: those of the country, and those that have a network here."""

from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from network_service.api.asking import Asked
from network_service.api.conditional import PRIVATE, tag_of, unchanged
from network_service.operations.access import permit
from network_service.operations.list_provinces import ListedProvince, list_provinces
from network_service.operations.show_province import show_province
from network_service.reference.provinces import is_synthetic
from network_service.reference.regions import Division

router = APIRouter(prefix="/provinces", tags=["provinces"])


@router.get("", summary="Provinces of the country | จังหวัดทั้งหมด")
def every_province(
    asked: Asked, request: Request, response: Response, on: date | None = None, with_network: bool = False
) -> Any:
    """All provinces as of a day, with region and cluster; `with_network` leaves those that have a network here."""
    day = on or asked.service.today()
    tag = tag_of("provinces", day, with_network, asked.store.revision(), asked.sight)
    if same := unchanged(request, tag):
        return same
    response.headers.update({"ETag": tag, "Cache-Control": PRIVATE})
    present = {code for code in asked.store.provinces() if asked.principal.may_reach(code)}
    found = list_provinces(asked.principal, day, division=Division.REGION6)
    invented = [_invented(code) for code in sorted(present) if is_synthetic(code)]
    listed = [*(_told(one, one.province.code in present) for one in found), *invented]
    return {"items": [one for one in listed if one["has_network"] or not with_network]}


@router.get("/{code}", summary="One province with its districts | จังหวัดหนึ่งกับอำเภอ")
def one_province(asked: Asked, code: str, on: date | None = None) -> Any:
    """A province by its code or in any usual spelling; one that is invented has no districts."""
    if is_synthetic(code.upper()):
        permit(asked.principal, "provinces", code.upper())
        if code.upper() in asked.store.provinces():
            return _invented(code.upper())
    shown = show_province(asked.principal, code, on or asked.service.today())
    present = shown.listed.province.code in asked.store.provinces()
    reached = asked.principal.may_reach(shown.listed.province.code)
    return {
        **_told(shown.listed, present and reached),
        "districts": [
            {
                "code": one.district.code,
                "name": {"th": one.district.thai, "en": one.district.english},
                "subdistricts": one.subdistricts,
            }
            for one in shown.districts
        ],
    }


def _invented(code: str) -> dict[str, Any]:
    """A province of samples and exercises, which is no real one."""
    return {
        "code": code,
        "name": None,
        "synthetic": True,
        "regions": {},
        "cluster": None,
        "has_network": True,
        "districts": [],
    }


def _told(one: ListedProvince, has_network: bool) -> dict[str, Any]:
    return {
        "code": one.province.code,
        "name": {"th": one.province.thai, "en": one.province.english},
        "regions": {division.value: region.code if region else None for division, region in one.regions.items()},
        "synthetic": False,
        "cluster": one.cluster.code if one.cluster else None,
        "has_network": has_network,
    }
