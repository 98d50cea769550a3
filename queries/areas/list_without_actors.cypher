OPTIONAL MATCH (actor:NetworkNode {province: $province})
WHERE actor.kind IN ['group', 'organization'] AND actor.district IS NOT NULL
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
// Actors name their district without the word for it that the name of the area begins with.
WITH collect(DISTINCT actor.district) AS districts
MATCH (area:NetworkNode {province: $province, kind: 'area'})
WHERE area.area_level = $area_level
  AND coalesce(area.valid_from, '') <= $day AND $day < coalesce(area.valid_to, '9999-12-31')
  AND NOT EXISTS {
    MATCH (area)<-[tie:OPERATES_IN]-(actor:NetworkNode)
    WHERE tie.province = $province
      AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
      AND actor.province = $province AND actor.kind IN ['group', 'organization']
      AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
  }
  AND (area.area_level <> 'district'
    OR none(district IN districts WHERE area.name IN [district, 'อำเภอ' + district, 'เขต' + district]))
RETURN area.id AS id, area.name AS name
ORDER BY id
