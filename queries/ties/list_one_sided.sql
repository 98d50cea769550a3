-- purpose th: การทำงานร่วมกันที่มีเพียงฝ่ายเดียวแจ้งไว้ อีกฝ่ายยังไม่ได้ยืนยัน
-- purpose en: Collaboration that only one side declared, with the frequency it declared
-- parameter province: text
-- parameter day: date
-- column source: text
-- column source_name: text
-- column target: text
-- column target_name: text
-- column frequency: integer
WITH
actor AS MATERIALIZED (
    SELECT id, name FROM current_node
    WHERE province = :province AND kind IN ('person', 'group', 'organization')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
pair AS MATERIALIZED (
    SELECT min(source, target) AS one, max(source, target) AS other, min(source) AS source, max(frequency) AS frequency
    FROM current_tie
    WHERE province = :province AND kind = 'collaborates_with'
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
    GROUP BY min(source, target), max(source, target)
    HAVING count(DISTINCT source) = 1 AND max(coalesce(mutual, 0)) = 0
)
SELECT source.id, source.name, target.id, target.name, pair.frequency
FROM pair
CROSS JOIN actor AS source ON source.id = pair.source
CROSS JOIN actor AS target ON target.id = CASE pair.one WHEN pair.source THEN pair.other ELSE pair.one END
ORDER BY source.id, target.id;
