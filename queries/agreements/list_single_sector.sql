-- purpose th: ข้อตกลงที่มีผลใช้บังคับซึ่งคู่สัญญาเท่าที่ทราบมาจากภาคส่วนเดียวหรือไม่ทราบภาคส่วนเลย
-- purpose en: Agreements in force whose parties are of fewer than two sectors, as far as their sectors are known
-- parameter province: text
-- parameter day: date
-- column id: text
-- column name: text
-- column agreement_kind: text
-- column sectors: integer
-- column parties: integer
-- column unknown: integer
WITH
party AS (
    SELECT tie.target AS agreement, actor.id, actor.sector
    FROM current_tie AS tie JOIN current_node AS actor ON actor.id = tie.source
    WHERE tie.province = :province AND tie.kind = 'party_to'
        AND coalesce(tie.valid_from, '') <= :day AND :day < coalesce(tie.valid_to, '9999-12-31')
        AND actor.province = :province AND actor.kind IN ('person', 'group', 'organization')
        AND coalesce(actor.valid_from, '') <= :day AND :day < coalesce(actor.valid_to, '9999-12-31')
)
SELECT agreement.id, agreement.name, agreement.agreement_kind,
    count(DISTINCT party.sector) AS sectors,
    count(DISTINCT party.id) AS parties,
    count(DISTINCT CASE WHEN party.sector IS NULL THEN party.id END) AS unknown
FROM current_node AS agreement LEFT JOIN party ON party.agreement = agreement.id
WHERE agreement.province = :province AND agreement.kind = 'agreement'
    AND coalesce(agreement.valid_from, '') <= :day AND :day < coalesce(agreement.valid_to, '9999-12-31')
GROUP BY agreement.id, agreement.name, agreement.agreement_kind
HAVING count(DISTINCT party.sector) < 2
ORDER BY agreement.id;
