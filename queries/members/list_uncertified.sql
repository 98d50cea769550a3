-- purpose th: ภาคีสมาชิกของเครือข่ายจังหวัดที่ได้รับเชิญหรือแสดงตนแล้ว แต่ยังไม่ได้รับการรับรองสถานะ
-- purpose en: Members of the province network, invited or self-declared, whose membership nobody has certified yet
-- parameter province: text
-- parameter day: date
-- column id: text
-- column kind: text
-- column name: text
-- column sector: text
-- column status: text
-- column since: date
SELECT actor.id, actor.kind, actor.name, actor.sector, joined.status, joined.valid_from
FROM current_node AS network
JOIN current_tie AS joined ON joined.target = network.id
JOIN current_node AS actor ON actor.id = joined.source
WHERE network.province = :province AND network.kind = 'province_network'
    AND coalesce(network.valid_from, '') <= :day AND :day < coalesce(network.valid_to, '9999-12-31')
    AND joined.province = :province AND joined.kind = 'member_of'
    AND coalesce(joined.valid_from, '') <= :day AND :day < coalesce(joined.valid_to, '9999-12-31')
    AND joined.status IN ('invited', 'self_declared')
    AND actor.province = :province AND actor.kind IN ('person', 'group', 'organization')
    AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
ORDER BY joined.status, joined.valid_from IS NOT NULL, joined.valid_from, actor.id, joined.id;
