MATCH (people:NetworkNode {province: $province, kind: 'population_group'})
WHERE coalesce(people.valid_from, '') <= $day AND $day < coalesce(people.valid_to, '9999-12-31')
  AND NOT EXISTS {
    MATCH (people)<-[tie:SERVES]-(server:NetworkNode)
    WHERE tie.province = $province
      AND coalesce(tie.valid_from, '') <= $day AND $day < coalesce(tie.valid_to, '9999-12-31')
      AND server.province = $province AND server.kind IN ['group', 'organization', 'service']
      AND coalesce(server.valid_from, '') <= $day AND $day < coalesce(server.valid_to, '9999-12-31')
  }
OPTIONAL MATCH (place:NetworkNode {id: people.area})
WHERE place.province = $province AND place.kind = 'area'
RETURN people.id AS id, people.name AS name, people.population_kind AS population_kind, people.persons AS persons,
  place.id AS area, place.name AS area_name
ORDER BY id
