-- purpose th: ผู้เชื่อมประสาน กลุ่มหรือองค์กรที่เชื่อมให้ และภาคส่วนที่ได้รับมอบหมายให้เชื่อมถึง (หนึ่งแถวต่อหนึ่งภาคส่วน)
-- purpose en: Linkers, the group or organisation each one links, and the sectors it is to link it to; one row for each sector
-- parameter province: text
-- parameter day: date
-- column id: text
-- column kind: text
-- column name: text
-- column actor: text
-- column actor_name: text
-- column sector: text
-- column to_sector: text
-- column accepted_on: date
SELECT linker.id, linker.kind, linker.name, actor.id, actor.name, actor.sector, towards.value, tie.accepted_on
FROM current_tie AS tie
JOIN current_node AS linker ON linker.id = tie.source
JOIN current_node AS actor ON actor.id = tie.target
LEFT JOIN json_each(tie.to_sectors) AS towards
WHERE tie.province = :province AND tie.kind = 'links'
    AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
    AND linker.province = :province AND linker.kind IN ('person', 'group', 'organization')
    AND coalesce(linker.valid_from, '') <= :day AND :day < coalesce(linker.valid_to, '9999-12-31')
    AND actor.province = :province AND actor.kind IN ('group', 'organization')
    AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
ORDER BY linker.id, actor.id, tie.id, towards.value IS NOT NULL, towards.value;
