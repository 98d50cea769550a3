MATCH (network:NetworkNode {province: $province, kind: 'province_network'})<-[joined:MEMBER_OF]-(member:NetworkNode)
WHERE coalesce(network.valid_from, '') <= $day AND $day < coalesce(network.valid_to, '9999-12-31')
  AND joined.province = $province
  AND coalesce(joined.valid_from, '') <= $day AND $day < coalesce(joined.valid_to, '9999-12-31')
  AND joined.status IN ['self_declared', 'certified']
  AND member.province = $province AND member.kind IN ['group', 'organization']
  AND coalesce(member.valid_from, '') <= $day AND $day < coalesce(member.valid_to, '9999-12-31')
WITH DISTINCT member
WHERE NOT EXISTS {
  MATCH (member)<-[tie:REPRESENTS]-(person:NetworkNode)
  WHERE tie.province = $province
    AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
    AND person.province = $province AND person.kind = 'person'
    AND coalesce(person.valid_from, '') <= $day AND $day < coalesce(person.valid_to, '9999-12-31')
}
RETURN member.id AS id, member.kind AS kind, member.name AS name, member.sector AS sector
ORDER BY id
