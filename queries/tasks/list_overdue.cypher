MATCH (task:NetworkNode {province: $province, kind: 'task'})
WHERE coalesce(task.valid_from, '') <= $day AND $day < coalesce(task.valid_to, '9999-12-31')
  AND task.due_on < $day AND NOT coalesce(task.status, '') IN ['completed', 'cancelled']
OPTIONAL MATCH (task)<-[tie:RESPONSIBLE_FOR]-(actor:NetworkNode)
WHERE tie.responsibility = 'accountable' AND tie.province = $province
  AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  AND actor.province = $province AND actor.kind IN ['person', 'group', 'organization']
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
WITH DISTINCT task, actor
RETURN task.id AS id, task.name AS name, task.status AS status, task.due_on AS due_on,
  duration.inDays(date(task.due_on), date($day)).days AS days_late,
  actor.id AS accountable, actor.name AS accountable_name
ORDER BY due_on, id, accountable IS NOT NULL, accountable
