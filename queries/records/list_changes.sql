-- purpose th: สิ่งที่เริ่มหรือสิ้นสุดลงหลังจากวันที่กำหนดจนถึงวันที่ระบุ ทั้งผู้แสดง คณะ ข้อตกลง และความสัมพันธ์
-- purpose en: What began or ended after one day and until another: actors, bodies, agreements, ties and all else but assessments and surveys
-- parameter province: text
-- parameter day: date
-- parameter since: date
-- column on_day: date
-- column change: text
-- column kind: text
-- column id: text
-- column name: text
-- column source: text
-- column source_name: text
-- column target: text
-- column target_name: text
WITH
node AS (
    SELECT id, kind, name, valid_from, valid_to FROM current_node
    WHERE province = :province AND kind NOT IN ('rating', 'assessment_round', 'merged')
),
tie AS (
    SELECT id, kind, source, target, valid_from, valid_to FROM current_tie
    WHERE province = :province AND kind NOT IN ('assessed_in', 'candidate_for')
),
happened (on_day, change, kind, id, name, source, target) AS (
    SELECT valid_from, 'began', kind, id, name, NULL, NULL FROM node WHERE :since < valid_from AND valid_from <= :day
    UNION ALL
    SELECT valid_to, 'ended', kind, id, name, NULL, NULL FROM node WHERE :since < valid_to AND valid_to <= :day
    UNION ALL
    SELECT valid_from, 'began', kind, id, NULL, source, target FROM tie WHERE :since < valid_from AND valid_from <= :day
    UNION ALL
    SELECT valid_to, 'ended', kind, id, NULL, source, target FROM tie WHERE :since < valid_to AND valid_to <= :day
)
SELECT happened.on_day, happened.change, happened.kind, happened.id, happened.name,
    happened.source, source.name, happened.target, target.name
FROM happened
LEFT JOIN current_node AS source ON source.id = happened.source AND +source.province = :province
LEFT JOIN current_node AS target ON target.id = happened.target AND +target.province = :province
ORDER BY happened.on_day, happened.change, happened.kind, happened.id;
