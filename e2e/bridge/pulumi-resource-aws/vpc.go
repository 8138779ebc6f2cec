package main

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// vpc has the fields of terraform-provider-aws, aws_vpc.
func vpc() *schema.Resource {
	return remote{
		fields: regional(tagged(fields{
			"arn":                                  computed(text()),
			"assign_generated_ipv6_cidr_block":     optional(flag()),
			"cidr_block":                           replacing(optionalComputed(text())),
			"default_network_acl_id":               computed(text()),
			"default_route_table_id":               computed(text()),
			"default_security_group_id":            computed(text()),
			"dhcp_options_id":                      computed(text()),
			"enable_dns_hostnames":                 optionalComputed(flag()),
			"enable_dns_support":                   defaulted(flag(), true),
			"enable_network_address_usage_metrics": optionalComputed(flag()),
			"instance_tenancy":                     defaulted(text(), "default"),
			"ipv4_ipam_pool_id":                    replacing(optional(text())),
			"ipv4_netmask_length":                  replacing(optional(number())),
			"ipv6_association_id":                  computed(text()),
			"ipv6_cidr_block":                      optionalComputed(text()),
			"ipv6_cidr_block_network_border_group": optionalComputed(text()),
			"ipv6_ipam_pool_id":                    optional(text()),
			"ipv6_netmask_length":                  optional(number()),
			"main_route_table_id":                  computed(text()),
			"owner_id":                             computed(text()),
		})),
		identify: newID("vpc"),
		describe: func(d *schema.ResourceData) map[string]any {
			digits := strings.TrimPrefix(d.Id(), "vpc-")
			return map[string]any{
				"arn":                                  arn("ec2", d, "vpc/"+d.Id()),
				"default_network_acl_id":               "acl-" + digits,
				"default_route_table_id":               "rtb-" + digits,
				"default_security_group_id":            "sg-" + digits,
				"dhcp_options_id":                      "dopt-" + digits,
				"enable_dns_hostnames":                 d.Get("enable_dns_hostnames"),
				"enable_network_address_usage_metrics": d.Get("enable_network_address_usage_metrics"),
				"main_route_table_id":                  "rtb-" + digits,
				"owner_id":                             account,
			}
		},
	}.resource()
}
