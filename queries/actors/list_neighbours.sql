-- purpose th: ผู้ที่มีความสัมพันธ์โดยตรงกับผู้แสดงรายหนึ่ง แยกตามประเภทและทิศทาง ทั้งการทำงานร่วมกัน การใช้ทรัพยากรร่วมกัน และข้อตกลงร่วมกัน
-- purpose en: Everyone tied directly to an actor, by layer and direction: collaboration, shared resources, common agreements
-- parameter province: text
-- parameter day: date
-- parameter actor: text
-- column layer: text
-- column direction: text
-- column id: text
-- column kind: text
-- column name: text
-- column sector: text
-- column frequency: integer
-- column about: text
WITH
own AS (
    SELECT kind, 'out' AS direction, target AS near, frequency, resource_kind FROM current_tie
    WHERE source = :actor AND +province = :province AND +kind IN ('collaborates_with', 'shares_resource')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
    UNION ALL
    SELECT kind, 'in', source, frequency, resource_kind FROM current_tie
    WHERE target = :actor AND +province = :province AND +kind IN ('collaborates_with', 'shares_resource')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
common AS (
    SELECT DISTINCT agreement.id, agreement.name
    FROM current_tie AS party JOIN current_node AS agreement ON agreement.id = party.target
    WHERE party.source = :actor AND +party.province = :province AND +party.kind = 'party_to'
        AND coalesce(party.valid_from, '') <= :day AND :day < coalesce(party.valid_to, '9999-12-31')
        AND agreement.province = :province AND agreement.kind = 'agreement'
        AND coalesce(agreement.valid_from, '') <= :day AND :day < coalesce(agreement.valid_to, '9999-12-31')
),
found (layer, direction, near, frequency, about) AS (
    SELECT 'collaboration', direction, near, frequency, NULL FROM own WHERE kind = 'collaborates_with'
    UNION ALL
    SELECT 'resource', direction, near, NULL, resource_kind FROM own WHERE kind = 'shares_resource'
    UNION ALL
    SELECT DISTINCT 'agreement', 'both', beside.source, NULL, common.name
    FROM common JOIN current_tie AS beside ON beside.target = common.id
    WHERE beside.source <> :actor AND +beside.province = :province AND +beside.kind = 'party_to'
        AND coalesce(beside.valid_from, '') <= :day AND :day < coalesce(beside.valid_to, '9999-12-31')
)
SELECT found.layer, found.direction, near.id, near.kind, near.name, near.sector, found.frequency, found.about
FROM found JOIN current_node AS near ON near.id = found.near
WHERE near.province = :province AND near.kind IN ('person', 'group', 'organization')
    AND coalesce(near.valid_from, '') <= :day AND :day < coalesce(near.valid_to, '9999-12-31')
ORDER BY found.layer, found.direction, near.id, found.frequency IS NOT NULL, found.frequency,
    found.about IS NOT NULL, found.about;
