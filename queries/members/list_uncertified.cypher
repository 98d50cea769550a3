MATCH (network:NetworkNode {province: $province, kind: 'province_network'})<-[joined:MEMBER_OF]-(actor:NetworkNode)
WHERE coalesce(network.valid_from, '') <= $day AND $day < coalesce(network.valid_to, '9999-12-31')
  AND joined.province = $province
  AND coalesce(joined.valid_from, '') <= $day AND $day < coalesce(joined.valid_to, '9999-12-31')
  AND joined.status IN ['invited', 'self_declared']
  AND actor.province = $province AND actor.kind IN ['person', 'group', 'organization']
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
RETURN actor.id AS id, actor.kind AS kind, actor.name AS name, actor.sector AS sector, joined.status AS status,
  joined.valid_from AS since
ORDER BY status, since IS NOT NULL, since, id, joined.id
