-- What is left of the quota of interfaces in each VPC. Used are the combinations, or the interfaces of Lambda if there are more. Other services share the quota, so headroom is a maximum.
SELECT
  u.account,
  u.region,
  u.vpc,
  u.combinations,
  u.avoidable,
  u.lambda_interfaces,
  u.used,
  q.quota,
  q.quota_assumed,
  q.quota - u.used AS headroom,
  CAST(u.used AS DOUBLE) / q.quota AS share,
  f.functions_complete
FROM (
  SELECT
    v.account,
    v.region,
    v.vpc,
    coalesce(a.combinations, 0) AS combinations,
    coalesce(a.avoidable, 0) AS avoidable,
    coalesce(i.lambda_interfaces, 0) AS lambda_interfaces,
    greatest(coalesce(a.combinations, 0), coalesce(i.lambda_interfaces, 0)) AS used
  FROM (
    SELECT account, region, vpc FROM avoidable
    UNION
    SELECT account, region, vpc FROM vpc_interfaces WHERE lambda_interfaces > 0
  ) AS v
  LEFT JOIN avoidable AS a ON a.account = v.account AND a.region = v.region AND coalesce(a.vpc, '') = coalesce(v.vpc, '')
  LEFT JOIN vpc_interfaces AS i ON i.account = v.account AND i.region = v.region AND coalesce(i.vpc, '') = coalesce(v.vpc, '')
) AS u
JOIN granted_quotas AS q ON q.account = u.account AND q.region = u.region
JOIN completeness AS f ON f.account = u.account AND f.region = u.region
