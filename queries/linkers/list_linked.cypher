MATCH (linker:NetworkNode {province: $province})-[tie:LINKS]->(actor:NetworkNode)
USING INDEX linker:NetworkNode(province, kind)
WHERE linker.kind IN ['person', 'group', 'organization']
  AND coalesce(linker.valid_from, '') <= $day AND $day < coalesce(linker.valid_to, '9999-12-31')
  AND tie.province = $province AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
  AND actor.province = $province AND actor.kind IN ['group', 'organization']
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
UNWIND CASE WHEN size(coalesce(tie.to_sectors, [])) > 0 THEN tie.to_sectors ELSE [null] END AS towards
RETURN linker.id AS id, linker.kind AS kind, linker.name AS name, actor.id AS actor, actor.name AS actor_name,
  actor.sector AS sector, towards AS to_sector, tie.accepted_on AS accepted_on
ORDER BY id, actor, tie.id, to_sector IS NOT NULL, to_sector
