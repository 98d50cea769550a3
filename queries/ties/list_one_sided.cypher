MATCH (source:NetworkNode {province: $province})-[tie:COLLABORATES_WITH]->(target:NetworkNode)
WHERE source.kind IN ['person', 'group', 'organization']
  AND coalesce(source.valid_from, '') <= $day AND $day < coalesce(source.valid_to, '9999-12-31')
  AND tie.province = $province AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  AND target.province = $province AND target.kind IN ['person', 'group', 'organization']
  AND coalesce(target.valid_from, '') <= $day AND $day < coalesce(target.valid_to, '9999-12-31')
WITH source, target, max(tie.frequency) AS frequency, collect(coalesce(tie.mutual, false)) AS mutual
WHERE NOT true IN mutual
  AND NOT EXISTS {
    MATCH (target)-[back:COLLABORATES_WITH]->(source)
    WHERE back.province = $province
      AND coalesce(back.valid_from, '') <= $day AND $day < coalesce(back.valid_to, '9999-12-31')
  }
RETURN source.id AS source, source.name AS source_name, target.id AS target, target.name AS target_name, frequency
ORDER BY source.id, target.id
