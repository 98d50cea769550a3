-- purpose th: คณะกรรมการหรือคณะทำงานที่ยังไม่มีผู้ดำรงบทบาทที่กำหนด เช่น ประธานหรือเลขานุการ
-- purpose en: Bodies in which nobody has a role, such as chair or secretary
-- parameter province: text
-- parameter day: date
-- parameter role: text
-- column id: text
-- column name: text
-- column body_kind: text
-- column order_number: text
-- column seats: integer
SELECT body.id, body.name, body.body_kind, body.order_number, count(DISTINCT seat.source) AS seats
FROM current_node AS body
LEFT JOIN current_tie AS seat ON seat.target = body.id AND seat.province = :province AND seat.kind = 'appointed_to'
    AND coalesce(seat.valid_from, '') <= :day AND :day < coalesce(seat.valid_to, '9999-12-31')
WHERE body.province = :province AND body.kind = 'body'
    AND coalesce(body.valid_from, '') <= :day AND :day < coalesce(body.valid_to, '9999-12-31')
GROUP BY body.id, body.name, body.body_kind, body.order_number
HAVING count(CASE WHEN seat.role = :role THEN 1 END) = 0
ORDER BY body.id;
