-- once
CREATE OR REPLACE MACRO array_join(elements, separator) AS array_to_string(elements, separator);
-- each table
CREATE OR REPLACE VIEW {table} AS
SELECT * FROM read_parquet({files}, hive_partitioning = true, hive_types_autocast = false);
-- each table of few rows
CREATE OR REPLACE TABLE {table} AS
SELECT * FROM read_parquet({files}, hive_partitioning = true, hive_types_autocast = false);
