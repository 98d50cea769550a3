MATCH (agreement:NetworkNode {province: $province, kind: 'agreement'})
WHERE coalesce(agreement.valid_from, '') <= $day AND $day < agreement.valid_to
WITH agreement, duration.inDays(date($day), date(agreement.valid_to)).days - 1 AS days_left
WHERE days_left <= $days
RETURN agreement.id AS id, agreement.name AS name, agreement.agreement_kind AS agreement_kind,
  toString(date(agreement.valid_to) - duration({days: 1})) AS last_day, days_left,
  COUNT {
    MATCH (agreement)<-[party:PARTY_TO]-(actor:NetworkNode)
    WHERE party.province = $province
      AND coalesce(party.valid_from, '') <= $day AND $day < coalesce(party.valid_to, '9999-12-31')
    RETURN DISTINCT actor
  } AS parties
ORDER BY last_day, id
