import { InvalidParameter, type Members } from "../operation/parameters";

/** The members of a JSON body. An empty one has none. Throws `InvalidParameter`. */
export function membersOfJson(body: string): Members {
  const value = parsed(body);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InvalidParameter("The request body is not a JSON object.");
  return { ...value };
}

function parsed(body: string): unknown {
  try {
    return body === "" ? {} : JSON.parse(body);
  } catch {
    throw new InvalidParameter("The request body is not JSON.");
  }
}
