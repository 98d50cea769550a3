-- purpose th: ตำแหน่งที่ยังไม่มีผู้ดำรงตำแหน่ง พร้อมจำนวนคณะที่ตำแหน่งนั้นเป็นกรรมการโดยตำแหน่ง
-- purpose en: Posts that nobody holds, with how many bodies they sit on
-- parameter province: text
-- parameter day: date
-- column id: text
-- column name: text
-- column organization: text
-- column organization_name: text
-- column bodies: integer
WITH
held AS (
    SELECT tie.target AS id
    FROM current_tie AS tie JOIN current_node AS person ON person.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'holds_post'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND person.province = :province AND person.kind = 'person'
        AND coalesce(person.valid_from, '') <= :day AND :day < coalesce(person.valid_to, '9999-12-31')
),
seat AS MATERIALIZED (
    SELECT tie.source AS post, tie.target AS body
    FROM current_tie AS tie JOIN current_node AS body ON body.id = tie.target
    WHERE tie.province = :province AND tie.kind = 'appointed_to'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND body.province = :province AND body.kind = 'body'
        AND coalesce(body.valid_from, '') <= :day AND :day < coalesce(body.valid_to, '9999-12-31')
)
SELECT post.id, post.name, owner.id, owner.name,
    (SELECT count(DISTINCT seat.body) FROM seat WHERE seat.post = post.id) AS bodies
FROM current_node AS post
LEFT JOIN current_node AS owner ON owner.id = post.organization AND +owner.province = :province
    AND +owner.kind = 'organization'
WHERE post.province = :province AND post.kind = 'post'
    AND coalesce(post.valid_from, '') <= :day AND :day < coalesce(post.valid_to, '9999-12-31')
    AND post.id NOT IN (SELECT id FROM held)
ORDER BY bodies DESC, post.id;
