import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { type ConfigureAnalyzerRequest, EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import type { ReportLevel } from "../findings/report";
import { type ObservedMethod, observeRequests } from "../output/observe-requests";

/** The levels of policies that report. A remediation that does not change a resource reports at the level mandatory. */
export type ReportingLevels = ReadonlyMap<string, ReportLevel>;

/**
 * Observes the levels that the engine configures. The SDK keeps them from policies, but reads them with the method of the service definition that
 * it shares with this process (docs/engine-facts.md#configured-levels). Call it before the pack is served. Until the engine configures the pack,
 * and with an SDK that reads otherwise, no level is known.
 */
export function observeLevels(method: ObservedMethod<ConfigureAnalyzerRequest> = AnalyzerService.configure): () => ReportingLevels {
  let levels: ReportingLevels = new Map();
  observeRequests(method, (request) => {
    try {
      levels = levelsOf(request);
    } catch {
      levels = new Map();
    }
  });
  return () => levels;
}

function levelsOf(request: ConfigureAnalyzerRequest): ReportingLevels {
  const levels = new Map<string, ReportLevel>();
  for (const [policy, configured] of request.getPolicyconfigMap().entries()) {
    const level = configured.getEnforcementlevel();
    if (level === EnforcementLevel.ADVISORY) levels.set(policy, "advisory");
    if (level === EnforcementLevel.MANDATORY || level === EnforcementLevel.REMEDIATE) levels.set(policy, "mandatory");
  }
  return levels;
}
