MATCH (issue:NetworkNode {province: $province, kind: 'issue'})
WHERE coalesce(issue.valid_from, '') <= $day AND $day < coalesce(issue.valid_to, '9999-12-31')
  AND NOT coalesce(issue.status, '') IN ['completed', 'cancelled']
  AND NOT EXISTS {
    MATCH (issue)<-[tie:WORKS_ON]-(actor:NetworkNode)
    WHERE tie.province = $province
      AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
      AND actor.province = $province AND actor.kind IN ['person', 'group', 'organization']
      AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
  }
RETURN issue.id AS id, issue.name AS name, issue.status AS status, issue.initiator_sector AS initiator_sector,
  issue.decided_on AS decided_on
ORDER BY id
