import { requireEdgeFunctions } from "./cloudfront/edge-functions";
import type { Refusal } from "./definition/with-refusal";

/** What AWS refuses of types that are otherwise passed through, by token. */
export const refusals: ReadonlyMap<string, Refusal> = new Map([
  ["aws:cloudfront/distribution:Distribution", requireEdgeFunctions],
  ["aws:cloudfront/multitenantDistribution:MultitenantDistribution", requireEdgeFunctions],
]);
