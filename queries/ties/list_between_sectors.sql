-- purpose th: ความสัมพันธ์ระหว่างกลุ่มหรือองค์กรของสองภาคส่วน ทั้งการทำงานร่วมกัน การใช้ทรัพยากรร่วมกัน และข้อตกลงร่วมกัน
-- purpose en: Ties between groups or organisations of two sectors: collaboration and shared resources as declared, and pairs of parties to one agreement
-- parameter province: text
-- parameter day: date
-- parameter sector: text
-- parameter other_sector: text
-- column layer: text
-- column source: text
-- column source_name: text
-- column target: text
-- column target_name: text
-- column frequency: integer
-- column about: text
WITH
actor AS MATERIALIZED (
    SELECT id, name, sector FROM current_node
    WHERE province = :province AND kind IN ('group', 'organization') AND sector IN (:sector, :other_sector)
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
agreement AS MATERIALIZED (
    SELECT id, name FROM current_node WHERE province = :province AND kind = 'agreement'
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
tie AS NOT MATERIALIZED (
    SELECT kind, source, target, frequency, resource_kind FROM current_tie
    WHERE province = :province AND kind IN ('collaborates_with', 'shares_resource', 'party_to')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
party AS MATERIALIZED (
    SELECT DISTINCT tie.source AS actor, agreement.id AS agreement, agreement.name
    FROM tie JOIN agreement ON agreement.id = tie.target
    WHERE tie.kind = 'party_to' AND tie.source IN (SELECT id FROM actor)
),
pair AS (
    SELECT 'collaboration' AS layer, source, target, frequency, NULL AS about FROM tie
    WHERE kind = 'collaborates_with'
    UNION ALL
    SELECT 'resource', source, target, NULL, resource_kind FROM tie
    WHERE kind = 'shares_resource'
    UNION ALL
    SELECT 'agreement', one.actor, other.actor, NULL, one.name
    FROM party AS one JOIN party AS other ON other.agreement = one.agreement AND one.actor < other.actor
)
SELECT pair.layer, pair.source, source.name, pair.target, target.name, pair.frequency, pair.about
FROM pair
CROSS JOIN actor AS source ON source.id = pair.source
CROSS JOIN actor AS target ON target.id = pair.target
WHERE (source.sector = :sector AND target.sector = :other_sector)
    OR (source.sector = :other_sector AND target.sector = :sector)
ORDER BY pair.layer, pair.source, pair.target, pair.frequency IS NOT NULL, pair.frequency,
    pair.about IS NOT NULL, pair.about;
