MATCH (network:NetworkNode {province: $province, kind: 'province_network'})<-[joined:MEMBER_OF]-(member:NetworkNode)
WHERE coalesce(network.valid_from, '') <= $day AND $day < coalesce(network.valid_to, '9999-12-31')
  AND joined.province = $province
  AND coalesce(joined.valid_from, '') <= $day AND $day < coalesce(joined.valid_to, '9999-12-31')
  AND joined.status IN ['self_declared', 'certified']
  AND member.province = $province AND member.kind IN ['group', 'organization']
  AND coalesce(member.valid_from, '') <= $day AND $day < coalesce(member.valid_to, '9999-12-31')
WITH DISTINCT member
WHERE NOT EXISTS {
  MATCH (member)-[took:PARTICIPATED_IN]->(activity:NetworkNode)
  WHERE took.province = $province AND coalesce(took.valid_from, '') <= $day
    AND activity.province = $province AND activity.kind = 'activity' AND coalesce(activity.held_on, '') <= $day
}
AND NOT EXISTS {
  MATCH (member)<-[belongs:REPRESENTS|BELONGS_TO]-(:NetworkNode)-[took:PARTICIPATED_IN]->(activity:NetworkNode)
  WHERE belongs.province = $province
    AND coalesce(belongs.valid_from, '') <= $day AND $day < coalesce(belongs.valid_to, '9999-12-31')
    AND took.province = $province AND coalesce(took.valid_from, '') <= $day
    AND activity.province = $province AND activity.kind = 'activity' AND coalesce(activity.held_on, '') <= $day
}
RETURN member.id AS id, member.kind AS kind, member.name AS name, member.sector AS sector
ORDER BY id
