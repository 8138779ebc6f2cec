-- The number of combinations of each VPC in the collections that the trend compares.
SELECT account, region, day, vpc, count(*) AS combinations
FROM (
  SELECT DISTINCT g.account, g.region, g.day, g.vpc, s.subnet, g.security_group_set
  FROM (
    SELECT DISTINCT v.account, v.region, v.day, v.vpc, v.subnets, v.security_group_set
    FROM (SELECT DISTINCT account, region, day FROM trend_collections) AS c
    JOIN function_versions AS v ON v.account = c.account AND v.region = c.region AND v.day = c.day
    WHERE v.security_group_set IS NOT NULL
  ) AS g
  CROSS JOIN UNNEST(g.subnets) AS s (subnet)
) AS held
GROUP BY account, region, day, vpc
