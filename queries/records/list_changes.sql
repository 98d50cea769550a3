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
    SELECT tie.id, tie.kind, tie.valid_from, tie.valid_to,
        tie.source, source.name AS source_name, tie.target, target.name AS target_name
    FROM current_tie AS tie
    JOIN current_node AS source ON source.id = tie.source
    JOIN current_node AS target ON target.id = tie.target
    WHERE tie.province = :province AND tie.kind NOT IN ('assessed_in', 'candidate_for')
        AND (:since < tie.valid_from AND tie.valid_from <= :day OR :since < tie.valid_to AND tie.valid_to <= :day)
        AND +source.province = :province AND +target.province = :province
)
SELECT valid_from AS on_day, 'began' AS change, kind, id, name,
    NULL AS source, NULL AS source_name, NULL AS target, NULL AS target_name
FROM node WHERE :since < valid_from AND valid_from <= :day
UNION ALL
SELECT valid_to, 'ended', kind, id, name, NULL, NULL, NULL, NULL
FROM node WHERE :since < valid_to AND valid_to <= :day
UNION ALL
SELECT valid_from, 'began', kind, id, NULL, source, source_name, target, target_name
FROM tie WHERE :since < valid_from AND valid_from <= :day
UNION ALL
SELECT valid_to, 'ended', kind, id, NULL, source, source_name, target, target_name
FROM tie WHERE :since < valid_to AND valid_to <= :day
ORDER BY on_day, change, kind, id;
