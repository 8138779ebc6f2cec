import { jest } from "@jest/globals";
import { type Rule, RuleTester } from "eslint";
import { parser } from "typescript-eslint";

const rule = jest.requireActual<Rule.RuleModule>("../lint/no-planned-outputs.cjs");

const refused = (name: string): RuleTester.TestCaseError[] => [{ messageId: "planned", data: { name } }];
const inPolicies = [{ besides: ["vpcConfig"] }];

new RuleTester({ languageOptions: { parser } }).run("no-planned-outputs", rule, {
  valid: [
    {
      name: "deciding on the network and the plan",
      code: "export const check = ({ network, plan }) => plan.vpcs.concat(network.subnets);",
    },
    { name: "inputs, which show ids one by one", code: "const requested = inputs.vpcConfig;" },
    { name: "handing an object with such a property on", code: "seen.see({ urn, props: values });" },
    { name: "setting such a property", code: "resource.props = values;" },
    { name: "a type with such a property", code: "interface Resource { readonly props: object; readonly outputs?: Properties }" },
    { name: "a variable of the name, whatever it holds", code: "const props = 1; use(props, { props });" },
    { name: "a key that nobody can know", code: "use(resource[props]);" },
    { name: "a text that names it", code: 'const fix = "write vpcConfig: { subnetIds: [] }";', options: inPolicies },
    { name: "another key of a configuration", code: "const { vpcConfigs } = config;", options: inPolicies },
  ],
  invalid: [
    { name: "the SDK's planned outputs", code: "const config = resource.props.vpcConfig;", errors: refused("props") },
    { name: "those of our sources", code: "const groups = resource.outputs;", errors: refused("outputs") },
    { name: "by a text", code: 'const config = resource["props"];', errors: refused("props") },
    { name: "by a template", code: "const config = resource[`props`];", errors: refused("props") },
    { name: "where it may be missing", code: "const config = resource?.props?.vpcConfig;", errors: refused("props") },
    { name: "by taking the resource apart", code: "const { props } = resource;", errors: refused("props") },
    { name: "under another name", code: "const { props: planned } = resource;", errors: refused("props") },
    { name: "in a parameter", code: "resources.map(({ props }) => props);", errors: refused("props") },
    { name: "deep inside a parameter", code: "check(({ resource: { props: { vpcConfig } } }) => vpcConfig);", errors: refused("props") },
    { name: "to change what is in it", code: "resource.props.vpcConfig = {};", errors: refused("props") },
    {
      name: "the attachment itself, where it is named",
      code: "const c = resource.vpcConfig;",
      options: inPolicies,
      errors: refused("vpcConfig"),
    },
    { name: "the attachment taken apart", code: "const { vpcConfig } = resource;", options: inPolicies, errors: refused("vpcConfig") },
  ],
});
