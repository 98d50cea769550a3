-- purpose th: คณะกรรมการหรือคณะทำงานที่ยังไม่เคยประชุม หรือประชุมครั้งล่าสุดก่อนวันที่กำหนด
-- purpose en: Bodies that have not met since a day, those that never met first
-- parameter province: text
-- parameter day: date
-- parameter since: date
-- column id: text
-- column name: text
-- column body_kind: text
-- column meeting_cycle: text
-- column last_held_on: date
WITH
met AS MATERIALIZED (
    SELECT body, max(held_on) AS last_held_on FROM current_node
    WHERE province = :province AND kind = 'meeting' AND held_on <= :day
    GROUP BY body
)
SELECT body.id, body.name, body.body_kind, body.meeting_cycle, met.last_held_on
FROM current_node AS body LEFT JOIN met ON met.body = body.id
WHERE body.province = :province AND body.kind = 'body'
    AND coalesce(body.valid_from, '') <= :day AND :day < coalesce(body.valid_to, '9999-12-31')
    AND (met.last_held_on IS NULL OR met.last_held_on < :since)
ORDER BY met.last_held_on IS NOT NULL, met.last_held_on, body.id;
