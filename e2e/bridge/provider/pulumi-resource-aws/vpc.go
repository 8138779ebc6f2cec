package main

import (
	"context"
	"errors"
	"maps"
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
			described := map[string]any{
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
			maps.Copy(described, ipv6Range(d, digits))
			return described
		},
		plan: planIpv6Range,
	}.resource()
}

// ipv6Range is what the provider reads of a VPC's range (terraform-provider-aws, resourceVPCRead).
func ipv6Range(d *schema.ResourceData, digits string) map[string]any {
	if !d.Get("assign_generated_ipv6_cidr_block").(bool) {
		return map[string]any{
			"assign_generated_ipv6_cidr_block":     false,
			"ipv6_association_id":                  "",
			"ipv6_cidr_block":                      "",
			"ipv6_cidr_block_network_border_group": "",
			"ipv6_ipam_pool_id":                    "",
			"ipv6_netmask_length":                  nil,
		}
	}
	return map[string]any{
		"assign_generated_ipv6_cidr_block":     true,
		"ipv6_association_id":                  "vpc-cidr-assoc-" + digits,
		"ipv6_cidr_block":                      "2001:db8:1234:5600::/56",
		"ipv6_cidr_block_network_border_group": d.Get("region"),
		"ipv6_ipam_pool_id":                    nil,
		"ipv6_netmask_length":                  nil,
	}
}

// planIpv6Range is terraform-provider-aws, resourceVPCCustomizeDiff, as far as it is about IPv6.
func planIpv6Range(_ context.Context, d *schema.ResourceDiff, _ any) error {
	if !d.HasChange("assign_generated_ipv6_cidr_block") {
		return nil
	}
	return errors.Join(d.SetNewComputed("ipv6_association_id"), d.SetNewComputed("ipv6_cidr_block"))
}
