-- What was read whole in each current collection. Where functions were not, counts of combinations are minimums.
SELECT
  c.account,
  c.region,
  c.day,
  count(g.part) AS gaps,
  count(CASE WHEN g.part IN ('functions', 'versions') THEN 1 END) = 0 AS functions_complete,
  count(CASE WHEN g.part = 'interfaces' THEN 1 END) = 0 AS interfaces_complete
FROM current_collections AS c
LEFT JOIN gaps AS g ON g.account = c.account AND g.region = c.region AND g.day = c.day
GROUP BY c.account, c.region, c.day
