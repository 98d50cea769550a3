"""`network-service provinces`: the provinces of Thailand with their regions and clusters, and the districts of one."""

from datetime import date
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line, print_table
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, read_day, said
from network_service.domain.thai.clock import today_in_thailand
from network_service.domain.thai.dates import format_date
from network_service.errors import UsageError
from network_service.messages import Messages, messages_in
from network_service.operations.list_provinces import ListedProvince, list_provinces
from network_service.operations.show_province import ListedDistrict, ShownProvince, show_province
from network_service.reference.clusters import clusters
from network_service.reference.districts import DATA_CREDIT, data_version
from network_service.reference.provinces import BANGKOK
from network_service.reference.regions import Division

_COLUMNS = ("code", "thai", "english", "abbreviation", "region", "cluster")
_UNCONFIRMED = " *"


@guarded
def provinces(
    region: Annotated[
        str | None, typer.Option("--region", help=said("cli.option.region"), metavar="CODE", show_default=False)
    ] = None,
    division: Annotated[Division, typer.Option("--division", help=said("cli.option.division"))] = Division.REGION4,
    cluster: Annotated[
        str | None, typer.Option("--cluster", help=said("cli.option.cluster"), metavar="CODE", show_default=False)
    ] = None,
    on: Annotated[
        date | None,
        typer.Option("--on", help=said("cli.option.on"), parser=read_day, metavar="DATE", show_default=False),
    ] = None,
    province: Annotated[
        str | None,
        typer.Option("--province", help=said("cli.option.one_province"), metavar="TH-NN", show_default=False),
    ] = None,
    with_districts: Annotated[
        bool | None, typer.Option("--districts/--no-districts", help=said("cli.option.districts"), show_default=False)
    ] = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """List the provinces of a day, or show one with its districts."""
    words, day = messages_in(language), on or today_in_thailand()
    if province is None:
        if with_districts:
            raise UsageError("provinces.districts_of_which")
        listed = list_provinces(bootstrap.this_user(), day, division=division, region=region, cluster=cluster)
        if as_json:
            print_json([_province_as_plain(one) for one in listed])
        else:
            _print_provinces(listed, division, day, words)
        return
    if region is not None or cluster is not None:
        raise UsageError("provinces.one_or_some")
    shown = show_province(bootstrap.this_user(), province, day)
    if as_json:
        print_json(_as_plain(shown, with_districts=with_districts is not False))
        return
    _print_provinces((shown.listed,), division, day, words)
    _print_districts(shown, words, listed=with_districts is not False)


def _print_districts(shown: ShownProvince, words: Messages, *, listed: bool) -> None:
    count, below = len(shown.districts), shown.subdistricts
    print_line(words.text("provinces.districts", count=count, subdistricts=below), style="bold")
    if listed:
        headers = [words.text(f"provinces.header.{name}") for name in ("code", "thai", "english", "subdistricts")]
        rows = [
            (each.district.code, each.district.in_full("th"), each.district.english, str(each.subdistricts))
            for each in shown.districts
        ]
        print_table(headers, rows)
    print_line(words.text("provinces.credit", credit=DATA_CREDIT, version=data_version()), style="dim")


def _print_provinces(listed: tuple[ListedProvince, ...], division: Division, day: date, words: Messages) -> None:
    headers = [words.text(f"provinces.header.{name}") for name in _COLUMNS]
    if listed:
        print_table(headers, [_row(one, division, day, words) for one in listed])
    bangkok = any(one.province.code == BANGKOK for one in listed)
    count, date_said = len(listed) - bangkok, format_date(day, words.language)
    counted = "provinces.count_and_bangkok" if bangkok and count else "provinces.count"
    if bangkok and not count:
        print_line(words.text("provinces.bangkok_alone", day=date_said), style="bold")
    else:
        print_line(words.text(counted, count=count, day=date_said), style="bold")
    if not clusters(day):
        print_line(words.text("provinces.clusters_not_known"), style="yellow")
    elif any(one.cluster and not one.cluster_confirmed for one in listed):
        print_line(words.text("provinces.clusters_unconfirmed"), style="dim")


def _row(one: ListedProvince, division: Division, day: date, words: Messages) -> tuple[str, ...]:
    region, place = one.regions[division], one.province
    none = "-" if clusters(day) else words.text("provinces.not_known")
    cluster = one.cluster.in_language(words.language) if one.cluster else none
    return (
        place.code,
        place.thai,
        place.english,
        place.abbreviation,
        region.in_language(words.language) if region else none,
        cluster + _UNCONFIRMED if one.cluster and not one.cluster_confirmed else cluster,
    )


def _province_as_plain(one: ListedProvince) -> dict[str, object]:
    place = one.province
    return {
        "code": place.code,
        "thai": place.thai,
        "english": place.english,
        "abbreviation": place.abbreviation,
        **{division: region.code if region else None for division, region in one.regions.items()},
        "cluster": one.cluster.code if one.cluster else None,
        "cluster_confirmed": one.cluster_confirmed if one.cluster else None,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "hasc": place.hasc,
        "valid_from": place.valid_from,
        "valid_to": place.valid_to,
        "source": place.source,
    }


def _as_plain(shown: ShownProvince, *, with_districts: bool) -> dict[str, object]:
    plain = {
        **_province_as_plain(shown.listed),
        "district_count": len(shown.districts),
        "subdistrict_count": shown.subdistricts,
        "credit": DATA_CREDIT,
        "data_version": data_version(),
    }
    if with_districts:
        plain["districts"] = [_district_as_plain(each) for each in shown.districts]
    return plain


def _district_as_plain(each: ListedDistrict) -> dict[str, object]:
    district = each.district
    return {
        "code": district.code,
        "thai": district.thai,
        "english": district.english,
        "subdistricts": each.subdistricts,
    }
