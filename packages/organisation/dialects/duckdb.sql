-- once
CREATE OR REPLACE MACRO array_join(elements, separator) AS array_to_string(elements, separator);
-- each table
CREATE OR REPLACE VIEW {table} AS
SELECT * FROM read_parquet('{location}/{table}/account=*/region=*/day=*/*.parquet', hive_partitioning = true, hive_types_autocast = false);
