-- purpose th: ผู้จัดการของเครือข่ายจังหวัดและเครือข่ายย่อย รวมทั้งเครือข่ายที่ยังไม่มีผู้จัดการ
-- purpose en: Managers of the province network and of each sub-network, and the networks that have none
-- parameter province: text
-- parameter day: date
-- column id: text
-- column kind: text
-- column name: text
-- column manager: text
-- column manager_name: text
-- column role: text
-- column sector: text
-- column since: date
WITH
manages AS MATERIALIZED (
    SELECT tie.id, tie.target AS network, person.id AS person, person.name, tie.role, tie.sector, tie.valid_from
    FROM current_tie AS tie JOIN current_node AS person ON person.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'manages'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND person.province = :province AND person.kind = 'person'
        AND coalesce(person.valid_from, '') <= :day AND :day < coalesce(person.valid_to, '9999-12-31')
)
SELECT network.id, network.kind, network.name, manages.person, manages.name, manages.role, manages.sector,
    manages.valid_from
FROM current_node AS network LEFT JOIN manages ON manages.network = network.id
WHERE network.province = :province AND network.kind IN ('province_network', 'sub_network')
    AND coalesce(network.valid_from, '') <= :day AND :day < coalesce(network.valid_to, '9999-12-31')
ORDER BY network.kind, network.id, manages.id IS NOT NULL, manages.id;
