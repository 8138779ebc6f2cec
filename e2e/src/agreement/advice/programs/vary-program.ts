import { declarationOrder } from "../description/declaration-order";
import { neededBy } from "../description/map-described";
import { isList, type ProgramDescription, type ResourceDescription, urnOf } from "../description/program-description";
import type { Choose } from "./random-choice";
import { renamed } from "./rename-resources";

const FUNCTION = "aws:lambda/function:Function";

type Resources = readonly ResourceDescription[];

/** A program that a seed makes of recorded ones: several in one stack, functions again under other names, other orders, further resources. */
export function variedProgram(programs: readonly ProgramDescription[], choose: Choose): ProgramDescription {
  const [first, ...others] = programs;
  if (first === undefined) throw new Error("nothing to vary");
  const composed = others.reduce(together, first);
  const copied = Array.from({ length: choose(3) }).reduce<Resources>(
    (resources, _, index) => withCopy(resources, index + 2, choose),
    composed.resources,
  );
  const further = withFurther(otherRules(published(roleElsewhere(copied, choose), choose), choose), choose);
  return { ...composed, resources: choose(2) === 0 ? further : reordered(further, choose) };
}

/** Both programs in one stack. Resources of the second get other names if the first has such names. */
function together(one: ProgramDescription, other: ProgramDescription): ProgramDescription {
  const taken = new Set(one.resources.map(({ type, name }) => `${type} ${name}`));
  const collides = other.resources.some(({ type, name }) => taken.has(`${type} ${name}`));
  const number = one.resources.length;
  const added = collides ? renamed(other.resources, ({ name }) => `${name}-p${number}`) : other.resources;
  return { resources: [...one.resources, ...added], configuration: { ...other.configuration, ...one.configuration } };
}

/** One function of the program again, with copies of the groups that no other function uses. */
function withCopy(resources: Resources, number: number, choose: Choose): Resources {
  const functions = resources.filter(({ type }) => type === FUNCTION);
  const original = functions[choose(functions.length)];
  if (original === undefined) return resources;
  const own = neededBy(original).filter((urn) => /SecurityGroup::/.test(urn) && users(resources, urn).length === 1);
  const copies = resources.filter((one) => one === original || own.includes(urnOf(one)));
  return [...resources, ...renamed(copies, ({ name }) => `${name}-copy${number}`)];
}

/** The functions with a role of another stack, whose permissions nobody deletes; or as they are. */
function roleElsewhere(resources: Resources, choose: Choose): Resources {
  if (choose(2) === 0) return resources;
  const role = "arn:aws:iam::123456789012:role/elsewhere";
  return resources.map((one) => (one.type === FUNCTION ? { ...one, inputs: { ...one.inputs, role } } : one));
}

/** Some functions publish versions. */
function published(resources: Resources, choose: Choose): Resources {
  if (choose(3) > 0) return resources;
  return resources.map((one) => (one.type === FUNCTION && choose(2) === 0 ? { ...one, inputs: { ...one.inputs, publish: true } } : one));
}

/** One group allows more than it did. */
function otherRules(resources: Resources, choose: Choose): Resources {
  const groups = resources.filter(({ type, inputs }) => /SecurityGroup$/.test(type) && isList(inputs["egress"] ?? null));
  const changed = choose(4) === 0 ? groups[choose(groups.length)] : undefined;
  const egress = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }];
  return resources.map((one) => (one === changed ? { ...one, inputs: { ...one.inputs, egress } } : one));
}

function users(resources: Resources, urn: string): Resources {
  return resources.filter((one) => neededBy(one).includes(urn));
}

/** Resources that have nothing to do with functions, some of which wait for others. */
function withFurther(resources: Resources, choose: Choose): Resources {
  const further = Array.from({ length: choose(3) }, (_, index): ResourceDescription => {
    const earlier = resources[choose(resources.length)];
    const log: ResourceDescription = { kind: "custom", type: "aws:cloudwatch/logGroup:LogGroup", name: `further-${index}`, inputs: {} };
    return choose(2) === 0 || earlier === undefined ? log : { ...log, dependsOn: [urnOf(earlier)] };
  });
  return [...resources, ...further];
}

/** The resources in another order in which they can be declared. */
function reordered(resources: Resources, choose: Choose): Resources {
  const shuffled = resources.map((one) => ({ one, place: choose(1000) })).sort((left, right) => left.place - right.place);
  return declarationOrder(shuffled.map(({ one }) => one)) ?? resources;
}
