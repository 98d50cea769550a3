-- purpose th: ที่นั่งในคณะกรรมการหรือคณะทำงานหนึ่งคณะ พร้อมบทบาท ผู้ดำรงตำแหน่ง และวันสุดท้ายของวาระ
-- purpose en: The seats of a body in the order of an order: who or what post holds each, who holds that post, until when
-- parameter province: text
-- parameter day: date
-- parameter body: text
-- column role: text
-- column seat: text
-- column holder: text
-- column name: text
-- column person: text
-- column person_name: text
-- column order_number: text
-- column last_day: date
WITH
occupant AS MATERIALIZED (
    SELECT tie.target AS post, person.id, person.name
    FROM current_tie AS tie JOIN current_node AS person ON person.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'holds_post'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND person.province = :province AND person.kind = 'person'
        AND coalesce(person.valid_from, '') <= :day AND :day < coalesce(person.valid_to, '9999-12-31')
)
SELECT tie.role,
    CASE holder.kind WHEN 'person' THEN 'person' WHEN 'post' THEN 'ex_officio' ELSE 'representative' END AS seat,
    holder.id, holder.name,
    CASE holder.kind WHEN 'person' THEN holder.id ELSE occupant.id END AS person,
    CASE holder.kind WHEN 'person' THEN holder.name ELSE occupant.name END AS person_name,
    tie.order_number, date(tie.valid_to, '-1 day') AS last_day
FROM current_node AS body
CROSS JOIN current_tie AS tie ON tie.target = body.id
CROSS JOIN current_node AS holder ON holder.id = tie.source
LEFT JOIN occupant ON occupant.post = holder.id
WHERE body.id = :body AND +body.province = :province AND +body.kind = 'body'
    AND +tie.province = :province AND +tie.kind = 'appointed_to'
    AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
    AND +holder.province = :province AND +holder.kind IN ('person', 'post', 'group', 'organization')
    AND coalesce(holder.valid_from, '') <= :day AND :day < coalesce(holder.valid_to, '9999-12-31')
ORDER BY
    CASE tie.role WHEN 'chair' THEN 1 WHEN 'vice_chair' THEN 2 WHEN 'adviser' THEN 3 WHEN 'member' THEN 4
        WHEN 'secretary' THEN 5 ELSE 6 END,
    holder.id, person IS NOT NULL, person, tie.id;
