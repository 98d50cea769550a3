MATCH (agreement:NetworkNode {province: $province, kind: 'agreement'})<-[party:PARTY_TO]-(actor:NetworkNode)
WHERE coalesce(agreement.valid_from, '') <= $day AND $day < coalesce(agreement.valid_to, '9999-12-31')
  AND party.province = $province
  AND coalesce(party.valid_from, '') <= $day AND $day < coalesce(party.valid_to, '9999-12-31')
  AND actor.province = $province AND actor.kind IN ['person', 'group', 'organization']
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
WITH agreement, actor.sector AS sector, count(DISTINCT actor) AS parties
RETURN agreement.id AS id, agreement.name AS name, agreement.agreement_kind AS agreement_kind, sector, parties
ORDER BY id, sector IS NOT NULL, sector
