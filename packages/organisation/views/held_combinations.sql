-- The combinations that versions hold. Those without a latest version are held by published versions alone.
SELECT
  g.account,
  g.region,
  g.vpc,
  s.subnet,
  g.security_group_set,
  CAST(sum(g.versions) AS BIGINT) AS versions,
  CAST(sum(g.latest_versions) AS BIGINT) AS latest_versions
FROM configurations AS g
CROSS JOIN UNNEST(g.subnets) AS s (subnet)
GROUP BY g.account, g.region, g.vpc, s.subnet, g.security_group_set
