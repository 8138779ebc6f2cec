-- The combinations with the set that remains once sets with equal access are merged.
SELECT
  b.account,
  b.region,
  b.vpc,
  b.subnet,
  b.security_group_set,
  s.merged_set,
  row_number() OVER (
    PARTITION BY b.account, b.region, b.subnet, s.merged_set
    ORDER BY b.security_group_set
  ) = 1 AS remains
FROM held_combinations AS b
JOIN sets AS s
  ON s.account = b.account AND s.region = b.region AND coalesce(s.vpc, '') = coalesce(b.vpc, '') AND s.security_group_set = b.security_group_set
