-- The quota of Lambda's interfaces per VPC in each current collection. Without an answer of Service Quotas, it is the default of AWS.
SELECT
  c.account,
  c.region,
  coalesce(max(q.granted), 500) AS quota,
  max(q.granted) IS NULL AS quota_assumed
FROM current_collections AS c
LEFT JOIN quotas AS q ON q.account = c.account AND q.region = c.region AND q.day = c.day AND q.code = 'L-9FEE3D26'
GROUP BY c.account, c.region
