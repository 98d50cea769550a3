MATCH (network:NetworkNode {province: $province})
WHERE network.kind IN ['province_network', 'sub_network', 'community_of_practice']
  AND coalesce(network.valid_from, '') <= $day AND $day < coalesce(network.valid_to, '9999-12-31')
OPTIONAL MATCH (network)<-[tie:MEMBER_OF]-(actor:NetworkNode)
WHERE tie.province = $province AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  AND tie.status IN ['self_declared', 'certified']
  AND actor.province = $province AND actor.kind IN ['person', 'group', 'organization']
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
WITH network, actor.sector AS sector, count(DISTINCT actor) AS members
RETURN network.id AS id, network.kind AS kind, network.name AS name, network.sub_network_kind AS sub_network_kind,
  sector, members
ORDER BY id, sector IS NOT NULL, sector
