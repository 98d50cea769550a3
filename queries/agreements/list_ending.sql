-- purpose th: ข้อตกลงที่จะสิ้นสุดภายในจำนวนวันที่กำหนด นับจากวันที่ระบุ
-- purpose en: Agreements in force whose last day comes within a number of days of a day
-- parameter province: text
-- parameter day: date
-- parameter days: integer
-- column id: text
-- column name: text
-- column agreement_kind: text
-- column last_day: date
-- column days_left: integer
-- column parties: integer
SELECT
    agreement.id,
    agreement.name,
    agreement.agreement_kind,
    date(agreement.valid_to, '-1 day') AS last_day,
    CAST(julianday(agreement.valid_to) - julianday(:day) AS INTEGER) - 1 AS days_left,
    (
        SELECT count(DISTINCT party.source) FROM current_tie AS party
        WHERE party.target = agreement.id AND +party.province = :province AND +party.kind = 'party_to'
            AND coalesce(party.valid_from, '') <= :day AND :day < coalesce(party.valid_to, '9999-12-31')
    ) AS parties
FROM current_node AS agreement
WHERE agreement.province = :province AND agreement.kind = 'agreement'
    AND coalesce(agreement.valid_from, '') <= :day AND :day < agreement.valid_to
    AND julianday(agreement.valid_to) - julianday(:day) - 1 <= :days
ORDER BY agreement.valid_to, agreement.id;
