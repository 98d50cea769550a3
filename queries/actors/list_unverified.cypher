MATCH (actor:NetworkNode {province: $province})
WHERE actor.kind IN ['person', 'group', 'organization']
  AND coalesce(actor.valid_from, '') <= $day AND $day < coalesce(actor.valid_to, '9999-12-31')
  AND (actor.last_verified_on IS NULL OR actor.last_verified_on < $since)
RETURN actor.id AS id, actor.kind AS kind, actor.name AS name, actor.last_verified_on AS last_verified_on,
  actor.verifier AS verifier
ORDER BY last_verified_on IS NOT NULL, last_verified_on, id
