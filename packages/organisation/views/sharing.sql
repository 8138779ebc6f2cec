-- How many functions share a combination, by VPC. In the best case there is one set, and every function shares.
SELECT
  b.account,
  b.region,
  b.vpc,
  count(*) AS combinations,
  count(DISTINCT b.security_group_set) AS security_group_sets,
  count(CASE WHEN b.functions = 1 THEN 1 END) AS combinations_of_one_function,
  max(b.functions) AS most_functions,
  CAST(sum(b.functions) AS DOUBLE) / count(*) AS functions_per_combination
FROM combinations AS b
GROUP BY b.account, b.region, b.vpc
