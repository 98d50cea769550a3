-- purpose th: ภาคีสมาชิกที่เป็นกลุ่มหรือองค์กรซึ่งยังไม่มีบุคคลใดเป็นผู้แทน
-- purpose en: Active members (groups and organisations) for which no person speaks
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
spoken AS (
    SELECT tie.target AS id
    FROM current_tie AS tie JOIN current_node AS person ON person.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'represents'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND person.province = :province AND person.kind = 'person'
        AND coalesce(person.valid_from, '') <= :day AND :day < coalesce(person.valid_to, '9999-12-31')
)
SELECT id, kind, name, sector FROM member
WHERE id NOT IN (SELECT id FROM spoken)
ORDER BY id;
