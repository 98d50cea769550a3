-- purpose th: ภารกิจที่พ้นกำหนดแล้วแต่ยังไม่แล้วเสร็จ พร้อมผู้รับผิดชอบหลัก
-- purpose en: Tasks due before a day and neither completed nor cancelled, with who is accountable
-- parameter province: text
-- parameter day: date
-- column id: text
-- column name: text
-- column status: text
-- column due_on: date
-- column days_late: integer
-- column accountable: text
-- column accountable_name: text
WITH
accountable AS MATERIALIZED (
    SELECT DISTINCT tie.target AS task, actor.id, actor.name
    FROM current_tie AS tie JOIN current_node AS actor ON actor.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'responsible_for' AND tie.responsibility = 'accountable'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND actor.province = :province AND actor.kind IN ('person', 'group', 'organization')
        AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
)
SELECT task.id, task.name, task.status, task.due_on,
    CAST(julianday(:day) - julianday(task.due_on) AS INTEGER) AS days_late, accountable.id, accountable.name
FROM current_node AS task LEFT JOIN accountable ON accountable.task = task.id
WHERE task.province = :province AND task.kind = 'task'
    AND coalesce(task.valid_from, '') <= :day AND :day < coalesce(task.valid_to, '9999-12-31')
    AND task.due_on < :day AND coalesce(task.status, '') NOT IN ('completed', 'cancelled')
ORDER BY task.due_on, task.id, accountable.id IS NOT NULL, accountable.id;
