-- purpose th: เส้นทางไม่เกิน 4 ก้าวระหว่างผู้แสดงสองราย ผ่านการทำงานร่วมกัน การใช้ทรัพยากรร่วมกัน และข้อตกลงที่เป็นคู่สัญญา (ข้อตกลงนับเป็นจุดหนึ่งบนเส้นทาง) เรียงจากสั้นไปยาว ไม่เกิน 1,000 เส้นทาง
-- purpose en: Paths of at most 4 steps between two actors through collaboration, shared resources and agreements (an agreement is a stop on the way), the shortest first, at most 1,000
-- parameter province: text
-- parameter day: date
-- parameter actor: text
-- parameter other: text
-- parameter steps: integer
-- column steps: integer
-- column ids: text
-- column names: text
WITH RECURSIVE
-- What is at most two steps from the end: no path goes on from where it could not arrive in time.
away (id, steps) AS (
    SELECT :other, 0
    UNION
    SELECT node.id, away.steps + 1
    FROM away
    CROSS JOIN current_tie AS tie ON tie.source = away.id OR tie.target = away.id
    CROSS JOIN current_node AS node ON node.id = CASE tie.source WHEN away.id THEN tie.target ELSE tie.source END
    WHERE away.steps < 2
        AND +tie.province = :province AND +tie.kind IN ('collaborates_with', 'shares_resource', 'party_to')
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND +node.province = :province AND +node.kind IN ('person', 'group', 'organization', 'agreement')
        AND coalesce(node.valid_from, '') <= :day AND :day < coalesce(node.valid_to, '9999-12-31')
),
path (last, steps, ids, names) AS (
    SELECT id, 0, id, name FROM current_node
    WHERE id = :actor AND id <> :other AND +province = :province
        AND +kind IN ('person', 'group', 'organization', 'agreement')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
    UNION
    SELECT node.id, path.steps + 1, path.ids || ' ' || node.id, path.names || ' → ' || node.name
    FROM path
    CROSS JOIN current_tie AS tie ON tie.source = path.last OR tie.target = path.last
    CROSS JOIN current_node AS node ON node.id = CASE tie.source WHEN path.last THEN tie.target ELSE tie.source END
    WHERE path.last <> :other AND path.steps < min(:steps, 4)
        AND +tie.province = :province AND +tie.kind IN ('collaborates_with', 'shares_resource', 'party_to')
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND CASE min(:steps, 4) - path.steps
            WHEN 4 THEN 1
            WHEN 3 THEN node.id IN (SELECT id FROM away)
            WHEN 2 THEN node.id IN (SELECT id FROM away WHERE steps < 2)
            ELSE node.id = :other
        END
        AND +node.province = :province AND +node.kind IN ('person', 'group', 'organization', 'agreement')
        AND coalesce(node.valid_from, '') <= :day AND :day < coalesce(node.valid_to, '9999-12-31')
        AND instr(path.ids, node.id) = 0
)
SELECT steps, ids, names FROM path
WHERE last = :other
ORDER BY steps, ids
LIMIT 1000;
