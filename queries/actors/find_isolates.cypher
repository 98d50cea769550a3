MATCH (network:NetworkNode {province: $province, kind: 'province_network'})<-[joined:MEMBER_OF]-(member:NetworkNode)
WHERE coalesce(network.valid_from, '') <= $day AND $day < coalesce(network.valid_to, '9999-12-31')
  AND joined.province = $province
  AND coalesce(joined.valid_from, '') <= $day AND $day < coalesce(joined.valid_to, '9999-12-31')
  AND joined.status IN ['self_declared', 'certified']
  AND member.province = $province AND member.kind IN ['group', 'organization']
  AND coalesce(member.valid_from, '') <= $day AND $day < coalesce(member.valid_to, '9999-12-31')
WITH DISTINCT member
WITH collect(member) AS members
CALL (members) {
  UNWIND members AS member
  MATCH (member)-[tie:COLLABORATES_WITH|SHARES_RESOURCE]-(other)
  WHERE tie.province = $province
    AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  RETURN DISTINCT member AS one, other
  UNION
  UNWIND members AS member
  MATCH (member)-[party:PARTY_TO]->(agreement)<-[beside:PARTY_TO]-(other)
  WHERE party.province = $province
    AND coalesce(party.valid_from, '') <= $day AND $day < coalesce(party.valid_to, '9999-12-31')
    AND agreement.province = $province AND agreement.kind = 'agreement'
    AND coalesce(agreement.valid_from, '') <= $day AND $day < coalesce(agreement.valid_to, '9999-12-31')
    AND beside.province = $province
    AND coalesce(beside.valid_from, '') <= $day AND $day < coalesce(beside.valid_to, '9999-12-31')
    AND other <> member
  RETURN DISTINCT member AS one, other
}
WITH members, one, other
WHERE other.province = $province AND other.kind IN ['group', 'organization']
WITH members, collect(CASE WHEN other IN members THEN one END) AS tied
UNWIND members AS member
WITH member, tied
WHERE NOT member IN tied
RETURN member.id AS id, member.kind AS kind, member.name AS name, member.sector AS sector
ORDER BY id
