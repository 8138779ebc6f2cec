-- The newest collection of each Region of each account. Views without dates read these.
SELECT account, region, max(day) AS day
FROM collections
GROUP BY account, region
