-- purpose th: ผู้ที่มีความสัมพันธ์กับผู้แสดงทั้งสองราย ทั้งการทำงานร่วมกัน การใช้ทรัพยากรร่วมกัน และข้อตกลงร่วมกัน
-- purpose en: Actors tied to both of two actors, by collaboration, shared resources or common agreements
-- parameter province: text
-- parameter day: date
-- parameter actor: text
-- parameter other: text
-- column id: text
-- column kind: text
-- column name: text
-- column sector: text
WITH
near AS (
    SELECT target AS id FROM current_tie
    WHERE source = :actor AND +province = :province AND +kind IN ('collaborates_with', 'shares_resource')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
    UNION
    SELECT source FROM current_tie
    WHERE target = :actor AND +province = :province AND +kind IN ('collaborates_with', 'shares_resource')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
    UNION
    SELECT beside.source
    FROM current_tie AS party
    JOIN current_node AS agreement ON agreement.id = party.target
    JOIN current_tie AS beside ON beside.target = agreement.id
    WHERE party.source = :actor AND +party.province = :province AND +party.kind = 'party_to'
        AND coalesce(party.valid_from, '') <= :day AND :day < coalesce(party.valid_to, '9999-12-31')
        AND agreement.province = :province AND agreement.kind = 'agreement'
        AND coalesce(agreement.valid_from, '') <= :day AND :day < coalesce(agreement.valid_to, '9999-12-31')
        AND +beside.province = :province AND +beside.kind = 'party_to'
        AND coalesce(beside.valid_from, '') <= :day AND :day < coalesce(beside.valid_to, '9999-12-31')
),
far AS (
    SELECT target AS id FROM current_tie
    WHERE source = :other AND +province = :province AND +kind IN ('collaborates_with', 'shares_resource')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
    UNION
    SELECT source FROM current_tie
    WHERE target = :other AND +province = :province AND +kind IN ('collaborates_with', 'shares_resource')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
    UNION
    SELECT beside.source
    FROM current_tie AS party
    JOIN current_node AS agreement ON agreement.id = party.target
    JOIN current_tie AS beside ON beside.target = agreement.id
    WHERE party.source = :other AND +party.province = :province AND +party.kind = 'party_to'
        AND coalesce(party.valid_from, '') <= :day AND :day < coalesce(party.valid_to, '9999-12-31')
        AND agreement.province = :province AND agreement.kind = 'agreement'
        AND coalesce(agreement.valid_from, '') <= :day AND :day < coalesce(agreement.valid_to, '9999-12-31')
        AND +beside.province = :province AND +beside.kind = 'party_to'
        AND coalesce(beside.valid_from, '') <= :day AND :day < coalesce(beside.valid_to, '9999-12-31')
)
SELECT shared.id, shared.kind, shared.name, shared.sector
FROM current_node AS shared
WHERE shared.id IN (SELECT id FROM near INTERSECT SELECT id FROM far) AND shared.id NOT IN (:actor, :other)
    AND +shared.province = :province AND +shared.kind IN ('person', 'group', 'organization')
    AND coalesce(shared.valid_from, '') <= :day AND :day < coalesce(shared.valid_to, '9999-12-31')
ORDER BY shared.id;
