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
tie AS MATERIALIZED (
    SELECT source, target, max(frequency) AS frequency, max(coalesce(mutual, 0)) AS mutual FROM current_tie
    WHERE province = :province AND kind = 'collaborates_with'
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
    GROUP BY source, target
)
SELECT source.id, source.name, target.id, target.name, tie.frequency
FROM tie
JOIN actor AS source ON source.id = tie.source
JOIN actor AS target ON target.id = tie.target
LEFT JOIN tie AS back ON back.source = tie.target AND back.target = tie.source
WHERE tie.mutual = 0 AND back.source IS NULL
ORDER BY source.id, target.id;
