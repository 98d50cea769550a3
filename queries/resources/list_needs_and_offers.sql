-- purpose th: ทรัพยากรที่ภาคีต้องการและเสนอให้เครือข่าย แยกตามประเภททรัพยากร
-- purpose en: Resources that actors need and offer, by kind of resource
-- parameter province: text
-- parameter day: date
-- column resource_kind: text
-- column side: text
-- column id: text
-- column kind: text
-- column name: text
-- column sector: text
-- column amount: text
SELECT tie.resource_kind, CASE tie.kind WHEN 'needs_resource' THEN 'need' ELSE 'offer' END AS side,
    actor.id, actor.kind, actor.name, actor.sector, tie.amount
FROM current_tie AS tie
JOIN current_node AS network ON network.id = tie.target
JOIN current_node AS actor ON actor.id = tie.source
WHERE tie.province = :province AND tie.kind IN ('needs_resource', 'offers_resource')
    AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
    AND network.province = :province AND network.kind = 'province_network'
    AND actor.province = :province AND actor.kind IN ('person', 'group', 'organization')
    AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
ORDER BY tie.resource_kind, side, actor.id, tie.id;
