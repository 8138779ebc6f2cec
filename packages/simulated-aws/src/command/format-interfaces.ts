import type { NetworkInterfaceReport } from "../account/interfaces/network-interface-report";

/** The account's interfaces for people: a line each, and how many there are. */
export function formatInterfaces(interfaces: readonly NetworkInterfaceReport[]): string {
  const lines = interfaces.map(({ id, subnet, interfaceType, securityGroups, heldBy, orphaned, description }) =>
    [
      `${id}  ${subnet}  ${securityGroups.join(" ") || "no security group"}`,
      `  ${interfaceType}, ${orphaned ? "orphaned" : holders(heldBy)}`,
      `  ${description}`,
    ].join("\n"),
  );
  const vpcs = [...Map.groupBy(interfaces, ({ vpc }) => vpc)].map(([vpc, inside]) => `${vpc}: ${inside.length}`);
  return [
    ...lines,
    `${interfaces.length} network interface${interfaces.length === 1 ? "" : "s"}${vpcs.length > 0 ? ` (${vpcs.join(", ")})` : ""}`,
  ].join("\n");
}

function holders(names: readonly string[]): string {
  return names.length === 0 ? "held by nobody: waits to be deleted" : `held by ${names.join(", ")}`;
}
