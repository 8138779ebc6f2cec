package main

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// securityGroup has the fields of terraform-provider-aws, aws_security_group, with the description that pulumi-aws patches in.
func securityGroup() *schema.Resource {
	return remote{
		fields: regional(tagged(fields{
			"arn":                    computed(text()),
			"description":            replacing(defaulted(text(), "Managed by Pulumi")),
			"egress":                 ruleBlocks(),
			"ingress":                ruleBlocks(),
			"name":                   apartFrom("name_prefix", replacing(optionalComputed(text()))),
			"name_prefix":            apartFrom("name", replacing(optionalComputed(text()))),
			"owner_id":               computed(text()),
			"revoke_rules_on_delete": defaulted(flag(), false),
			"vpc_id":                 replacing(optionalComputed(text())),
		})),
		identify: newID("sg"),
		describe: func(d *schema.ResourceData) map[string]any {
			return map[string]any{
				"arn":         arn("ec2", d, "security-group/"+d.Id()),
				"egress":      d.Get("egress"),
				"ingress":     d.Get("ingress"),
				"name":        orElse(d, "name", d.Get("name_prefix").(string)+"20260101000000000000000001"),
				"name_prefix": d.Get("name_prefix"),
				"owner_id":    account,
			}
		},
	}.resource()
}

// defaultSecurityGroup has the fields of terraform-provider-aws, aws_default_security_group. It adopts a group that exists.
func defaultSecurityGroup() *schema.Resource {
	return remote{
		fields: regional(tagged(fields{
			"arn":                    computed(text()),
			"description":            computed(text()),
			"egress":                 ruleBlocks(),
			"ingress":                ruleBlocks(),
			"name":                   computed(text()),
			"name_prefix":            computed(text()),
			"owner_id":               computed(text()),
			"revoke_rules_on_delete": defaulted(flag(), false),
			"vpc_id":                 replacing(optionalComputed(text())),
		})),
		// The digits of the VPC, as in its default_security_group_id.
		identify: func(d *schema.ResourceData) string {
			return "sg-" + strings.TrimPrefix(d.Get("vpc_id").(string), "vpc-")
		},
		describe: func(d *schema.ResourceData) map[string]any {
			return map[string]any{
				"arn":         arn("ec2", d, "security-group/"+d.Id()),
				"description": "default VPC security group",
				"egress":      d.Get("egress"),
				"ingress":     d.Get("ingress"),
				"name":        "default",
				"name_prefix": "",
				"owner_id":    account,
			}
		},
	}.resource()
}

func ruleBlocks() *schema.Schema {
	blocks := optionalComputed(setOfBlocks(fields{
		"cidr_blocks":      optional(listOf(text())),
		"description":      optional(text()),
		"from_port":        required(number()),
		"ipv6_cidr_blocks": optional(listOf(text())),
		"prefix_list_ids":  optional(listOf(text())),
		"protocol":         required(protocol()),
		"security_groups":  optional(setOf(text())),
		"self":             defaulted(flag(), false),
		"to_port":          required(number()),
	}))
	// An empty list means no rules, where no list means whatever rules there are.
	blocks.ConfigMode = schema.SchemaConfigModeAttr
	return blocks
}
