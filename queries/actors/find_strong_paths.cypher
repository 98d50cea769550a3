MATCH (actor:NetworkNode {id: $actor, province: $province}), (other:NetworkNode {id: $other, province: $province})
WHERE actor <> other
  AND actor.kind IN ['person', 'group', 'organization']
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
  AND other.kind IN ['person', 'group', 'organization']
  AND coalesce(other.valid_from, '') <= $day AND $day < coalesce(other.valid_to, '9999-12-31')
MATCH path = ALL SHORTEST (actor) ((here)-[tie:COLLABORATES_WITH]-(there)
  WHERE tie.province = $province AND tie.frequency >= $frequency
    AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
    AND there.province = $province AND there.kind IN ['person', 'group', 'organization']
    AND coalesce(there.valid_from, '') <= $day AND $day < coalesce(there.valid_to, '9999-12-31')){1,4} (other)
WITH DISTINCT nodes(path) AS stops
WITH size(stops) - 1 AS steps,
  reduce(text = '', stop IN stops | text + CASE text WHEN '' THEN '' ELSE ' ' END + stop.id) AS ids,
  reduce(text = '', stop IN stops | text + CASE text WHEN '' THEN '' ELSE ' → ' END + stop.name) AS names
RETURN steps, ids, names
ORDER BY steps, ids
LIMIT 1000
