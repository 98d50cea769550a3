-- purpose th: ภารกิจที่ยังไม่แล้วเสร็จและยังไม่มีผู้ใดรับบทบาทที่กำหนด เช่น ผู้รับผิดชอบหลัก
-- purpose en: Open tasks in which nobody has a part, such as accountable or responsible
-- parameter province: text
-- parameter day: date
-- parameter responsibility: text
-- column id: text
-- column name: text
-- column status: text
-- column due_on: date
-- column assigned: integer
WITH
part AS MATERIALIZED (
    SELECT tie.target AS task, tie.source, tie.responsibility
    FROM current_tie AS tie JOIN current_node AS actor ON actor.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'responsible_for'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND actor.province = :province AND actor.kind IN ('person', 'group', 'organization')
        AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
)
SELECT task.id, task.name, task.status, task.due_on, count(DISTINCT part.source) AS assigned
FROM current_node AS task LEFT JOIN part ON part.task = task.id
WHERE task.province = :province AND task.kind = 'task'
    AND coalesce(task.valid_from, '') <= :day AND :day < coalesce(task.valid_to, '9999-12-31')
    AND coalesce(task.status, '') NOT IN ('completed', 'cancelled')
GROUP BY task.id, task.name, task.status, task.due_on
HAVING count(CASE WHEN part.responsibility = :responsibility THEN 1 END) = 0
ORDER BY task.id;
