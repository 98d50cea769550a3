-- purpose th: สมาชิกของเครือข่ายจังหวัดที่ยังไม่มีความสัมพันธ์กับสมาชิกรายอื่น ทั้งการทำงานร่วมกัน การใช้ทรัพยากรร่วมกัน และข้อตกลงร่วมกัน
-- purpose en: Active members (groups and organisations) without any tie to another active member: no collaboration, no shared resource, no common agreement
-- parameter province: text
-- parameter day: date
-- column id: text
-- column kind: text
-- column name: text
-- column sector: text
WITH
member AS (
    SELECT DISTINCT actor.id, actor.kind, actor.name, actor.sector
    FROM current_node AS network
    JOIN current_tie AS joined ON joined.target = network.id
    JOIN current_node AS actor ON actor.id = joined.source
    WHERE network.province = :province AND network.kind = 'province_network'
        AND coalesce(network.valid_from, '') <= :day AND :day < coalesce(network.valid_to, '9999-12-31')
        AND joined.province = :province AND joined.kind = 'member_of'
        AND coalesce(joined.valid_from, '') <= :day AND :day < coalesce(joined.valid_to, '9999-12-31')
        AND joined.status IN ('self_declared', 'certified')
        AND actor.province = :province AND actor.kind IN ('group', 'organization')
        AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
),
party AS MATERIALIZED (
    SELECT tie.source AS actor, tie.target AS agreement
    FROM current_tie AS tie JOIN current_node AS agreement ON agreement.id = tie.target
    WHERE tie.province = :province AND tie.kind = 'party_to'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND tie.source IN (SELECT id FROM member)
        AND agreement.province = :province AND agreement.kind = 'agreement'
        AND coalesce(agreement.valid_from, '') <= :day AND :day < coalesce(agreement.valid_to, '9999-12-31')
)
SELECT member.id, member.kind, member.name, member.sector FROM member
WHERE NOT EXISTS (
        SELECT 1 FROM current_tie AS tie
        WHERE tie.source = member.id AND +tie.province = :province
            AND +tie.kind IN ('collaborates_with', 'shares_resource')
            AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
            AND +tie.target IN (SELECT id FROM member)
    )
    AND NOT EXISTS (
        SELECT 1 FROM current_tie AS tie
        WHERE tie.target = member.id AND +tie.province = :province
            AND +tie.kind IN ('collaborates_with', 'shares_resource')
            AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
            AND +tie.source IN (SELECT id FROM member)
    )
    AND member.id NOT IN (
        SELECT actor FROM party
        WHERE agreement IN (SELECT agreement FROM party GROUP BY agreement HAVING count(DISTINCT actor) > 1)
    )
ORDER BY member.id;
