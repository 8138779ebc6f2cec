-- What is left of the quota of interfaces in each VPC. Used are the combinations, or the interfaces of Lambda if there are more. Other services share the quota, so headroom is a maximum.
SELECT
  u.account,
  u.region,
  u.vpc,
  u.combinations,
  u.avoidable,
  u.lambda_interfaces,
  greatest(u.combinations, u.lambda_interfaces) AS used,
  q.quota,
  q.quota_assumed,
  q.quota - greatest(u.combinations, u.lambda_interfaces) AS headroom,
  CAST(greatest(u.combinations, u.lambda_interfaces) AS DOUBLE) / q.quota AS share,
  f.functions_complete
FROM (
  SELECT
    account,
    region,
    vpc,
    CAST(sum(combinations) AS BIGINT) AS combinations,
    CAST(sum(avoidable) AS BIGINT) AS avoidable,
    CAST(sum(lambda_interfaces) AS BIGINT) AS lambda_interfaces
  FROM (
    SELECT account, region, vpc, combinations, avoidable, 0 AS lambda_interfaces FROM avoidable
    UNION ALL
    SELECT account, region, vpc, 0 AS combinations, 0 AS avoidable, lambda_interfaces FROM vpc_interfaces WHERE lambda_interfaces > 0
  ) AS parts
  GROUP BY account, region, vpc
) AS u
JOIN granted_quotas AS q ON q.account = u.account AND q.region = u.region
JOIN completeness AS f ON f.account = u.account AND f.region = u.region
