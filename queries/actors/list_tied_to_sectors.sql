-- purpose th: กลุ่มและองค์กรที่มีความสัมพันธ์กับทั้งสองภาคส่วนที่กำหนด พร้อมจำนวนกลุ่มหรือองค์กรที่สัมพันธ์ด้วยในแต่ละภาคส่วน
-- purpose en: Groups and organisations tied to two given sectors at once, with how many groups or organisations of each they are tied to
-- parameter province: text
-- parameter day: date
-- parameter sector: text
-- parameter other_sector: text
-- column id: text
-- column kind: text
-- column name: text
-- column sector: text
-- column in_sector: integer
-- column in_other_sector: integer
WITH
actor AS (
    SELECT id, kind, name, sector FROM current_node
    WHERE province = :province AND kind IN ('group', 'organization')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
tie AS (
    SELECT kind, source, target FROM current_tie
    WHERE province = :province AND kind IN ('collaborates_with', 'shares_resource', 'party_to')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
agreement AS (
    SELECT id FROM current_node WHERE province = :province AND kind = 'agreement'
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
party AS (
    SELECT DISTINCT tie.source AS actor, tie.target AS agreement
    FROM tie JOIN agreement ON agreement.id = tie.target
    WHERE tie.kind = 'party_to'
),
pair (one, other) AS MATERIALIZED (
    SELECT source, target FROM tie WHERE kind IN ('collaborates_with', 'shares_resource')
    UNION
    SELECT target, source FROM tie WHERE kind IN ('collaborates_with', 'shares_resource')
    UNION
    SELECT one.actor, other.actor
    FROM party AS one JOIN party AS other ON other.agreement = one.agreement AND other.actor <> one.actor
),
counted AS (
    SELECT pair.one AS id,
        count(DISTINCT CASE WHEN near.sector = :sector THEN near.id END) AS in_sector,
        count(DISTINCT CASE WHEN near.sector = :other_sector THEN near.id END) AS in_other_sector
    FROM actor AS near JOIN pair ON pair.other = near.id
    WHERE near.sector IN (:sector, :other_sector)
    GROUP BY pair.one
)
SELECT actor.id, actor.kind, actor.name, actor.sector, counted.in_sector, counted.in_other_sector
FROM counted JOIN actor ON actor.id = counted.id
WHERE counted.in_sector > 0 AND counted.in_other_sector > 0
ORDER BY actor.id;
