-- purpose th: ภาคส่วนที่มีส่วนได้เสียในประเด็นสาธารณะ แต่ยังไม่มีกลุ่มหรือองค์กรของภาคส่วนนั้นร่วมดำเนินการ
-- purpose en: Sectors with a stake in an open issue of which no group or organisation works on it
-- parameter province: text
-- parameter day: date
-- column id: text
-- column name: text
-- column status: text
-- column sector: text
WITH
working AS MATERIALIZED (
    SELECT DISTINCT tie.target AS issue, actor.sector
    FROM current_tie AS tie JOIN current_node AS actor ON actor.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'works_on'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND actor.province = :province AND actor.kind IN ('group', 'organization')
        AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
)
SELECT DISTINCT issue.id, issue.name, issue.status, stake.value
FROM current_node AS issue, json_each(issue.stakeholder_sectors) AS stake
WHERE issue.province = :province AND issue.kind = 'issue'
    AND coalesce(issue.valid_from, '') <= :day AND :day < coalesce(issue.valid_to, '9999-12-31')
    AND coalesce(issue.status, '') NOT IN ('completed', 'cancelled')
    AND NOT EXISTS (SELECT 1 FROM working WHERE working.issue = issue.id AND working.sector = stake.value)
ORDER BY issue.id, stake.value;
