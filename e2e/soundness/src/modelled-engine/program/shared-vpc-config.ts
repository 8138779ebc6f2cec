import type { ModelledEngine } from "../engine";
import { all, Eventual, type Input, type List } from "../eventual";

/** The lists that a shared configuration hands out. */
export interface SharedLists {
  readonly subnets: List;
  /**
   * Reading them creates the group, where the configuration makes one in this process: at once, or when the list that the program passes on is
   * serialized.
   */
  readonly groups: (when: "at once" | "late") => List;
}

interface SharedArguments {
  readonly name: string;
  readonly remote: boolean;
  readonly subnetIds: List;
  readonly securityGroupIds?: List;
  readonly vpcId?: Input;
}

const TYPE = "lambda-vpc:index:SharedVpcConfig";

/** A `SharedVpcConfig` in the program's process, or in a separate one. */
export function sharedVpcConfig(engine: ModelledEngine, { name, remote, ...inputs }: SharedArguments): SharedLists {
  const { subnetIds, securityGroupIds, vpcId } = inputs;
  if (remote) engine.packageProvider("lambda-vpc");
  const urn = engine.component(TYPE, name, inputs);
  const makeGroup = (): List => {
    const { id } = engine.resource({
      type: "aws:ec2/securityGroup:SecurityGroup",
      name,
      inputs: { vpcId: vpcId ?? null, description: `Shared by the Lambda functions of ${name}` },
      parent: urn,
    });
    return [id];
  };
  if (!remote) {
    if (securityGroupIds !== undefined) engine.registerOutputs(urn, { subnetIds, securityGroupIds });
    let made: List | undefined = securityGroupIds;
    const groups: SharedLists["groups"] = (when) => {
      const list = (made ??= makeGroup());
      // Late outputs are none: the SDK has registered that there are none.
      if (when === "at once") engine.registerOutputs(urn, { subnetIds, securityGroupIds: list });
      return list;
    };
    return { subnets: subnetIds, groups };
  }
  const groups = securityGroupIds ?? makeGroup();
  engine.registerOutputs(urn, { subnetIds, securityGroupIds: groups });
  // Each list is one output of the component, and depends on it.
  const output = (list: List): Eventual => withDependency(all(list), urn);
  return { subnets: output(subnetIds), groups: () => output(groups) };
}

export function withDependency({ value, dependencies }: Eventual, urn: string): Eventual {
  return new Eventual(value, [...dependencies, urn]);
}
