-- purpose th: กลุ่มประชากรที่ยังไม่มีกลุ่ม องค์กร หรือบริการใดดูแล
-- purpose en: Groups of the population that no group, organisation or service serves
-- parameter province: text
-- parameter day: date
-- column id: text
-- column name: text
-- column population_kind: text
-- column persons: integer
-- column area: text
-- column area_name: text
WITH
served AS (
    SELECT tie.target AS id
    FROM current_tie AS tie JOIN current_node AS server ON server.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'serves'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND server.province = :province AND server.kind IN ('group', 'organization', 'service')
        AND coalesce(server.valid_from, '') <= :day AND :day < coalesce(server.valid_to, '9999-12-31')
)
SELECT people.id, people.name, people.population_kind, people.persons, area.id, area.name
FROM current_node AS people
LEFT JOIN current_node AS area ON area.id = people.area AND +area.province = :province AND +area.kind = 'area'
WHERE people.province = :province AND people.kind = 'population_group'
    AND coalesce(people.valid_from, '') <= :day AND :day < coalesce(people.valid_to, '9999-12-31')
    AND people.id NOT IN (SELECT id FROM served)
ORDER BY people.id;
