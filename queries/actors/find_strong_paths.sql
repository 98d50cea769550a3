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
node AS MATERIALIZED (
    SELECT id, name FROM current_node
    WHERE province = :province AND kind IN ('person', 'group', 'organization')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
tie AS (
    SELECT source, target FROM current_tie
    WHERE province = :province AND kind = 'collaborates_with' AND frequency >= :frequency
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
step (here, there) AS MATERIALIZED (
    SELECT source, target FROM tie
    WHERE source IN (SELECT id FROM node) AND target IN (SELECT id FROM node)
    UNION
    SELECT target, source FROM tie
    WHERE source IN (SELECT id FROM node) AND target IN (SELECT id FROM node)
),
away (id, steps) AS (
    SELECT :other, 0
    UNION
    SELECT step.there, away.steps + 1
    FROM away JOIN step ON step.here = away.id
    WHERE away.steps < 4
),
nearest AS MATERIALIZED (
    SELECT id, min(steps) AS steps FROM away GROUP BY id
),
-- Each step of a shortest path comes one nearer.
path (last, steps, ids, names) AS (
    SELECT id, 0, id, name FROM node WHERE id = :actor AND id <> :other
    UNION ALL
    SELECT node.id, path.steps + 1, path.ids || ' ' || node.id, path.names || ' → ' || node.name
    FROM path
    JOIN nearest AS here ON here.id = path.last
    JOIN step ON step.here = path.last
    JOIN nearest AS there ON there.id = step.there AND there.steps = here.steps - 1
    JOIN node ON node.id = step.there
)
SELECT steps, ids, names FROM path
WHERE last = :other
ORDER BY steps, ids
LIMIT 1000;
