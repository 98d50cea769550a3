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
node AS MATERIALIZED (
    SELECT id, name FROM current_node
    WHERE province = :province AND kind IN ('person', 'group', 'organization')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
wanted AS MATERIALIZED (
    SELECT tie.id, tie.kind, tie.source, tie.amount
    FROM current_tie AS tie
    WHERE tie.province = :province AND tie.kind IN ('needs_resource', 'offers_resource')
        AND tie.resource_kind = :resource_kind
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
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
near (id, near, steps) AS (
    SELECT pair.one, pair.other, 1 FROM pair
    WHERE pair.one IN (SELECT source FROM wanted WHERE kind = 'needs_resource')
    UNION
    SELECT pair.one, further.other, 2 FROM pair JOIN pair AS further ON further.one = pair.other
    WHERE pair.one IN (SELECT source FROM wanted WHERE kind = 'needs_resource')
        AND further.other IN (SELECT source FROM wanted WHERE kind = 'offers_resource')
        AND pair.other IN (SELECT id FROM node)
),
nearest AS MATERIALIZED (
    SELECT id, near, min(steps) AS steps FROM near GROUP BY id, near
)
SELECT needing.id, needing.name, offering.id, offering.name, nearest.steps, need.amount, offer.amount
FROM wanted AS need
JOIN nearest ON nearest.id = need.source
JOIN wanted AS offer ON offer.source = nearest.near
JOIN node AS needing ON needing.id = need.source
JOIN node AS offering ON offering.id = offer.source
WHERE need.kind = 'needs_resource' AND offer.kind = 'offers_resource' AND need.source <> offer.source
ORDER BY nearest.steps, needing.id, offering.id, need.id, offer.id;
