-- The network interfaces of each VPC in the current collections.
SELECT
  i.account,
  i.region,
  i.vpc,
  count(*) AS interfaces,
  count(CASE WHEN i.of_lambda THEN 1 END) AS lambda_interfaces
FROM current_collections AS c
JOIN interfaces AS i ON i.account = c.account AND i.region = c.region AND i.day = c.day
GROUP BY i.account, i.region, i.vpc
