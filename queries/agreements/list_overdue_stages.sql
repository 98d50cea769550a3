-- purpose th: ขั้นตอนของข้อตกลงที่พ้นกำหนดแล้วแต่ยังไม่แล้วเสร็จ
-- purpose en: Stages of agreements that were due before a day and are not done
-- parameter province: text
-- parameter day: date
-- column id: text
-- column stage: text
-- column agreement: text
-- column agreement_name: text
-- column due_on: date
-- column days_late: integer
SELECT stage.id, stage.stage, agreement.id, agreement.name, stage.due_on,
    CAST(julianday(:day) - julianday(stage.due_on) AS INTEGER) AS days_late
FROM current_node AS stage JOIN current_node AS agreement ON agreement.id = stage.agreement
WHERE stage.province = :province AND stage.kind = 'agreement_stage'
    AND coalesce(stage.valid_from, '') <= :day AND :day < coalesce(stage.valid_to, '9999-12-31')
    AND stage.due_on < :day AND (stage.done_on IS NULL OR :day < stage.done_on)
    AND agreement.province = :province AND agreement.kind = 'agreement'
ORDER BY stage.due_on, stage.id;
