MATCH (stage:NetworkNode {province: $province, kind: 'agreement_stage'})
WHERE coalesce(stage.valid_from, '') <= $day AND $day < coalesce(stage.valid_to, '9999-12-31')
  AND stage.due_on < $day AND (stage.done_on IS NULL OR $day < stage.done_on)
MATCH (agreement:NetworkNode {id: stage.agreement})
WHERE agreement.province = $province AND agreement.kind = 'agreement'
RETURN stage.id AS id, stage.stage AS stage, agreement.id AS agreement, agreement.name AS agreement_name,
  stage.due_on AS due_on, duration.inDays(date(stage.due_on), date($day)).days AS days_late
ORDER BY due_on, id
