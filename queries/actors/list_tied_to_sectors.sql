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
actor AS MATERIALIZED (
    SELECT id, kind, name, sector FROM current_node
    WHERE province = :province AND kind IN ('group', 'organization')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
near AS MATERIALIZED (
    SELECT id, sector FROM actor WHERE sector IN (:sector, :other_sector)
),
tie AS NOT MATERIALIZED (
    SELECT source, target FROM current_tie
    WHERE province = :province AND kind IN ('collaborates_with', 'shares_resource')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
party AS MATERIALIZED (
    SELECT DISTINCT tie.source AS actor, tie.target AS agreement
    FROM current_tie AS tie JOIN current_node AS agreement ON agreement.id = tie.target
    WHERE tie.province = :province AND tie.kind = 'party_to'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND agreement.province = :province AND agreement.kind = 'agreement'
        AND coalesce(agreement.valid_from, '') <= :day AND :day < coalesce(agreement.valid_to, '9999-12-31')
),
tied (id, near, sector) AS (
    SELECT tie.target, near.id, near.sector FROM tie CROSS JOIN near ON near.id = tie.source
    UNION ALL
    SELECT tie.source, near.id, near.sector FROM tie CROSS JOIN near ON near.id = tie.target
    UNION ALL
    SELECT beside.actor, near.id, near.sector
    FROM party CROSS JOIN near ON near.id = party.actor
    JOIN party AS beside ON beside.agreement = party.agreement AND beside.actor <> party.actor
),
counted AS (
    SELECT id,
        count(DISTINCT CASE sector WHEN :sector THEN near END) AS in_sector,
        count(DISTINCT CASE sector WHEN :other_sector THEN near END) AS in_other_sector
    FROM tied GROUP BY id
)
SELECT actor.id, actor.kind, actor.name, actor.sector, counted.in_sector, counted.in_other_sector
FROM counted CROSS JOIN actor ON actor.id = counted.id
WHERE counted.in_sector > 0 AND counted.in_other_sector > 0
ORDER BY actor.id;
