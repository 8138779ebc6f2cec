-- Sets that grant the same, by the set to keep, with the combinations that merging them saves. No function gains or loses access.
SELECT
  s.account,
  s.region,
  s.vpc,
  s.merged_set AS keep,
  count(*) AS security_group_sets,
  array_join(array_agg(s.security_group_set ORDER BY s.security_group_set), ', ') AS members,
  coalesce(max(m.saved), 0) AS saved
FROM sets AS s
LEFT JOIN (
  SELECT account, region, coalesce(vpc, '') AS vpc_text, merged_set, count(CASE WHEN NOT remains THEN 1 END) AS saved
  FROM merged_combinations
  GROUP BY account, region, coalesce(vpc, ''), merged_set
) AS m
  ON m.account = s.account AND m.region = s.region AND m.vpc_text = coalesce(s.vpc, '') AND m.merged_set = s.merged_set
WHERE s.access IS NOT NULL
GROUP BY s.account, s.region, s.vpc, s.merged_set
HAVING count(*) > 1
