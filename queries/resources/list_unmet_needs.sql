-- purpose th: ทรัพยากรที่ภาคีต้องการ แต่ยังไม่มีภาคีรายอื่นเสนอให้
-- purpose en: Resources that an actor needs and no other offers
-- parameter province: text
-- parameter day: date
-- column resource_kind: text
-- column id: text
-- column kind: text
-- column name: text
-- column sector: text
-- column amount: text
WITH
offer AS MATERIALIZED (
    SELECT DISTINCT tie.resource_kind, tie.source
    FROM current_tie AS tie
    JOIN current_node AS network ON network.id = tie.target
    JOIN current_node AS actor ON actor.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'offers_resource'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND network.province = :province AND network.kind = 'province_network'
        AND actor.province = :province AND actor.kind IN ('person', 'group', 'organization')
        AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
)
SELECT need.resource_kind, actor.id, actor.kind, actor.name, actor.sector, need.amount
FROM current_tie AS need
JOIN current_node AS network ON network.id = need.target
JOIN current_node AS actor ON actor.id = need.source
WHERE need.province = :province AND need.kind = 'needs_resource'
    AND coalesce(need.valid_from, '') <= :day AND :day < coalesce(need.valid_to, '9999-12-31')
    AND network.province = :province AND network.kind = 'province_network'
    AND actor.province = :province AND actor.kind IN ('person', 'group', 'organization')
    AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
    AND NOT EXISTS (
        SELECT 1 FROM offer WHERE offer.resource_kind = need.resource_kind AND offer.source <> need.source
    )
ORDER BY need.resource_kind, actor.id, need.id;
