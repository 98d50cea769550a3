-- purpose th: ผู้ที่ยังไม่มีความสัมพันธ์โดยตรงกับผู้แสดงรายหนึ่ง แต่มีเพื่อนร่วมเครือข่ายร่วมกันตั้งแต่จำนวนที่กำหนด จึงแนะนำให้รู้จักกันได้
-- purpose en: Actors not tied to an actor who share at least so many neighbours with it, and so could be introduced
-- parameter province: text
-- parameter day: date
-- parameter actor: text
-- parameter at_least: integer
-- column id: text
-- column kind: text
-- column name: text
-- column sector: text
-- column shared: integer
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
shared AS MATERIALIZED (
    SELECT node.id FROM current_node AS node
    WHERE node.id IN (SELECT id FROM near) AND node.id <> :actor
        AND +node.province = :province AND +node.kind IN ('person', 'group', 'organization')
        AND coalesce(node.valid_from, '') <= :day AND :day < coalesce(node.valid_to, '9999-12-31')
),
reached (id, shared) AS (
    SELECT tie.target, shared.id FROM shared CROSS JOIN current_tie AS tie ON tie.source = shared.id
    WHERE +tie.province = :province AND +tie.kind IN ('collaborates_with', 'shares_resource')
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
    UNION
    SELECT tie.source, shared.id FROM shared CROSS JOIN current_tie AS tie ON tie.target = shared.id
    WHERE +tie.province = :province AND +tie.kind IN ('collaborates_with', 'shares_resource')
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
    UNION
    SELECT beside.source, shared.id
    FROM shared
    CROSS JOIN current_tie AS party ON party.source = shared.id
    CROSS JOIN current_node AS agreement ON agreement.id = party.target
    CROSS JOIN current_tie AS beside ON beside.target = agreement.id
    WHERE +party.province = :province AND +party.kind = 'party_to'
        AND coalesce(party.valid_from, '') <= :day AND :day < coalesce(party.valid_to, '9999-12-31')
        AND agreement.province = :province AND agreement.kind = 'agreement'
        AND coalesce(agreement.valid_from, '') <= :day AND :day < coalesce(agreement.valid_to, '9999-12-31')
        AND +beside.province = :province AND +beside.kind = 'party_to'
        AND coalesce(beside.valid_from, '') <= :day AND :day < coalesce(beside.valid_to, '9999-12-31')
),
counted AS MATERIALIZED (
    SELECT id, count(*) AS shared FROM reached
    WHERE id <> :actor AND id <> shared AND id NOT IN (SELECT id FROM near)
    GROUP BY id HAVING count(*) >= :at_least
)
SELECT node.id, node.kind, node.name, node.sector, counted.shared
FROM counted CROSS JOIN current_node AS node ON node.id = counted.id
WHERE +node.province = :province AND +node.kind IN ('person', 'group', 'organization')
    AND coalesce(node.valid_from, '') <= :day AND :day < coalesce(node.valid_to, '9999-12-31')
ORDER BY counted.shared DESC, node.id;
