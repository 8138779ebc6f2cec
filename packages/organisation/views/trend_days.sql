-- The two days of the view trend: the first and the last collection, unless the command names others.
SELECT min(day) AS from_day, max(day) AS to_day
FROM collections
