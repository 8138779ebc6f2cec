-- once
CREATE SCHEMA IF NOT EXISTS {schema};
-- each table
DROP TABLE IF EXISTS {table};
CREATE TABLE {table} ({columns}, account varchar, region varchar, day varchar)
WITH (format = 'PARQUET', external_location = '{location}/{table}', partitioned_by = ARRAY['account', 'region', 'day']);
CALL system.sync_partition_metadata('{schema}', '{table}', 'FULL');
