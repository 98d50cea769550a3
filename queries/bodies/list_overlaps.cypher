MATCH (body:NetworkNode {province: $province, kind: 'body'})
WHERE coalesce(body.valid_from, '') <= $day AND $day < coalesce(body.valid_to, '9999-12-31')
CALL (body) {
  MATCH (body)<-[seat:APPOINTED_TO]-(person:NetworkNode)
  WHERE seat.province = $province
    AND coalesce(seat.valid_from, '') <= $day AND $day < coalesce(seat.valid_to, '9999-12-31')
  RETURN person
  UNION
  MATCH (body)<-[seat:APPOINTED_TO]-(post:NetworkNode)<-[held:HOLDS_POST]-(person:NetworkNode)
  WHERE seat.province = $province
    AND coalesce(seat.valid_from, '') <= $day AND $day < coalesce(seat.valid_to, '9999-12-31')
    AND post.province = $province AND post.kind = 'post'
    AND coalesce(post.valid_from, '') <= $day AND $day < coalesce(post.valid_to, '9999-12-31')
    AND held.province = $province
    AND coalesce(held.valid_from, '') <= $day AND $day < coalesce(held.valid_to, '9999-12-31')
  RETURN person
}
WITH person, body
WHERE person.province = $province AND person.kind = 'person'
  AND coalesce(person.valid_from, '') <= $day AND $day < coalesce(person.valid_to, '9999-12-31')
WITH person, collect(body) AS bodies
UNWIND bodies AS one
UNWIND bodies AS second
WITH one, second, person
WHERE one.id < second.id
WITH one, second, count(person) AS people
WHERE people >= $at_least
RETURN one.id AS body, one.name AS body_name, second.id AS other, second.name AS other_name, people
ORDER BY people DESC, body, other
