-- The security-group sets of each VPC. Sets of one VPC with equal access grant the same, so one of them can replace the others: the smallest, first in order.
SELECT
  s.account,
  s.region,
  s.vpc,
  s.security_group_set,
  s.access,
  CASE
    WHEN s.access IS NULL THEN s.security_group_set
    ELSE first_value(s.security_group_set) OVER (
      PARTITION BY s.account, s.region, s.vpc, s.access
      ORDER BY s.groups, s.security_group_set
    )
  END AS merged_set
FROM current_collections AS c
JOIN security_group_sets AS s ON s.account = c.account AND s.region = c.region AND s.day = c.day
