MATCH (task:NetworkNode {province: $province, kind: 'task'})
WHERE coalesce(task.valid_from, '') <= $day AND $day < coalesce(task.valid_to, '9999-12-31')
  AND NOT coalesce(task.status, '') IN ['completed', 'cancelled']
OPTIONAL MATCH (task)<-[part:RESPONSIBLE_FOR]-(actor:NetworkNode)
WHERE part.province = $province
  AND coalesce(part.valid_from, '') <= $day AND $day < coalesce(part.valid_to, '9999-12-31')
  AND actor.province = $province AND actor.kind IN ['person', 'group', 'organization']
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
WITH task, count(DISTINCT actor) AS assigned, count(CASE part.responsibility WHEN $responsibility THEN 1 END) AS filled
WHERE filled = 0
RETURN task.id AS id, task.name AS name, task.status AS status, task.due_on AS due_on, assigned
ORDER BY id
