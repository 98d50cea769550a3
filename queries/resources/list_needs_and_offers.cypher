MATCH (network:NetworkNode {province: $province, kind: 'province_network'})
MATCH (network)<-[tie:NEEDS_RESOURCE|OFFERS_RESOURCE]-(actor:NetworkNode)
WHERE tie.province = $province AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  AND actor.province = $province AND actor.kind IN ['person', 'group', 'organization']
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
RETURN tie.resource_kind AS resource_kind, CASE tie.kind WHEN 'needs_resource' THEN 'need' ELSE 'offer' END AS side,
  actor.id AS id, actor.kind AS kind, actor.name AS name, actor.sector AS sector, tie.amount AS amount
ORDER BY resource_kind, side, id, tie.id
