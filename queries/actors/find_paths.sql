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
node AS MATERIALIZED (
    SELECT id, name FROM current_node
    WHERE province = :province AND kind IN ('person', 'group', 'organization', 'agreement')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
tie AS (
    SELECT source, target FROM current_tie
    WHERE province = :province AND kind IN ('collaborates_with', 'shares_resource', 'party_to')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
step (here, there) AS MATERIALIZED (
    SELECT source, target FROM tie
    WHERE source IN (SELECT id FROM node) AND target IN (SELECT id FROM node)
    UNION
    SELECT target, source FROM tie
    WHERE source IN (SELECT id FROM node) AND target IN (SELECT id FROM node)
),
-- How far each node is from the end: a path goes nowhere from where it could not arrive in time.
away (id, steps) AS (
    SELECT :other, 0
    UNION
    SELECT step.there, away.steps + 1
    FROM away JOIN step ON step.here = away.id
    WHERE away.steps < min(:steps, 4)
),
nearest AS MATERIALIZED (
    SELECT id, min(steps) AS steps FROM away GROUP BY id
),
path (last, steps, ids, names) AS (
    SELECT id, 0, id, name FROM node WHERE id = :actor AND id <> :other
    UNION ALL
    SELECT node.id, path.steps + 1, path.ids || ' ' || node.id, path.names || ' → ' || node.name
    FROM path
    JOIN step ON step.here = path.last
    JOIN nearest ON nearest.id = step.there
    JOIN node ON node.id = step.there
    WHERE path.last <> :other AND path.steps + 1 + nearest.steps <= min(:steps, 4)
        AND instr(path.ids, node.id) = 0
)
SELECT steps, ids, names FROM path
WHERE last = :other
ORDER BY steps, ids
LIMIT 1000;
