MATCH (body:NetworkNode {province: $province, kind: 'body'})
WHERE coalesce(body.valid_from, '') <= $day AND $day < coalesce(body.valid_to, '9999-12-31')
OPTIONAL MATCH (meeting:NetworkNode {province: $province, kind: 'meeting'})
WHERE meeting.body = body.id AND meeting.held_on <= $day
WITH body, max(meeting.held_on) AS last_held_on
WHERE last_held_on IS NULL OR last_held_on < $since
RETURN body.id AS id, body.name AS name, body.body_kind AS body_kind, body.meeting_cycle AS meeting_cycle, last_held_on
ORDER BY last_held_on IS NOT NULL, last_held_on, id
