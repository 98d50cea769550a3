MATCH (body:NetworkNode {province: $province, kind: 'body'})
WHERE coalesce(body.valid_from, '') <= $day AND $day < coalesce(body.valid_to, '9999-12-31')
OPTIONAL MATCH (body)<-[seat:APPOINTED_TO]-(holder:NetworkNode)
WHERE seat.province = $province
  AND coalesce(seat.valid_from, '') <= $day AND $day < coalesce(seat.valid_to, '9999-12-31')
  AND holder.province = $province AND holder.kind IN ['person', 'post', 'group', 'organization']
  AND coalesce(holder.valid_from, '') <= $day AND $day < coalesce(holder.valid_to, '9999-12-31')
WITH DISTINCT body, holder,
  COLLECT {
    MATCH (holder)-[tie:REPRESENTS]->(actor:NetworkNode)
    WHERE tie.province = $province
      AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
      AND actor.province = $province AND actor.kind IN ['group', 'organization']
      AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
    RETURN coalesce(actor.sector, '')
  } AS represented,
  COLLECT {
    MATCH (holder)-[tie:BELONGS_TO]->(actor:NetworkNode)
    WHERE tie.province = $province
      AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
      AND actor.province = $province AND actor.kind IN ['group', 'organization']
      AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
    RETURN coalesce(actor.sector, '')
  } AS belonging,
  COLLECT {
    MATCH (owner:NetworkNode {id: holder.organization})
    WHERE owner.province = $province AND owner.kind = 'organization'
      AND coalesce(owner.valid_from, '') <= $day AND $day < coalesce(owner.valid_to, '9999-12-31')
    RETURN coalesce(owner.sector, '')
  } AS owning
WITH body, holder,
  CASE holder.kind
    WHEN 'person' THEN CASE WHEN size(represented) > 0 THEN represented ELSE belonging END
    WHEN 'post' THEN owning
    ELSE [coalesce(holder.sector, '')]
  END AS sectors
WITH body, count(holder) AS seats,
  sum(CASE WHEN holder IS NOT NULL AND all(sector IN sectors WHERE sector = '') THEN 1 ELSE 0 END) AS unknown,
  sum(CASE WHEN $sector IN sectors THEN 1 ELSE 0 END) AS present
WHERE present = 0
RETURN body.id AS id, body.name AS name, body.body_kind AS body_kind, seats, unknown
ORDER BY id
