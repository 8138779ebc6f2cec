-- Accounts by the share of the quota that their fullest VPC uses.
SELECT
  c.account,
  count(DISTINCT c.region) AS regions,
  CAST(sum(c.functions) AS BIGINT) AS functions,
  coalesce(max(q.vpcs), 0) AS vpcs,
  coalesce(max(q.combinations), 0) AS combinations,
  coalesce(max(q.avoidable), 0) AS avoidable,
  coalesce(max(q.share), 0) AS share,
  CAST(sum(f.gaps) AS BIGINT) AS gaps,
  bool_and(f.functions_complete) AS functions_complete,
  min(c.day) AS oldest_day
FROM current_collections AS n
JOIN collections AS c ON c.account = n.account AND c.region = n.region AND c.day = n.day
JOIN completeness AS f ON f.account = n.account AND f.region = n.region
LEFT JOIN (
  SELECT
    account,
    count(*) AS vpcs,
    CAST(sum(combinations) AS BIGINT) AS combinations,
    CAST(sum(avoidable) AS BIGINT) AS avoidable,
    max(share) AS share
  FROM quota_headroom
  GROUP BY account
) AS q ON q.account = c.account
GROUP BY c.account
