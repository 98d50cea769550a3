MATCH (actor:NetworkNode {id: $actor, province: $province}), (other:NetworkNode {id: $other, province: $province})
WHERE actor <> other
MATCH path = (actor)-[:COLLABORATES_WITH|SHARES_RESOURCE|PARTY_TO*1..4]-(other)
WHERE length(path) <= $steps
  AND all(tie IN relationships(path) WHERE tie.province = $province
    AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31'))
  AND all(node IN nodes(path) WHERE node.province = $province
    AND node.kind IN ['person', 'group', 'organization', 'agreement']
    AND coalesce(node.valid_from, '') <= $day AND $day < coalesce(node.valid_to, '9999-12-31')
    AND single(again IN nodes(path) WHERE again = node))
WITH DISTINCT nodes(path) AS stops
WITH size(stops) - 1 AS steps,
  reduce(text = '', stop IN stops | text + CASE text WHEN '' THEN '' ELSE ' ' END + stop.id) AS ids,
  reduce(text = '', stop IN stops | text + CASE text WHEN '' THEN '' ELSE ' → ' END + stop.name) AS names
RETURN steps, ids, names
ORDER BY steps, ids
LIMIT 1000
