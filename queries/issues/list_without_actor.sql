-- purpose th: ประเด็นสาธารณะที่ยังไม่แล้วเสร็จและยังไม่มีผู้ใดรับดำเนินการ
-- purpose en: Issues neither completed nor cancelled on which nobody works
-- parameter province: text
-- parameter day: date
-- column id: text
-- column name: text
-- column status: text
-- column initiator_sector: text
-- column decided_on: date
WITH
worked AS (
    SELECT tie.target AS issue
    FROM current_tie AS tie JOIN current_node AS actor ON actor.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'works_on'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND actor.province = :province AND actor.kind IN ('person', 'group', 'organization')
        AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
)
SELECT id, name, status, initiator_sector, decided_on FROM current_node
WHERE province = :province AND kind = 'issue'
    AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
    AND coalesce(status, '') NOT IN ('completed', 'cancelled')
    AND id NOT IN (SELECT issue FROM worked)
ORDER BY id;
