-- Published versions that keep combinations which no latest version uses. Freed are those that disappear if this version alone is deleted.
SELECT
  a.account,
  a.region,
  a.vpc,
  a.function_name,
  a.function_arn,
  a.version,
  count(*) AS pinned,
  count(CASE WHEN b.versions = 1 THEN 1 END) AS freed
FROM attachments AS a
JOIN held_combinations AS b
  ON b.account = a.account AND b.region = a.region AND b.subnet = a.subnet AND b.security_group_set = a.security_group_set
WHERE b.latest_versions = 0 AND NOT a.latest
GROUP BY a.account, a.region, a.vpc, a.function_name, a.function_arn, a.version
