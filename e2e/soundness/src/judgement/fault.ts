import type { Attachment, Network, PartialList } from "@lambda-vpc/model";
import { readNetwork } from "@lambda-vpc/sources";
import type { NetworkReader } from "../laboratory/plan-figures";

/*
 * Deliberate faults: each stands for a mistake that a reader of unknown ids could make. The check is worth something only if it finds every one
 * of them (fault.test.ts).
 */

/** Lists as `change` sees them. */
function withLists(change: (list: PartialList) => PartialList): (network: Network) => Network {
  const attachment = ({ subnets, securityGroups, ...rest }: Attachment): Attachment => ({
    ...rest,
    subnets: change(subnets),
    securityGroups: change(securityGroups),
  });
  return (network) => ({ ...network, attachments: network.attachments.map(attachment) });
}

const known = (keys: readonly string[]): PartialList => ({ known: keys, holes: 0, candidates: [] });

export const faults = {
  "an unknown list taken as empty": (resources) =>
    withLists((list) => (list.holes === "unknown" ? known(list.known) : list))(readNetwork(resources)),

  "every candidate taken as used": (resources) =>
    withLists((list) => (list.holes === 0 ? list : known([...list.known, ...list.candidates])))(readNetwork(resources)),

  "order mattering": (resources) => {
    const network = readNetwork(resources);
    const inOrder = ({ known: keys, candidates, holes, opaque }: PartialList): PartialList | undefined =>
      opaque === undefined && (holes === 0 || holes === candidates.length) ? known([[...keys, ...candidates].join(", then ")]) : undefined;
    return {
      ...network,
      attachments: network.attachments.map((one) => ({ ...one, securityGroups: inOrder(one.securityGroups) ?? one.securityGroups })),
    };
  },

  "component children ignored": (resources) =>
    readNetwork(
      resources.map(({ urn, type, custom, inputs, outputs, propertyDependencies }) => ({
        urn,
        type,
        custom,
        outputs,
        propertyDependencies,
        ...(inputs && { inputs }),
      })),
    ),

  "a component's list taken as the private one": (resources) =>
    withLists((list) => (list.usual === undefined || list.opaque !== undefined ? list : { ...list, oneOf: [list.usual] }))(
      readNetwork(resources),
    ),

  "planned outputs read instead of inputs": (resources) => readNetwork(resources.map((one) => ({ ...one, inputs: one.outputs }))),
} satisfies Readonly<Record<string, NetworkReader>>;
