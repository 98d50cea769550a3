MATCH (near:NetworkNode {province: $province})
WHERE near.kind IN ['group', 'organization'] AND near.sector IN [$sector, $other_sector]
  AND coalesce(near.valid_from, '') <= $day AND $day < coalesce(near.valid_to, '9999-12-31')
CALL (near) {
  MATCH (near)-[tie:COLLABORATES_WITH|SHARES_RESOURCE]-(actor:NetworkNode)
  WHERE tie.province = $province
    AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  RETURN actor
  UNION
  MATCH (near)-[party:PARTY_TO]->(agreement:NetworkNode)<-[beside:PARTY_TO]-(actor:NetworkNode)
  WHERE party.province = $province
    AND coalesce(party.valid_from, '') <= $day AND $day < coalesce(party.valid_to, '9999-12-31')
    AND agreement.province = $province AND agreement.kind = 'agreement'
    AND coalesce(agreement.valid_from, '') <= $day AND $day < coalesce(agreement.valid_to, '9999-12-31')
    AND beside.province = $province
    AND coalesce(beside.valid_from, '') <= $day AND $day < coalesce(beside.valid_to, '9999-12-31')
    AND actor <> near
  RETURN actor
}
WITH actor, near
WHERE actor.province = $province AND actor.kind IN ['group', 'organization']
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
WITH actor,
  count(DISTINCT CASE near.sector WHEN $sector THEN near END) AS in_sector,
  count(DISTINCT CASE near.sector WHEN $other_sector THEN near END) AS in_other_sector
WHERE in_sector > 0 AND in_other_sector > 0
RETURN actor.id AS id, actor.kind AS kind, actor.name AS name, actor.sector AS sector, in_sector, in_other_sector
ORDER BY id
