MATCH (source:NetworkNode {province: $province})
WHERE source.kind IN ['group', 'organization'] AND source.sector IN [$sector, $other_sector]
  AND coalesce(source.valid_from, '') <= $day AND $day < coalesce(source.valid_to, '9999-12-31')
CALL (source) {
  MATCH (source)-[tie:COLLABORATES_WITH|SHARES_RESOURCE]->(target:NetworkNode)
  WHERE tie.province = $province
    AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  RETURN CASE tie.kind WHEN 'collaborates_with' THEN 'collaboration' ELSE 'resource' END AS layer, target,
    tie.frequency AS frequency, tie.resource_kind AS about
  UNION ALL
  MATCH (source)-[party:PARTY_TO]->(agreement:NetworkNode)<-[beside:PARTY_TO]-(target:NetworkNode)
  WHERE party.province = $province
    AND coalesce(party.valid_from, '') <= $day AND $day < coalesce(party.valid_to, '9999-12-31')
    AND agreement.province = $province AND agreement.kind = 'agreement'
    AND coalesce(agreement.valid_from, '') <= $day AND $day < coalesce(agreement.valid_to, '9999-12-31')
    AND beside.province = $province
    AND coalesce(beside.valid_from, '') <= $day AND $day < coalesce(beside.valid_to, '9999-12-31')
    AND source.id < target.id
  WITH DISTINCT target, agreement
  RETURN 'agreement' AS layer, target, null AS frequency, agreement.name AS about
}
WITH layer, source, target, frequency, about
WHERE target.province = $province AND target.kind IN ['group', 'organization']
  AND coalesce(target.valid_from, '') <= $day AND $day < coalesce(target.valid_to, '9999-12-31')
  AND (source.sector = $sector AND target.sector = $other_sector
    OR source.sector = $other_sector AND target.sector = $sector)
RETURN layer, source.id AS source, source.name AS source_name, target.id AS target, target.name AS target_name,
  frequency, about
ORDER BY layer, source.id, target.id, frequency IS NOT NULL, frequency, about IS NOT NULL, about
