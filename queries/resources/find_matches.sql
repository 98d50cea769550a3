-- purpose th: ผู้ที่ต้องการทรัพยากรประเภทหนึ่งกับผู้ที่เสนอให้ ซึ่งมีความสัมพันธ์กันโดยตรงหรือผ่านผู้อื่นเพียงรายเดียว
-- purpose en: Those who need a kind of resource with those who offer it and are tied to them, directly or through one other (within two steps)
-- parameter province: text
-- parameter day: date
-- parameter resource_kind: text
-- column needing: text
-- column needing_name: text
-- column offering: text
-- column offering_name: text
-- column steps: integer
-- column amount_needed: text
-- column amount_offered: text
WITH
wanted AS MATERIALIZED (
    SELECT tie.id, tie.kind, actor.id AS actor, actor.name, tie.amount
    FROM current_tie AS tie
    JOIN current_node AS network ON network.id = tie.target
    JOIN current_node AS actor ON actor.id = tie.source
    WHERE tie.province = :province AND tie.kind IN ('needs_resource', 'offers_resource')
        AND tie.resource_kind = :resource_kind
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND network.province = :province AND network.kind = 'province_network'
        AND actor.province = :province AND actor.kind IN ('person', 'group', 'organization')
        AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
),
wanting AS MATERIALIZED (
    SELECT DISTINCT actor AS id FROM wanted
),
tied (actor, near) AS (
    SELECT wanting.id, tie.target FROM wanting CROSS JOIN current_tie AS tie ON tie.source = wanting.id
    WHERE +tie.province = :province AND +tie.kind IN ('collaborates_with', 'shares_resource')
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
    UNION
    SELECT wanting.id, tie.source FROM wanting CROSS JOIN current_tie AS tie ON tie.target = wanting.id
    WHERE +tie.province = :province AND +tie.kind IN ('collaborates_with', 'shares_resource')
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
    UNION
    SELECT wanting.id, beside.source
    FROM wanting
    CROSS JOIN current_tie AS party ON party.source = wanting.id
    CROSS JOIN current_node AS agreement ON agreement.id = party.target
    CROSS JOIN current_tie AS beside ON beside.target = agreement.id
    WHERE +party.province = :province AND +party.kind = 'party_to'
        AND coalesce(party.valid_from, '') <= :day AND :day < coalesce(party.valid_to, '9999-12-31')
        AND agreement.province = :province AND agreement.kind = 'agreement'
        AND coalesce(agreement.valid_from, '') <= :day AND :day < coalesce(agreement.valid_to, '9999-12-31')
        AND +beside.province = :province AND +beside.kind = 'party_to'
        AND coalesce(beside.valid_from, '') <= :day AND :day < coalesce(beside.valid_to, '9999-12-31')
),
-- Two steps are a neighbour that both have.
around AS MATERIALIZED (
    SELECT tied.actor, near.id AS near FROM tied CROSS JOIN current_node AS near ON near.id = tied.near
    WHERE near.id <> tied.actor
        AND +near.province = :province AND +near.kind IN ('person', 'group', 'organization')
        AND coalesce(near.valid_from, '') <= :day AND :day < coalesce(near.valid_to, '9999-12-31')
),
apart (actor, other, steps) AS (
    SELECT actor, near, 1 FROM around WHERE near IN (SELECT id FROM wanting)
    UNION ALL
    SELECT one.actor, other.actor, 2 FROM around AS one JOIN around AS other ON other.near = one.near
),
nearest AS MATERIALIZED (
    SELECT actor, other, min(steps) AS steps FROM apart GROUP BY actor, other
)
SELECT need.actor, need.name, offer.actor, offer.name, nearest.steps, need.amount, offer.amount
FROM wanted AS need
JOIN nearest ON nearest.actor = need.actor
JOIN wanted AS offer ON offer.actor = nearest.other
WHERE need.kind = 'needs_resource' AND offer.kind = 'offers_resource' AND need.actor <> offer.actor
ORDER BY nearest.steps, need.actor, offer.actor, need.id, offer.id;
