-- purpose th: บุคคลที่ดำรงตำแหน่งในคณะกรรมการหรือคณะทำงานหลายคณะ ทั้งโดยชื่อและโดยตำแหน่ง
-- purpose en: People who sit on at least so many bodies, by name or by the post they hold; one row for each seat
-- parameter province: text
-- parameter day: date
-- parameter at_least: integer
-- column person: text
-- column name: text
-- column bodies: integer
-- column body: text
-- column body_name: text
-- column role: text
-- column seat: text
WITH
node AS MATERIALIZED (
    SELECT id, kind, name FROM current_node
    WHERE province = :province AND kind IN ('person', 'post', 'body')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
tie AS MATERIALIZED (
    SELECT kind, source, target, role FROM current_tie
    WHERE province = :province AND kind IN ('appointed_to', 'holds_post')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
seat AS (
    SELECT source AS person, target AS body, role, 'person' AS seat FROM tie WHERE kind = 'appointed_to'
    UNION
    SELECT held.source, appointed.target, appointed.role, 'ex_officio'
    FROM tie AS appointed
    JOIN node AS post ON post.id = appointed.source AND post.kind = 'post'
    JOIN tie AS held ON held.kind = 'holds_post' AND held.target = post.id
    WHERE appointed.kind = 'appointed_to'
),
seated AS (
    SELECT seat.person, person.name, seat.body, body.name AS body_name, seat.role, seat.seat
    FROM seat
    JOIN node AS person ON person.id = seat.person AND person.kind = 'person'
    JOIN node AS body ON body.id = seat.body AND body.kind = 'body'
),
load AS (
    SELECT person, count(DISTINCT body) AS bodies FROM seated GROUP BY person
)
SELECT seated.person, seated.name, load.bodies, seated.body, seated.body_name, seated.role, seated.seat
FROM seated JOIN load ON load.person = seated.person
WHERE load.bodies >= :at_least
ORDER BY load.bodies DESC, seated.person, seated.body, seated.role, seated.seat;
