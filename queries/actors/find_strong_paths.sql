-- purpose th: เส้นทางที่สั้นที่สุดระหว่างผู้แสดงสองราย โดยผ่านเฉพาะการทำงานร่วมกันที่มีความถี่ไม่ต่ำกว่าที่กำหนด (1-5) ไม่เกิน 4 ก้าว และไม่เกิน 1,000 เส้นทาง
-- purpose en: Shortest paths between two actors through collaboration of at least a frequency (1 to 5), of at most 4 steps, at most 1,000
-- parameter province: text
-- parameter day: date
-- parameter actor: text
-- parameter other: text
-- parameter frequency: integer
-- column steps: integer
-- column ids: text
-- column names: text
WITH RECURSIVE
-- What is at most two steps from either: where the two meet is the middle of every path of at most four.
away (id, steps) AS (
    SELECT :other, 0
    UNION
    SELECT node.id, away.steps + 1
    FROM away
    CROSS JOIN current_tie AS tie ON tie.source = away.id OR tie.target = away.id
    CROSS JOIN current_node AS node ON node.id = CASE tie.source WHEN away.id THEN tie.target ELSE tie.source END
    WHERE away.steps < 2
        AND +tie.province = :province AND +tie.kind = 'collaborates_with' AND tie.frequency >= :frequency
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND +node.province = :province AND +node.kind IN ('person', 'group', 'organization')
        AND coalesce(node.valid_from, '') <= :day AND :day < coalesce(node.valid_to, '9999-12-31')
),
near (id, steps) AS (
    SELECT :actor, 0
    UNION
    SELECT node.id, near.steps + 1
    FROM near
    CROSS JOIN current_tie AS tie ON tie.source = near.id OR tie.target = near.id
    CROSS JOIN current_node AS node ON node.id = CASE tie.source WHEN near.id THEN tie.target ELSE tie.source END
    WHERE near.steps < 2
        AND +tie.province = :province AND +tie.kind = 'collaborates_with' AND tie.frequency >= :frequency
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND +node.province = :province AND +node.kind IN ('person', 'group', 'organization')
        AND coalesce(node.valid_from, '') <= :day AND :day < coalesce(node.valid_to, '9999-12-31')
),
shortest AS MATERIALIZED (
    SELECT min(near.steps + away.steps) AS steps FROM near JOIN away ON away.id = near.id
),
path (last, steps, ids, names) AS (
    SELECT id, 0, id, name FROM current_node
    WHERE id = :actor AND id <> :other AND +province = :province
        AND +kind IN ('person', 'group', 'organization')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
    UNION
    SELECT node.id, path.steps + 1, path.ids || ' ' || node.id, path.names || ' → ' || node.name
    FROM path
    CROSS JOIN current_tie AS tie ON tie.source = path.last OR tie.target = path.last
    CROSS JOIN current_node AS node ON node.id = CASE tie.source WHEN path.last THEN tie.target ELSE tie.source END
    WHERE path.last <> :other AND path.steps < (SELECT steps FROM shortest)
        AND +tie.province = :province AND +tie.kind = 'collaborates_with' AND tie.frequency >= :frequency
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND CASE (SELECT steps FROM shortest) - path.steps
            WHEN 4 THEN 1
            WHEN 3 THEN node.id IN (SELECT id FROM away)
            WHEN 2 THEN node.id IN (SELECT id FROM away WHERE steps < 2)
            ELSE node.id = :other
        END
        AND +node.province = :province AND +node.kind IN ('person', 'group', 'organization')
        AND coalesce(node.valid_from, '') <= :day AND :day < coalesce(node.valid_to, '9999-12-31')
        AND instr(path.ids, node.id) = 0
)
SELECT steps, ids, names FROM path
WHERE last = :other
ORDER BY steps, ids
LIMIT 1000;
