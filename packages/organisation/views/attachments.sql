-- Each version of a function with each of its subnets, in the current collections.
SELECT
  v.account,
  v.region,
  v.vpc,
  s.subnet,
  v.security_group_set,
  v.function_arn,
  v.function_name,
  v.version,
  v.latest,
  coalesce(v.state, '') = 'Inactive' AS inactive
FROM current_collections AS c
JOIN function_versions AS v ON v.account = c.account AND v.region = c.region AND v.day = c.day
CROSS JOIN UNNEST(v.subnets) AS s (subnet)
WHERE v.security_group_set IS NOT NULL
