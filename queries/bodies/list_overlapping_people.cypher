MATCH (body:NetworkNode {province: $province, kind: 'body'})
WHERE coalesce(body.valid_from, '') <= $day AND $day < coalesce(body.valid_to, '9999-12-31')
CALL (body) {
  MATCH (body)<-[seat:APPOINTED_TO]-(person:NetworkNode)
  WHERE seat.province = $province
    AND coalesce(seat.valid_from, '') <= $day AND $day < coalesce(seat.valid_to, '9999-12-31')
  RETURN person, seat.role AS role, 'person' AS seated
  UNION
  MATCH (body)<-[seat:APPOINTED_TO]-(post:NetworkNode)<-[held:HOLDS_POST]-(person:NetworkNode)
  WHERE seat.province = $province
    AND coalesce(seat.valid_from, '') <= $day AND $day < coalesce(seat.valid_to, '9999-12-31')
    AND post.province = $province AND post.kind = 'post'
    AND coalesce(post.valid_from, '') <= $day AND $day < coalesce(post.valid_to, '9999-12-31')
    AND held.province = $province
    AND coalesce(held.valid_from, '') <= $day AND $day < coalesce(held.valid_to, '9999-12-31')
  RETURN person, seat.role AS role, 'ex_officio' AS seated
}
WITH body, person, role, seated
WHERE person.province = $province AND person.kind = 'person'
  AND coalesce(person.valid_from, '') <= $day AND $day < coalesce(person.valid_to, '9999-12-31')
WITH person, count(DISTINCT body) AS bodies, collect([body, role, seated]) AS seats
WHERE bodies >= $at_least
UNWIND seats AS found
WITH person, bodies, found[0] AS place, found[1] AS role, found[2] AS seat
RETURN person.id AS person, person.name AS name, bodies, place.id AS body, place.name AS body_name, role, seat
ORDER BY bodies DESC, person.id, body, role, seat
