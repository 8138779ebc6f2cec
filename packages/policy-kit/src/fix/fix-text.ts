import { displayName, displayNames, isManaged, type Key, typedNames, typeInWords } from "@lambda-vpc/model";
import { type Change, type Choice, type Fix, isList, isReference, namedInStep, type PropertyValue, type Step, type Update } from "./fix";

/**
 * The instruction of a fix as sentences: at most three names of each list, and the order of its updates. `writeNames` adds types where names
 * collide. Law: the text of a change names its first step.
 */
export function fixText(fix: Fix): string {
  switch (fix.kind) {
    case "change":
      return changeText(fix);
    case "choice":
      return choiceText(fix);
    case "by-hand":
      return `${capitalized(fix.instruction)}. By hand: ${fix.reason}.`;
  }
}

/** `Update 1: …. Update 2: …. Note.` */
function changeText({ updates, note }: Change): string {
  const sentences = updates.map((update, index) =>
    updates.length === 1 ? `${capitalized(updateText(update, 2))}.` : `Update ${index + 1}: ${updateText(update, 1)}.`,
  );
  return [...sentences, ...(note === undefined ? [] : [note])].join(" ");
}

/** The steps by kind: of each kind the first ones, and how many more there are. Every kind is needed. */
function updateText(update: Update, most: number): string {
  const kinds = [...Map.groupBy(update, ({ step }) => step).values()];
  return kinds.map((steps) => stepsText(steps, most)).join(", and ");
}

function stepsText([first, ...others]: readonly Step[], most: number): string {
  if (first === undefined) return "";
  if (others.length > (first.step === "add-resource" ? 0 : 1) && others.every((step) => isAlike(first, step)))
    return `${stepText(first)}, and likewise for ${displayNames(othersIn(first, others))}`;
  const shown = [first, ...others].slice(0, most).map(stepText).join(", and ");
  const more = 1 + others.length - most;
  return more <= 0 ? shown : `${shown}, and make ${more} more ${more === 1 ? "change" : "changes"} like this`;
}

/** Whether two steps differ only in resources and values. */
function isAlike(one: Step, other: Step): boolean {
  if (one.step === "add-resource") return other.step === "add-resource" && other.type === one.type;
  return one.step === "set-property" && other.step === "set-property" && other.property === one.property;
}

/** What the other steps name and the first does not. */
function othersIn(first: Step, others: readonly Step[]): readonly Key[] {
  const named = new Set(namedInStep(first));
  return [...new Set(others.flatMap(namedInStep))].filter((key) => !named.has(key));
}

/** `A, or b.` if every option is a short change; otherwise each option is a sentence. */
function choiceText({ options }: Choice): string {
  const clauses = options.map(clauseOf);
  const [last = "", ...before] = [...clauses].reverse();
  const notes = options.flatMap((option) => (option.kind === "change" && option.note !== undefined ? [option.note] : []));
  return [`${capitalized([...before.reverse(), `or ${last}`].join(", "))}.`, ...notes].join(" ");
}

/** An option without its full stop and its note. */
function clauseOf(option: Fix): string {
  switch (option.kind) {
    case "change":
      return option.updates.map((update) => updateText(update, 1)).join(", then ");
    case "choice":
      return option.options.map(clauseOf).join(", or ");
    case "by-hand":
      return option.instruction;
  }
}

/** One step as a clause that starts with a verb. */
function stepText(step: Step): string {
  switch (step.step) {
    case "set-vpc-config":
      return vpcConfigText(step);
    case "leave-vpc":
      return `remove the vpcConfig of ${fewNames(step.functions)}`;
    case "depend-on":
      return `add ${typedNames(step.on)} to the dependsOn of ${typedNames(step.resources)}`;
    case "do-not-depend-on":
      return `remove ${typedNames(step.on)} from the dependsOn of ${typedNames(step.resources)}`;
    case "set-property":
      return `set ${step.property} of ${typedNames(step.resources)} to ${valueText(step.value)}`;
    case "remove-property":
      return `remove ${step.property} from ${typedNames(step.resources)}`;
    case "set-option":
      return step.value
        ? `set ${step.option} in the options of ${typedNames(step.resources)}`
        : `remove ${step.option} from the options of ${typedNames(step.resources)}`;
    case "add-resource":
      return addText(step);
    case "remove-resources":
      return `delete ${resourceNames(step.resources)}${step.resources.some(isGroup) ? ` with ${step.resources.length === 1 ? "its" : "their"} rules` : ""}`;
    case "trim-versions":
      return `delete old versions of ${fewNames(step.functions)} (VersionTrimmer)`;
  }
}

function vpcConfigText({ functions, subnets, securityGroups }: Step & { readonly step: "set-vpc-config" }): string {
  const lists = [
    ...(securityGroups === undefined ? [] : [`securityGroupIds to ${keysText(securityGroups)}`]),
    ...(subnets === undefined ? [] : [`subnetIds to ${keysText(subnets)}`]),
  ];
  return `set ${lists.join(" and ")} in ${fewNames(functions)}`;
}

/** `add a RolePolicyAttachment (role: orders.name, policyArn: ManagedPolicy.…) to the dependsOn of SecurityGroup orders` */
function addText({ type, properties, dependsOn = [], dependents = [] }: Step & { readonly step: "add-resource" }): string {
  const name = type.split(":").at(-1) ?? type;
  const given = Object.entries(properties).map(([property, value]) => `${property}: ${valueText(value)}`);
  const before = dependsOn.length === 0 ? [] : [`dependsOn: ${displayNames(dependsOn)}`];
  const after = dependents.length === 0 ? "" : ` to the dependsOn of ${typedNames(dependents)}`;
  return `add ${/^[AEIOU]/.test(name) ? "an" : "a"} ${name} (${[...given, ...before].join(", ")})${after}`;
}

/** Up to three names, or the first of many: `orders and 11 more`. A step is one of several in a line. */
function fewNames(keys: readonly Key[]): string {
  return keys.length <= 3 ? displayNames(keys) : `${displayNames(keys.slice(0, 1))} and ${keys.length - 1} more`;
}

/** `security groups a, b`, or the first of many: `a and 9 more security groups`. */
function resourceNames(keys: readonly Key[]): string {
  const types = new Set(keys.map((key) => (isManaged(key) ? typeInWords(key) : "resource")));
  const [only = "resource"] = types;
  const noun = types.size === 1 ? only : "resource";
  return keys.length > 3 ? `${fewNames(keys)} ${noun}s` : `${noun}${keys.length === 1 ? "" : "s"} ${displayNames(keys)}`;
}

function isGroup(key: Key): boolean {
  return isManaged(key) && typeInWords(key) === "security group";
}

function valueText(value: PropertyValue): string {
  if (isReference(value)) return `${displayName(value.resource)}.${value.output}`;
  if (isList(value)) return `[${value.map(valueText).join(", ")}]`;
  return typeof value === "string" ? value.replace(AWS_MANAGED_POLICY, "ManagedPolicy.$1") : String(value);
}

/** The SDK names the ARN of each policy of AWS: `aws.iam.ManagedPolicy.…`. */
const AWS_MANAGED_POLICY = /^arn:aws:iam::aws:policy\/(?:[\w-]+\/)*([A-Z]\w+)$/;

/** A list that must be written whole: every name counts. */
function keysText(keys: readonly Key[]): string {
  return `[${keys.map(displayName).join(", ")}]`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
