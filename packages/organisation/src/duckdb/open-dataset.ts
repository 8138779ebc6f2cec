import { resolve } from "node:path";
import { statements, type Placement } from "../views/statements";
import { datasetFiles } from "./dataset-files";
import { Session, type SessionLimits } from "./session";

/**
 * Runs `use` with a session in which the views of a dataset exist.
 *
 * @throws DatasetError if the dataset is missing or broken. @throws DuckDbMissing if DuckDB is not installed.
 */
export async function withDataset<T>(
  dataset: string,
  { trend, ...limits }: SessionLimits & Pick<Placement, "trend">,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const location = resolve(dataset);
  const files = datasetFiles(location, trend);
  return Session.with(limits, async (session) => {
    const placement = { location, files, schema: "main", ...(trend === undefined ? {} : { trend }) };
    for (const statement of statements("duckdb", placement)) await session.run(statement);
    return use(session);
  });
}
