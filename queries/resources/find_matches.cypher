MATCH (network:NetworkNode {province: $province, kind: 'province_network'})<-[need:NEEDS_RESOURCE]-(needing:NetworkNode)
WHERE need.resource_kind = $resource_kind AND need.province = $province
  AND coalesce(need.valid_from, '') <= $day AND $day < coalesce(need.valid_to, '9999-12-31')
  AND needing.province = $province AND needing.kind IN ['person', 'group', 'organization']
  AND coalesce(needing.valid_from, '') <= $day AND $day < coalesce(needing.valid_to, '9999-12-31')
CALL (needing) {
  MATCH (needing)-[tie:COLLABORATES_WITH|SHARES_RESOURCE]-(near:NetworkNode)
  WHERE tie.province = $province
    AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  RETURN near
  UNION
  MATCH (needing)-[party:PARTY_TO]->(agreement:NetworkNode)<-[beside:PARTY_TO]-(near:NetworkNode)
  WHERE party.province = $province
    AND coalesce(party.valid_from, '') <= $day AND $day < coalesce(party.valid_to, '9999-12-31')
    AND agreement.province = $province AND agreement.kind = 'agreement'
    AND coalesce(agreement.valid_from, '') <= $day AND $day < coalesce(agreement.valid_to, '9999-12-31')
    AND beside.province = $province
    AND coalesce(beside.valid_from, '') <= $day AND $day < coalesce(beside.valid_to, '9999-12-31')
  RETURN near
}
WITH needing, need, near
WHERE near <> needing
  AND near.province = $province AND near.kind IN ['person', 'group', 'organization']
  AND coalesce(near.valid_from, '') <= $day AND $day < coalesce(near.valid_to, '9999-12-31')
CALL (near) {
  RETURN near AS reached, 1 AS steps
  UNION
  MATCH (near)-[tie:COLLABORATES_WITH|SHARES_RESOURCE]-(reached:NetworkNode)
  WHERE tie.province = $province
    AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  RETURN reached, 2 AS steps
  UNION
  MATCH (near)-[party:PARTY_TO]->(agreement:NetworkNode)<-[beside:PARTY_TO]-(reached:NetworkNode)
  WHERE party.province = $province
    AND coalesce(party.valid_from, '') <= $day AND $day < coalesce(party.valid_to, '9999-12-31')
    AND agreement.province = $province AND agreement.kind = 'agreement'
    AND coalesce(agreement.valid_from, '') <= $day AND $day < coalesce(agreement.valid_to, '9999-12-31')
    AND beside.province = $province
    AND coalesce(beside.valid_from, '') <= $day AND $day < coalesce(beside.valid_to, '9999-12-31')
  RETURN reached, 2 AS steps
}
WITH needing, need, reached, min(steps) AS steps
WHERE reached <> needing
  AND reached.province = $province AND reached.kind IN ['person', 'group', 'organization']
  AND coalesce(reached.valid_from, '') <= $day AND $day < coalesce(reached.valid_to, '9999-12-31')
MATCH (reached)-[offer:OFFERS_RESOURCE]->(:NetworkNode {province: $province, kind: 'province_network'})
WHERE offer.resource_kind = $resource_kind AND offer.province = $province
  AND coalesce(offer.valid_from, '') <= $day AND $day < coalesce(offer.valid_to, '9999-12-31')
RETURN needing.id AS needing, needing.name AS needing_name, reached.id AS offering, reached.name AS offering_name, steps,
  need.amount AS amount_needed, offer.amount AS amount_offered
ORDER BY steps, needing, offering, need.id, offer.id
