MATCH (post:NetworkNode {province: $province, kind: 'post'})
WHERE coalesce(post.valid_from, '') <= $day AND $day < coalesce(post.valid_to, '9999-12-31')
  AND NOT EXISTS {
    MATCH (post)<-[tie:HOLDS_POST]-(person:NetworkNode)
    WHERE tie.province = $province
      AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
      AND person.province = $province AND person.kind = 'person'
      AND coalesce(person.valid_from, '') <= $day AND $day < coalesce(person.valid_to, '9999-12-31')
  }
OPTIONAL MATCH (owner:NetworkNode {id: post.organization})
WHERE owner.province = $province AND owner.kind = 'organization'
RETURN post.id AS id, post.name AS name, owner.id AS organization, owner.name AS organization_name,
  COUNT {
    MATCH (post)-[tie:APPOINTED_TO]->(body:NetworkNode)
    WHERE tie.province = $province
      AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
      AND body.province = $province AND body.kind = 'body'
      AND coalesce(body.valid_from, '') <= $day AND $day < coalesce(body.valid_to, '9999-12-31')
    RETURN DISTINCT body
  } AS bodies
ORDER BY bodies DESC, id
