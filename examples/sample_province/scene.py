"""Where and when the sample takes place: constants, so that it is the same on every day and machine."""

from datetime import date

PROVINCE = "TH-98"
"""Code of the sample province; real provinces have 10 to 96."""
NETWORK_NAME = "เครือข่ายบริหารกิจการสาธารณะ จังหวัดตัวอย่าง"
"""Name of the sample province's network."""
BEGINS = date(2024, 10, 1)
"""The first day of the network: the beginning of fiscal year 2568."""
TODAY = date(2026, 10, 1)
"""The day the sample is meant to be read on."""
ORDER = "คำสั่งจังหวัดตัวอย่าง ที่ 901/2567"
"""The governor's order that certifies the members."""
VERIFIER = "สำนักงานจังหวัดตัวอย่าง"
"""The office that keeps the member database."""
