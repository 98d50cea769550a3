MATCH (actor:NetworkNode {id: $actor}), (other:NetworkNode {id: $other})
CALL (actor) {
  MATCH (actor)-[tie:COLLABORATES_WITH|SHARES_RESOURCE]-(near:NetworkNode)
  WHERE tie.province = $province
    AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  RETURN near
  UNION
  MATCH (actor)-[party:PARTY_TO]->(agreement:NetworkNode)<-[beside:PARTY_TO]-(near:NetworkNode)
  WHERE party.province = $province
    AND coalesce(party.valid_from, '') <= $day AND $day < coalesce(party.valid_to, '9999-12-31')
    AND agreement.province = $province AND agreement.kind = 'agreement'
    AND coalesce(agreement.valid_from, '') <= $day AND $day < coalesce(agreement.valid_to, '9999-12-31')
    AND beside.province = $province
    AND coalesce(beside.valid_from, '') <= $day AND $day < coalesce(beside.valid_to, '9999-12-31')
  RETURN near
}
WITH other, collect(near) AS nears
CALL (other) {
  MATCH (other)-[tie:COLLABORATES_WITH|SHARES_RESOURCE]-(near:NetworkNode)
  WHERE tie.province = $province
    AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  RETURN near
  UNION
  MATCH (other)-[party:PARTY_TO]->(agreement:NetworkNode)<-[beside:PARTY_TO]-(near:NetworkNode)
  WHERE party.province = $province
    AND coalesce(party.valid_from, '') <= $day AND $day < coalesce(party.valid_to, '9999-12-31')
    AND agreement.province = $province AND agreement.kind = 'agreement'
    AND coalesce(agreement.valid_from, '') <= $day AND $day < coalesce(agreement.valid_to, '9999-12-31')
    AND beside.province = $province
    AND coalesce(beside.valid_from, '') <= $day AND $day < coalesce(beside.valid_to, '9999-12-31')
  RETURN near
}
WITH nears, near AS shared
WHERE shared IN nears AND NOT shared.id IN [$actor, $other]
  AND shared.province = $province AND shared.kind IN ['person', 'group', 'organization']
  AND coalesce(shared.valid_from, '') <= $day AND $day < coalesce(shared.valid_to, '9999-12-31')
RETURN shared.id AS id, shared.kind AS kind, shared.name AS name, shared.sector AS sector
ORDER BY id
