-- purpose th: ภาคีสมาชิกที่ยังไม่เคยร่วมกิจกรรมใดเลย ทั้งในนามตนเองและโดยบุคคลที่เป็นผู้แทนหรือสังกัด
-- purpose en: Active members that never took part in any activity, neither themselves nor through a person who represents or belongs to them
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
present AS MATERIALIZED (
    SELECT DISTINCT took.source AS id
    FROM current_tie AS took JOIN current_node AS activity ON activity.id = took.target
    WHERE took.province = :province AND took.kind = 'participated_in' AND coalesce(took.valid_from, '') <= :day
        AND activity.province = :province AND activity.kind = 'activity' AND coalesce(activity.held_on, '') <= :day
),
through AS (
    SELECT belongs.target AS id
    FROM current_tie AS belongs
    WHERE belongs.province = :province AND belongs.kind IN ('represents', 'belongs_to')
        AND coalesce(belongs.valid_from, '') <= :day AND :day < coalesce(belongs.valid_to, '9999-12-31')
        AND belongs.source IN (SELECT id FROM present)
)
SELECT id, kind, name, sector FROM member
WHERE id NOT IN (SELECT id FROM present) AND id NOT IN (SELECT id FROM through)
ORDER BY id;
