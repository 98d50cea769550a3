MATCH (body:NetworkNode {province: $province, kind: 'body'})
WHERE coalesce(body.valid_from, '') <= $day AND $day < coalesce(body.valid_to, '9999-12-31')
OPTIONAL MATCH (body)<-[seat:APPOINTED_TO]-(holder:NetworkNode)
WHERE seat.province = $province
  AND coalesce(seat.valid_from, '') <= $day AND $day < coalesce(seat.valid_to, '9999-12-31')
WITH body, count(DISTINCT holder) AS seats, count(CASE seat.role WHEN $role THEN 1 END) AS filled
WHERE filled = 0
RETURN body.id AS id, body.name AS name, body.body_kind AS body_kind, body.order_number AS order_number, seats
ORDER BY id
