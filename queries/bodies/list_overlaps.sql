-- purpose th: คณะกรรมการหรือคณะทำงานสองคณะที่มีบุคคลร่วมกันตั้งแต่จำนวนที่กำหนด ทั้งโดยชื่อและโดยตำแหน่ง
-- purpose en: Pairs of bodies on which at least so many same people sit, by name or by the post they hold
-- parameter province: text
-- parameter day: date
-- parameter at_least: integer
-- column body: text
-- column body_name: text
-- column other: text
-- column other_name: text
-- column people: integer
WITH
node AS MATERIALIZED (
    SELECT id, kind, name FROM current_node
    WHERE province = :province AND kind IN ('person', 'post', 'body')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
tie AS MATERIALIZED (
    SELECT kind, source, target FROM current_tie
    WHERE province = :province AND kind IN ('appointed_to', 'holds_post')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
seat AS (
    SELECT source AS person, target AS body FROM tie WHERE kind = 'appointed_to'
    UNION
    SELECT held.source, appointed.target
    FROM tie AS appointed
    JOIN node AS post ON post.id = appointed.source AND post.kind = 'post'
    JOIN tie AS held ON held.kind = 'holds_post' AND held.target = post.id
    WHERE appointed.kind = 'appointed_to'
),
seated AS MATERIALIZED (
    SELECT seat.person, body.id, body.name
    FROM seat
    JOIN node AS person ON person.id = seat.person AND person.kind = 'person'
    JOIN node AS body ON body.id = seat.body AND body.kind = 'body'
)
SELECT one.id, one.name, other.id, other.name, count(*) AS people
FROM seated AS one JOIN seated AS other ON other.person = one.person AND other.id > one.id
GROUP BY one.id, one.name, other.id, other.name
HAVING count(*) >= :at_least
ORDER BY count(*) DESC, one.id, other.id;
