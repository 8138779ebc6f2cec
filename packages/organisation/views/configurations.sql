-- The different configurations of function versions in the current collections, with the versions that have each. Versions are many, configurations are few.
SELECT
  v.account,
  v.region,
  v.vpc,
  v.subnets,
  v.security_group_set,
  count(*) AS versions,
  count(CASE WHEN v.latest THEN 1 END) AS latest_versions
FROM current_collections AS c
JOIN function_versions AS v ON v.account = c.account AND v.region = c.region AND v.day = c.day
WHERE v.security_group_set IS NOT NULL
GROUP BY v.account, v.region, v.vpc, v.subnets, v.security_group_set
