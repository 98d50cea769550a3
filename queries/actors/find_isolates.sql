-- purpose th: สมาชิกของเครือข่ายจังหวัดที่ยังไม่มีความสัมพันธ์กับสมาชิกรายอื่น ทั้งการทำงานร่วมกัน การใช้ทรัพยากรร่วมกัน และข้อตกลงร่วมกัน
-- purpose en: Active members (groups and organisations) without any tie to another active member: no collaboration, no shared resource, no common agreement
-- parameter province: text
-- parameter day: date
-- column id: text
-- column kind: text
-- column name: text
-- column sector: text
WITH
node AS (
    SELECT id, kind, name, sector, province FROM current_node
    WHERE kind IN ('group', 'organization', 'province_network', 'agreement')
        AND (valid_from IS NULL OR valid_from <= :day) AND (valid_to IS NULL OR :day < valid_to)
),
tie AS (
    SELECT kind, source, target, status FROM current_tie
    WHERE province = :province AND kind IN ('member_of', 'collaborates_with', 'shares_resource', 'party_to')
        AND (valid_from IS NULL OR valid_from <= :day) AND (valid_to IS NULL OR :day < valid_to)
),
member AS (
    SELECT id, kind, name, sector FROM node
    WHERE province = :province AND kind IN ('group', 'organization') AND id IN (
        SELECT tie.source FROM tie JOIN node AS network ON network.id = tie.target
        WHERE tie.kind = 'member_of' AND network.kind = 'province_network'
            AND tie.status IN ('self_declared', 'certified')
    )
),
declared AS (
    SELECT source, target FROM tie WHERE kind IN ('collaborates_with', 'shares_resource')
),
party AS (
    SELECT tie.source AS actor, tie.target AS agreement
    FROM tie JOIN node AS agreement ON agreement.id = tie.target
    WHERE tie.kind = 'party_to' AND tie.source IN (SELECT id FROM member)
),
tied AS (
    SELECT source AS id FROM declared WHERE target IN (SELECT id FROM member)
    UNION
    SELECT target FROM declared WHERE source IN (SELECT id FROM member)
    UNION
    SELECT actor FROM party
    WHERE agreement IN (SELECT agreement FROM party GROUP BY agreement HAVING count(DISTINCT actor) > 1)
)
SELECT id, kind, name, sector FROM member
WHERE id NOT IN (SELECT id FROM tied)
ORDER BY id;
