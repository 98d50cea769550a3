MATCH (network:NetworkNode {province: $province, kind: 'province_network'})<-[need:NEEDS_RESOURCE]-(actor:NetworkNode)
WHERE need.province = $province
  AND coalesce(need.valid_from, '') <= $day AND $day < coalesce(need.valid_to, '9999-12-31')
  AND actor.province = $province AND actor.kind IN ['person', 'group', 'organization']
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
  AND NOT EXISTS {
    MATCH (:NetworkNode {province: $province, kind: 'province_network'})<-[offer:OFFERS_RESOURCE]-(giver:NetworkNode)
    WHERE offer.resource_kind = need.resource_kind
      AND offer.province = $province
      AND coalesce(offer.valid_from, '') <= $day AND $day < coalesce(offer.valid_to, '9999-12-31')
      AND giver.province = $province AND giver.kind IN ['person', 'group', 'organization']
      AND coalesce(giver.valid_from, '') <= $day AND $day < coalesce(giver.valid_to, '9999-12-31')
      AND giver <> actor
  }
RETURN need.resource_kind AS resource_kind, actor.id AS id, actor.kind AS kind, actor.name AS name,
  actor.sector AS sector, need.amount AS amount
ORDER BY resource_kind, id, need.id
