-- What could not be read: one row for each part and reason in a Region of an account.
SELECT
  g.account,
  g.region,
  g.part,
  g.reason,
  g.call,
  count(*) AS gaps,
  count(DISTINCT g.subject) AS subjects,
  min(g.message) AS message
FROM current_collections AS c
JOIN gaps AS g ON g.account = c.account AND g.region = c.region AND g.day = c.day
GROUP BY g.account, g.region, g.part, g.reason, g.call
