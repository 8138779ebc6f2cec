-- The addresses of each subnet, and the combinations of functions in it. Available is what AWS, or the state, showed; null if it is unknown.
SELECT
  n.account,
  n.region,
  n.vpc,
  n.subnet,
  n.zone,
  n.cidr_block,
  n.usable_addresses,
  n.available_addresses,
  coalesce(b.combinations, 0) AS combinations,
  coalesce(i.lambda_addresses, 0) AS lambda_addresses,
  CAST(n.usable_addresses - n.available_addresses AS DOUBLE) / n.usable_addresses AS share
FROM current_collections AS c
JOIN subnets AS n ON n.account = c.account AND n.region = c.region AND n.day = c.day
LEFT JOIN (
  SELECT account, region, subnet, count(*) AS combinations
  FROM held_combinations
  GROUP BY account, region, subnet
) AS b ON b.account = n.account AND b.region = n.region AND b.subnet = n.subnet
LEFT JOIN (
  SELECT j.account, j.region, j.subnet, CAST(sum(j.addresses) AS BIGINT) AS lambda_addresses
  FROM current_collections AS d
  JOIN interfaces AS j ON j.account = d.account AND j.region = d.region AND j.day = d.day
  WHERE j.of_lambda
  GROUP BY j.account, j.region, j.subnet
) AS i ON i.account = n.account AND i.region = n.region AND i.subnet = n.subnet
