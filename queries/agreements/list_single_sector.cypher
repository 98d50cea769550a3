MATCH (agreement:NetworkNode {province: $province, kind: 'agreement'})
WHERE coalesce(agreement.valid_from, '') <= $day AND $day < coalesce(agreement.valid_to, '9999-12-31')
OPTIONAL MATCH (agreement)<-[party:PARTY_TO]-(actor:NetworkNode)
WHERE party.province = $province
  AND coalesce(party.valid_from, '') <= $day AND $day < coalesce(party.valid_to, '9999-12-31')
  AND actor.province = $province AND actor.kind IN ['person', 'group', 'organization']
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
WITH agreement, count(DISTINCT actor.sector) AS sectors, count(DISTINCT actor) AS parties,
  count(DISTINCT CASE WHEN actor.sector IS NULL THEN actor END) AS unknown
WHERE sectors < 2
RETURN agreement.id AS id, agreement.name AS name, agreement.agreement_kind AS agreement_kind, sectors, parties, unknown
ORDER BY id
