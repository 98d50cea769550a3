MATCH (source:NetworkNode {province: $province})-[tie:APPOINTED_TO|HOLDS_POST|REPRESENTS|MANAGES]->(target:NetworkNode)
USING INDEX source:NetworkNode(province, kind)
WHERE source.kind IN ['person', 'post', 'group', 'organization'] AND target.province = $province
  AND tie.province = $province AND coalesce(tie.valid_from, '') <= $day AND $day < tie.valid_to
WITH source, tie, target, duration.inDays(date($day), date(tie.valid_to)).days - 1 AS days_left
WHERE days_left <= $days
RETURN tie.kind AS kind, source.id AS source, source.name AS source_name, target.id AS target, target.name AS target_name,
  tie.role AS role, toString(date(tie.valid_to) - duration({days: 1})) AS last_day, days_left
ORDER BY last_day, tie.id
