MATCH (body:NetworkNode {id: $body, province: $province, kind: 'body'})<-[tie:APPOINTED_TO]-(holder:NetworkNode)
WHERE tie.province = $province AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  AND holder.province = $province AND holder.kind IN ['person', 'post', 'group', 'organization']
  AND coalesce(holder.valid_from, '') <= $day AND $day < coalesce(holder.valid_to, '9999-12-31')
OPTIONAL MATCH (holder)<-[held:HOLDS_POST]-(occupant:NetworkNode)
WHERE held.province = $province
  AND coalesce(held.valid_from, '') <= $day AND $day < coalesce(held.valid_to, '9999-12-31')
  AND occupant.province = $province AND occupant.kind = 'person'
  AND coalesce(occupant.valid_from, '') <= $day AND $day < coalesce(occupant.valid_to, '9999-12-31')
WITH tie, holder, CASE holder.kind WHEN 'person' THEN holder ELSE occupant END AS someone
RETURN tie.role AS role,
  CASE holder.kind WHEN 'person' THEN 'person' WHEN 'post' THEN 'ex_officio' ELSE 'representative' END AS seat,
  holder.id AS holder, holder.name AS name, someone.id AS person, someone.name AS person_name,
  tie.order_number AS order_number, toString(date(tie.valid_to) - duration({days: 1})) AS last_day
ORDER BY
  CASE role WHEN 'chair' THEN 1 WHEN 'vice_chair' THEN 2 WHEN 'adviser' THEN 3 WHEN 'member' THEN 4
    WHEN 'secretary' THEN 5 ELSE 6 END,
  holder, person IS NOT NULL, person, tie.id
