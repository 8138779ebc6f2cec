import {
  allowsInternet,
  between,
  type Certainty,
  counted,
  displayName,
  displayNames,
  type LackingSubnets,
  largest,
  type Key,
  keySet,
  type Network,
  type Reach,
  reachOf,
  type ResolvedAttachment,
  type Uncertainty,
  subnetsLacking,
  suitableSubnets,
  weakerBasis,
} from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding, type Fix } from "@lambda-vpc/policy-kit";
import { moveFunctions } from "../use/move-functions";

export const outboundRoutesOfFunctionSubnets = definePolicy({
  id: "outbound-routes-of-function-subnets",
  title: "Subnets whose functions may call the internet have a route out of the VPC.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network, plan }) => {
    const closed = new Set(
      (network.vpcs ?? []).flatMap(({ key, adopted, endpoints }) => (adopted !== true && endpoints !== true ? [key] : [])),
    );
    const connections = connectionsOf(network);
    return plan.vpcs.flatMap(({ vpc, attachments }) =>
      vpc === undefined || !closed.has(vpc) ? [] : checkVpc(vpc, attachments.map(connections), network),
    );
  },
});

/** What a function may call, and the subnets from which it cannot. */
interface Connections {
  readonly attachment: ResolvedAttachment;
  readonly internet: Reach;
  readonly isolated: LackingSubnets;
}

function connectionsOf({ subnets, securityGroups }: Network): (attachment: ResolvedAttachment) => Connections {
  // A public subnet has, or is meant to have, a route to an internet gateway: functions-in-private-subnets reports it.
  const routesOut = new Map(
    subnets.flatMap(({ key, public: isPublic, routesOut: out }) =>
      isPublic || out === undefined ? [] : [[key, certaintyOf(out)] as const],
    ),
  );
  const allows = new Map(
    securityGroups.flatMap(({ key, egress }) => (egress === undefined ? [] : [[key, allowsInternet(egress)] as const])),
  );
  return (attachment) => ({
    attachment,
    internet: reachOf(attachment.securityGroups, allows),
    isolated: subnetsLacking(attachment.subnets, routesOut, "routes-unknown"),
  });
}

function certaintyOf(fact: { readonly ok: true; readonly value: boolean } | { readonly ok: false }): Certainty {
  return fact.ok ? fact.value : undefined;
}

/** One finding for all functions of a VPC. */
function checkVpc(vpc: Key, functions: readonly Connections[], network: Network): readonly Finding[] {
  const cutOff = functions.filter(({ internet, isolated }) => internet.allowed === true && isolated.least > 0);
  return cutOff.length > 0 ? [cutOffFrom(vpc, cutOff, network)] : checkUnknown(vpc, functions);
}

function cutOffFrom(vpc: Key, functions: readonly Connections[], network: Network): Finding {
  const certain = keySet(functions.flatMap(({ isolated }) => isolated.certain));
  const possible = keySet(functions.flatMap(({ isolated }) => isolated.possible));
  const consumers = keySet(functions.map(({ attachment }) => attachment.consumer));
  const least = largest(
    functions.map(({ isolated }) => isolated.least),
    certain.length,
  );
  const basis = functions
    .flatMap(({ attachment: { subnets, securityGroups } }) => [subnets.basis, securityGroups.basis])
    .reduce(weakerBasis);
  return {
    verdict: "violation",
    subject: vpc,
    about: [vpc, ...consumers],
    measure: { count: between(least, least, possible.length, basis), noun: "subnet" },
    what: `without a route out of VPC ${displayName(vpc)} (${displayNames(possible)}), used by ${counted(consumers.length, "function")} (${displayNames(consumers)}).`,
    why: WHY,
    fix: fixOf(vpc, consumers, network),
    basis,
  };
}

/** Other subnets of the VPC, if they have a route out. A new route, an endpoint or a narrower rule depends on what the functions call. */
function fixOf(vpc: Key, consumers: readonly Key[], network: Network): Fix {
  const open = new Set(network.subnets.flatMap(({ key, routesOut }) => (routesOut?.ok === true && routesOut.value ? [key] : [])));
  const moves = consumers.map((consumer) => ({ consumer, subnets: suitableSubnets(network, { vpc, consumer }) }));
  const haveRoutes = moves.every(({ subnets }) => subnets.length > 1 && subnets.every((key) => open.has(key)));
  const move = haveRoutes ? moveFunctions(network, moves) : undefined;
  return (
    move ??
    byHand(
      "add a route to a NAT gateway or VPC endpoints, or limit the egress rules to the VPC",
      "the program does not show what the functions call",
    )
  );
}

function checkUnknown(vpc: Key, functions: readonly Connections[]): readonly Finding[] {
  const uncertain = functions.flatMap((one): readonly (readonly [Uncertainty, Key])[] => {
    const { internet, isolated, attachment } = one;
    const causes = [internet.allowed === undefined ? internet.cause : undefined, isolated.cause];
    const mayBeCutOff = internet.allowed !== false && (isolated.least > 0 || isolated.cause !== undefined);
    return mayBeCutOff ? causes.flatMap((cause) => (cause === undefined ? [] : [[cause, attachment.consumer] as const])) : [];
  });
  const causes = new Map(
    [...Map.groupBy(uncertain, ([cause]) => cause)].map(([cause, some]) => [cause, keySet(some.map(([, key]) => key))]),
  );
  const what = `subnets of VPC ${displayName(vpc)} may have no route out of it, and their functions may call the internet`;
  return causes.size === 0
    ? []
    : [{ verdict: "undecided", subject: vpc, about: [vpc, ...keySet([...causes.values()].flat())], what, causes }];
}

/** Source: docs/aws-facts.md#local-routes. */
const WHY =
  "Their groups allow the internet, but calls time out: no route and no endpoint leads out of the VPC (docs/aws-facts.md#local-routes).";
