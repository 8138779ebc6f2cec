-- The combinations of each VPC that disappear if sets that grant the same are merged. Sets with unknown access are not merged, so it is a minimum.
SELECT
  m.account,
  m.region,
  m.vpc,
  count(*) AS combinations,
  count(CASE WHEN NOT m.remains THEN 1 END) AS avoidable,
  count(CASE WHEN m.remains THEN 1 END) AS combinations_after
FROM merged_combinations AS m
GROUP BY m.account, m.region, m.vpc
