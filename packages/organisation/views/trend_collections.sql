-- The newest collection of each Region on or before each of the two days.
SELECT 'from' AS moment, c.account, c.region, max(c.day) AS day
FROM collections AS c
JOIN trend_days AS d ON c.day <= d.from_day
GROUP BY c.account, c.region
UNION ALL
SELECT 'to' AS moment, c.account, c.region, max(c.day) AS day
FROM collections AS c
JOIN trend_days AS d ON c.day <= d.to_day
GROUP BY c.account, c.region
