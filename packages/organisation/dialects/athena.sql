-- once
CREATE DATABASE IF NOT EXISTS {schema};
-- each table
DROP TABLE IF EXISTS {schema}.{table};
CREATE EXTERNAL TABLE {schema}.{table} ({columns})
PARTITIONED BY (account string, region string, day string)
STORED AS PARQUET
LOCATION '{location}/{table}/';
MSCK REPAIR TABLE {schema}.{table};
