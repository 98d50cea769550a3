MATCH (source:NetworkNode {province: $province})-[tie:COLLABORATES_WITH]->(target:NetworkNode)
WHERE source.kind IN ['person', 'group', 'organization']
  AND coalesce(source.valid_from, '') <= $day AND $day < coalesce(source.valid_to, '9999-12-31')
  AND tie.province = $province AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  AND target.province = $province AND target.kind IN ['person', 'group', 'organization']
  AND coalesce(target.valid_from, '') <= $day AND $day < coalesce(target.valid_to, '9999-12-31')
WITH CASE WHEN source.id < target.id THEN source ELSE target END AS one,
     CASE WHEN source.id < target.id THEN target ELSE source END AS other,
     source.id < target.id AS forth, tie
WITH one, other, max(tie.frequency) AS frequency,
     collect(DISTINCT forth) AS ways, collect(DISTINCT coalesce(tie.mutual, false)) AS mutual
WHERE size(ways) = 1 AND NOT true IN mutual
WITH CASE WHEN ways[0] THEN one ELSE other END AS source, CASE WHEN ways[0] THEN other ELSE one END AS target, frequency
RETURN source.id AS source, source.name AS source_name, target.id AS target, target.name AS target_name, frequency
ORDER BY source.id, target.id
