CALL () {
  MATCH (node:NetworkNode {province: $province})
  USING INDEX node:NetworkNode(province, kind)
  WHERE node.kind IS NOT NULL AND NOT node.kind IN ['rating', 'assessment_round', 'merged']
    AND ($since < node.valid_from AND node.valid_from <= $day OR $since < node.valid_to AND node.valid_to <= $day)
  RETURN node.kind AS kind, node.id AS id, node.name AS name, node.valid_from AS first, node.valid_to AS last,
    null AS source, null AS target
  UNION ALL
  MATCH (source:NetworkNode {province: $province})-[tie]->()
  USING INDEX source:NetworkNode(province, kind)
  WHERE source.kind IS NOT NULL AND tie.province = $province AND NOT tie.kind IN ['assessed_in', 'candidate_for']
    AND ($since < tie.valid_from AND tie.valid_from <= $day OR $since < tie.valid_to AND tie.valid_to <= $day)
  // Named as a node of its own, the other end would be looked for among all nodes.
  WITH source, tie, endNode(tie) AS target
  WHERE target.province = $province
  RETURN tie.kind AS kind, tie.id AS id, null AS name, tie.valid_from AS first, tie.valid_to AS last, source, target
}
UNWIND [['began', first], ['ended', last]] AS event
WITH kind, id, name, source, target, event[0] AS change, event[1] AS on_day
WHERE $since < on_day AND on_day <= $day
RETURN on_day, change, kind, id, name, source.id AS source, source.name AS source_name,
  target.id AS target, target.name AS target_name
ORDER BY on_day, change, kind, id
