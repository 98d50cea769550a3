-- purpose th: วาระของที่นั่งในคณะกรรมการ ของผู้ดำรงตำแหน่ง ของผู้แทน และของผู้จัดการเครือข่าย ที่จะสิ้นสุดภายในจำนวนวันที่กำหนด
-- purpose en: Terms that end within a number of days of a day: of seats on bodies, posts, representatives and network managers
-- parameter province: text
-- parameter day: date
-- parameter days: integer
-- column kind: text
-- column source: text
-- column source_name: text
-- column target: text
-- column target_name: text
-- column role: text
-- column last_day: date
-- column days_left: integer
SELECT tie.kind, source.id, source.name, target.id, target.name, tie.role,
    date(tie.valid_to, '-1 day') AS last_day,
    CAST(julianday(tie.valid_to) - julianday(:day) AS INTEGER) - 1 AS days_left
FROM current_tie AS tie
JOIN current_node AS source ON source.id = tie.source
JOIN current_node AS target ON target.id = tie.target
WHERE tie.province = :province AND tie.kind IN ('appointed_to', 'holds_post', 'represents', 'manages')
    AND coalesce(tie.valid_from, '') <= :day AND :day < tie.valid_to
    AND julianday(tie.valid_to) - julianday(:day) - 1 <= :days
    AND source.province = :province AND source.kind IN ('person', 'post', 'group', 'organization')
    AND target.province = :province
ORDER BY tie.valid_to, tie.id;
