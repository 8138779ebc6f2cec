-- The combinations of each VPC on two days. Null if the Region was not collected on or before the day.
SELECT
  t.account,
  t.region,
  t.vpc,
  CASE WHEN f.day IS NULL THEN NULL ELSE t.combinations_from END AS combinations_from,
  t.combinations_to,
  CASE WHEN f.day IS NULL THEN NULL ELSE t.combinations_to - t.combinations_from END AS change,
  f.day AS from_day,
  u.day AS to_day
FROM (
  SELECT
    account,
    region,
    vpc,
    count(CASE WHEN moment = 'from' THEN 1 END) AS combinations_from,
    count(CASE WHEN moment = 'to' THEN 1 END) AS combinations_to
  FROM (
    SELECT DISTINCT c.moment, v.account, v.region, v.vpc, s.subnet, v.security_group_set
    FROM trend_collections AS c
    JOIN function_versions AS v ON v.account = c.account AND v.region = c.region AND v.day = c.day
    CROSS JOIN UNNEST(v.subnets) AS s (subnet)
    WHERE v.security_group_set IS NOT NULL
  ) AS held
  GROUP BY account, region, vpc
) AS t
JOIN trend_collections AS u ON u.moment = 'to' AND u.account = t.account AND u.region = t.region
LEFT JOIN trend_collections AS f ON f.moment = 'from' AND f.account = t.account AND f.region = t.region
