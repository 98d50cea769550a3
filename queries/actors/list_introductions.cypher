MATCH (actor:NetworkNode {id: $actor})
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
WITH actor, collect(near) AS nears
UNWIND nears AS shared
WITH actor, nears, shared
WHERE shared <> actor
  AND shared.province = $province AND shared.kind IN ['person', 'group', 'organization']
  AND coalesce(shared.valid_from, '') <= $day AND $day < coalesce(shared.valid_to, '9999-12-31')
CALL (shared) {
  MATCH (shared)-[tie:COLLABORATES_WITH|SHARES_RESOURCE]-(near:NetworkNode)
  WHERE tie.province = $province
    AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  RETURN near
  UNION
  MATCH (shared)-[party:PARTY_TO]->(agreement:NetworkNode)<-[beside:PARTY_TO]-(near:NetworkNode)
  WHERE party.province = $province
    AND coalesce(party.valid_from, '') <= $day AND $day < coalesce(party.valid_to, '9999-12-31')
    AND agreement.province = $province AND agreement.kind = 'agreement'
    AND coalesce(agreement.valid_from, '') <= $day AND $day < coalesce(agreement.valid_to, '9999-12-31')
    AND beside.province = $province
    AND coalesce(beside.valid_from, '') <= $day AND $day < coalesce(beside.valid_to, '9999-12-31')
  RETURN near
}
WITH actor, nears, shared, near AS node
WHERE node <> actor AND node <> shared AND NOT node IN nears
WITH node, count(DISTINCT shared) AS shared
WHERE shared >= $at_least
  AND node.province = $province AND node.kind IN ['person', 'group', 'organization']
  AND coalesce(node.valid_from, '') <= $day AND $day < coalesce(node.valid_to, '9999-12-31')
RETURN node.id AS id, node.kind AS kind, node.name AS name, node.sector AS sector, shared
ORDER BY shared DESC, id
