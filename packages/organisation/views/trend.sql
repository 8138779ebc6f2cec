-- The combinations of each VPC on two days. Null if the Region was not collected on or before the day.
SELECT
  t.account,
  t.region,
  t.vpc,
  CASE WHEN f.day IS NULL THEN NULL ELSE t.combinations_from END AS combinations_from,
  t.combinations_to,
  CASE WHEN f.day IS NULL THEN NULL ELSE t.combinations_to - t.combinations_from END AS change,
  f.day AS from_day,
  u.day AS to_day
FROM (
  SELECT
    h.account,
    h.region,
    h.vpc,
    CAST(sum(CASE WHEN m.moment = 'from' THEN h.combinations ELSE 0 END) AS BIGINT) AS combinations_from,
    CAST(sum(CASE WHEN m.moment = 'to' THEN h.combinations ELSE 0 END) AS BIGINT) AS combinations_to
  FROM combinations_by_day AS h
  JOIN trend_collections AS m ON m.account = h.account AND m.region = h.region AND m.day = h.day
  GROUP BY h.account, h.region, h.vpc
) AS t
JOIN trend_collections AS u ON u.moment = 'to' AND u.account = t.account AND u.region = t.region
LEFT JOIN trend_collections AS f ON f.moment = 'from' AND f.account = t.account AND f.region = t.region
