-- purpose th: พื้นที่ในระดับที่กำหนด เช่น อำเภอ ที่ยังไม่มีกลุ่มหรือองค์กรใดตั้งอยู่หรือทำงานในพื้นที่นั้น
-- purpose en: Areas of a level, such as districts, in which no group or organisation works or has its seat
-- parameter province: text
-- parameter day: date
-- parameter area_level: text
-- column id: text
-- column name: text
WITH
actor AS MATERIALIZED (
    SELECT id, district FROM current_node
    WHERE province = :province AND kind IN ('group', 'organization')
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
),
worked AS (
    SELECT target AS area FROM current_tie
    WHERE province = :province AND kind = 'operates_in'
        AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
        AND source IN (SELECT id FROM actor)
),
-- Actors name their district without the word for it that the name of the area begins with.
seat AS (
    SELECT district AS name FROM actor
    UNION
    SELECT 'อำเภอ' || district FROM actor
    UNION
    SELECT 'เขต' || district FROM actor
)
SELECT id, name FROM current_node
WHERE province = :province AND kind = 'area' AND area_level = :area_level
    AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
    AND id NOT IN (SELECT area FROM worked)
    AND (area_level <> 'district' OR name NOT IN (SELECT name FROM seat WHERE name IS NOT NULL))
ORDER BY id;
