import type { NetworkInterfaceReport } from "../account/interfaces/network-interface-report";

/** The interfaces as text, followed by their number. */
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
  return names.length === 0 ? "unused: waits for deletion" : `held by ${names.join(", ")}`;
}
