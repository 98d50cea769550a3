MATCH (network:NetworkNode {province: $province})
WHERE network.kind IN ['province_network', 'sub_network']
  AND coalesce(network.valid_from, '') <= $day AND $day < coalesce(network.valid_to, '9999-12-31')
OPTIONAL MATCH (network)<-[tie:MANAGES]-(person:NetworkNode)
WHERE tie.province = $province AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  AND person.province = $province AND person.kind = 'person'
  AND coalesce(person.valid_from, '') <= $day AND $day < coalesce(person.valid_to, '9999-12-31')
RETURN network.id AS id, network.kind AS kind, network.name AS name, person.id AS manager, person.name AS manager_name,
  tie.role AS role, tie.sector AS sector, tie.valid_from AS since
ORDER BY kind, id, tie.id IS NOT NULL, tie.id
