-- purpose th: บุคคล กลุ่ม และองค์กรที่ยังไม่เคยตรวจสอบข้อมูล หรือตรวจสอบครั้งล่าสุดก่อนวันที่กำหนด
-- purpose en: People, groups and organisations whose data nobody has verified since a day, those never verified first
-- parameter province: text
-- parameter day: date
-- parameter since: date
-- column id: text
-- column kind: text
-- column name: text
-- column last_verified_on: date
-- column verifier: text
SELECT id, kind, name, last_verified_on, verifier
FROM current_node
WHERE province = :province AND kind IN ('person', 'group', 'organization')
    AND coalesce(valid_from, '') <= :day AND :day < coalesce(valid_to, '9999-12-31')
    AND (last_verified_on IS NULL OR last_verified_on < :since)
ORDER BY last_verified_on IS NOT NULL, last_verified_on, id;
