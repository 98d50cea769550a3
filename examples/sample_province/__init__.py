"""The sample province TH-98, จังหวัดตัวอย่าง: a whole invented network to try the service on.

Places, people, companies and associations are invented. Offices and volunteer networks are of kinds that exist in every
province.

**How the people were invented.** Every family name is a plain word for a thing of field, house or office (ธารา,
หมอกเช้า, ยุ้งฉาง) with one of three endings that say "not real": -สมมุติ (assumed), -ตัวอย่าง (sample), -ทดลอง (trial).
They can be read aloud and sorted like any Thai name, yet a family that registers itself as a sample is hard to imagine:
no register was there to ask, so this is a judgement. Each is used once. Given names are ordinary words, from no list.

**How the places were invented.** Names of districts and subdistricts were checked against those of all districts and
subdistricts of the country, present and abolished: none is among them. Their points lie in the open sea.
"""

from examples.sample_province.build import sample_records
from examples.sample_province.scene import BEGINS, NETWORK_NAME, PROVINCE, TODAY

__all__ = ["BEGINS", "NETWORK_NAME", "PROVINCE", "TODAY", "sample_records"]
