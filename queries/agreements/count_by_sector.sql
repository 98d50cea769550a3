-- purpose th: จำนวนคู่สัญญาของข้อตกลงแต่ละฉบับที่มีผลใช้บังคับ แยกตามภาคส่วน
-- purpose en: Parties of each agreement in force, counted by sector; no sector where it is not known
-- parameter province: text
-- parameter day: date
-- column id: text
-- column name: text
-- column agreement_kind: text
-- column sector: text
-- column parties: integer
SELECT agreement.id, agreement.name, agreement.agreement_kind, actor.sector, count(DISTINCT actor.id) AS parties
FROM current_node AS agreement
JOIN current_tie AS party ON party.target = agreement.id
JOIN current_node AS actor ON actor.id = party.source
WHERE agreement.province = :province AND agreement.kind = 'agreement'
    AND coalesce(agreement.valid_from, '') <= :day AND :day < coalesce(agreement.valid_to, '9999-12-31')
    AND party.province = :province AND party.kind = 'party_to'
    AND coalesce(party.valid_from, '') <= :day AND :day < coalesce(party.valid_to, '9999-12-31')
    AND actor.province = :province AND actor.kind IN ('person', 'group', 'organization')
    AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
GROUP BY agreement.id, agreement.name, agreement.agreement_kind, actor.sector
ORDER BY agreement.id, actor.sector IS NOT NULL, actor.sector;
