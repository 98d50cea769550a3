MATCH (actor:NetworkNode {id: $actor})
CALL (actor) {
  MATCH (actor)-[tie:COLLABORATES_WITH|SHARES_RESOURCE]-(near:NetworkNode)
  WHERE tie.province = $province
    AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  RETURN CASE tie.kind WHEN 'collaborates_with' THEN 'collaboration' ELSE 'resource' END AS layer,
    CASE startNode(tie) WHEN actor THEN 'out' ELSE 'in' END AS direction, near,
    tie.frequency AS frequency, tie.resource_kind AS about
  UNION ALL
  MATCH (actor)-[party:PARTY_TO]->(agreement:NetworkNode)<-[beside:PARTY_TO]-(near:NetworkNode)
  WHERE party.province = $province
    AND coalesce(party.valid_from, '') <= $day AND $day < coalesce(party.valid_to, '9999-12-31')
    AND agreement.province = $province AND agreement.kind = 'agreement'
    AND coalesce(agreement.valid_from, '') <= $day AND $day < coalesce(agreement.valid_to, '9999-12-31')
    AND beside.province = $province
    AND coalesce(beside.valid_from, '') <= $day AND $day < coalesce(beside.valid_to, '9999-12-31')
    AND near <> actor
  WITH DISTINCT near, agreement
  RETURN 'agreement' AS layer, 'both' AS direction, near, null AS frequency, agreement.name AS about
}
WITH layer, direction, near, frequency, about
WHERE near.province = $province AND near.kind IN ['person', 'group', 'organization']
  AND coalesce(near.valid_from, '') <= $day AND $day < coalesce(near.valid_to, '9999-12-31')
RETURN layer, direction, near.id AS id, near.kind AS kind, near.name AS name, near.sector AS sector, frequency, about
ORDER BY layer, direction, id, frequency IS NOT NULL, frequency, about IS NOT NULL, about
