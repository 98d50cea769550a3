-- purpose th: จำนวนภาคีของเครือข่ายจังหวัด เครือข่ายย่อย และชุมชนนักปฏิบัติแต่ละแห่ง แยกตามภาคส่วน
-- purpose en: Active members of the province network, of each sub-network and community of practice, counted by sector; no sector where it is not known
-- parameter province: text
-- parameter day: date
-- column id: text
-- column kind: text
-- column name: text
-- column sub_network_kind: text
-- column sector: text
-- column members: integer
WITH
joined AS MATERIALIZED (
    SELECT DISTINCT tie.target AS network, actor.id, actor.sector
    FROM current_tie AS tie JOIN current_node AS actor ON actor.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'member_of'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND tie.status IN ('self_declared', 'certified')
        AND actor.province = :province AND actor.kind IN ('person', 'group', 'organization')
        AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
)
SELECT network.id, network.kind, network.name, network.sub_network_kind, joined.sector, count(joined.id) AS members
FROM current_node AS network LEFT JOIN joined ON joined.network = network.id
WHERE network.province = :province AND network.kind IN ('province_network', 'sub_network', 'community_of_practice')
    AND coalesce(network.valid_from, '') <= :day AND :day < coalesce(network.valid_to, '9999-12-31')
GROUP BY network.id, network.kind, network.name, network.sub_network_kind, joined.sector
ORDER BY network.id, joined.sector IS NOT NULL, joined.sector;
