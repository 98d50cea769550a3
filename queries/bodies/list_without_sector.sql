-- purpose th: คณะกรรมการหรือคณะทำงานที่ไม่ปรากฏผู้แทนจากภาคส่วนที่กำหนด พร้อมจำนวนที่นั่งที่ยังไม่ทราบภาคส่วน
-- purpose en: Bodies on which nobody of a sector is known to sit, with how many holders of seats are of a sector nobody knows
-- parameter province: text
-- parameter day: date
-- parameter sector: text
-- column id: text
-- column name: text
-- column body_kind: text
-- column seats: integer
-- column unknown: integer
WITH
body AS MATERIALIZED (
    SELECT id, name, body_kind FROM current_node
    WHERE province = :province AND kind = 'body'
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
seat AS MATERIALIZED (
    SELECT DISTINCT tie.target AS body, holder.id, holder.kind, holder.sector, holder.organization
    FROM current_tie AS tie JOIN current_node AS holder ON holder.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'appointed_to'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND holder.province = :province AND holder.kind IN ('person', 'post', 'group', 'organization')
        AND coalesce(holder.valid_from, '') <= :day AND :day < coalesce(holder.valid_to, '9999-12-31')
),
home AS MATERIALIZED (
    SELECT tie.source AS person, tie.kind, actor.sector
    FROM current_tie AS tie JOIN current_node AS actor ON actor.id = tie.target
    WHERE tie.province = :province AND tie.kind IN ('represents', 'belongs_to')
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND actor.province = :province AND actor.kind IN ('group', 'organization')
        AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
),
-- A person is of the sector of whom it represents, else of where it belongs; a post is of its organisation's.
seated AS (
    SELECT body, id, sector FROM seat WHERE kind IN ('group', 'organization')
    UNION
    SELECT seat.body, seat.id, owner.sector
    FROM seat JOIN current_node AS owner ON owner.id = seat.organization
    WHERE seat.kind = 'post' AND owner.province = :province AND owner.kind = 'organization'
        AND coalesce(owner.valid_from, '') <= :day AND :day < coalesce(owner.valid_to, '9999-12-31')
    UNION
    SELECT seat.body, seat.id, home.sector
    FROM seat JOIN home ON home.person = seat.id
    WHERE seat.kind = 'person' AND (home.kind = 'represents'
        OR NOT EXISTS (SELECT 1 FROM home AS own WHERE own.person = seat.id AND own.kind = 'represents'))
)
SELECT body.id, body.name, body.body_kind,
    (SELECT count(*) FROM seat WHERE seat.body = body.id) AS seats,
    (
        SELECT count(*) FROM seat WHERE seat.body = body.id AND NOT EXISTS (
            SELECT 1 FROM seated WHERE seated.body = seat.body AND seated.id = seat.id AND seated.sector IS NOT NULL
        )
    ) AS unknown
FROM body
WHERE body.id NOT IN (SELECT body FROM seated WHERE sector = :sector)
ORDER BY body.id;
