import { findInternetGateway, putInternetGateway } from "../../account/vpc/internet-gateway";
import { requiredText, text, textMap } from "../../property/read";
import type { Properties } from "../../property/value";
import { computed, optionalComputed, regionFields, tagFields } from "../../schema/field";
import { arn } from "../../account/store/arn";
import type { ResourceType } from "../definition/resource-type";

/** Source of the fields: docs/aws-facts.md#provider-fields, aws_internet_gateway. */
export const internetGateway: ResourceType = {
  token: "aws:ec2/internetGateway:InternetGateway",
  fields: {
    ...regionFields,
    ...tagFields,
    arn: computed("string"),
    ownerId: computed("string"),
    vpcId: optionalComputed("string"),
  },
  create: (account, inputs) => putInternetGateway(account, request(inputs)),
  describe: (account, id) => {
    const row = account.tables.internetGateways.get(id);
    return (
      row && {
        arn: arn("ec2", row.region, account.id, `internet-gateway/${id}`),
        ownerId: account.id,
        region: row.region,
        tagsAll: row.tags,
        vpcId: row.vpcId ?? "",
      }
    );
  },
  update: (account, id, inputs) => putInternetGateway(account, request(inputs), findInternetGateway(account, id).id),
  remove: (account, id) => {
    account.tables.internetGateways.remove(findInternetGateway(account, id).id);
  },
};

function request(inputs: Properties) {
  return { region: requiredText(inputs, "region"), tags: textMap(inputs, "tagsAll"), vpcId: text(inputs, "vpcId") };
}
