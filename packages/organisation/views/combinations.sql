-- The combinations that functions hold, each with the functions and versions that share it. A combination without latest versions is held by published versions alone.
SELECT
  account,
  region,
  vpc,
  subnet,
  security_group_set,
  count(DISTINCT function_arn) AS functions,
  count(*) AS versions,
  count(CASE WHEN latest THEN 1 END) AS latest_versions
FROM attachments
GROUP BY account, region, vpc, subnet, security_group_set
