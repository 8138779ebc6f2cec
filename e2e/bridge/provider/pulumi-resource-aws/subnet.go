package main

import "github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"

// subnet has the fields of terraform-provider-aws, aws_subnet.
func subnet() *schema.Resource {
	return remote{
		fields: regional(tagged(fields{
			"arn":                             computed(text()),
			"assign_ipv6_address_on_creation": defaulted(flag(), false),
			"availability_zone":               replacing(optionalComputed(text())),
			"availability_zone_id":            replacing(optionalComputed(text())),
			"cidr_block":                      replacing(optionalComputed(text())),
			"customer_owned_ipv4_pool":        optional(text()),
			"enable_dns64":                    defaulted(flag(), false),
			"enable_lni_at_device_index":      optional(number()),
			"enable_resource_name_dns_a_record_on_launch":    defaulted(flag(), false),
			"enable_resource_name_dns_aaaa_record_on_launch": defaulted(flag(), false),
			"ipv4_ipam_pool_id":                              replacing(optional(text())),
			"ipv4_netmask_length":                            replacing(optional(number())),
			"ipv6_cidr_block":                                optionalComputed(text()),
			"ipv6_cidr_block_association_id":                 computed(text()),
			"ipv6_ipam_pool_id":                              replacing(optional(text())),
			"ipv6_native":                                    replacing(defaulted(flag(), false)),
			"ipv6_netmask_length":                            replacing(optional(number())),
			"map_customer_owned_ip_on_launch":                optional(flag()),
			"map_public_ip_on_launch":                        defaulted(flag(), false),
			"outpost_arn":                                    replacing(optional(text())),
			"owner_id":                                       computed(text()),
			"private_dns_hostname_type_on_launch":            optionalComputed(text()),
			"vpc_id":                                         replacing(required(text())),
		})),
		identify: newSubnetID,
		describe: func(d *schema.ResourceData) map[string]any {
			return map[string]any{
				"arn":                                 arn("ec2", d, "subnet/"+d.Id()),
				"availability_zone":                   orElse(d, "availability_zone", "us-east-1a"),
				"availability_zone_id":                orElse(d, "availability_zone_id", "use1-az1"),
				"customer_owned_ipv4_pool":            nil,
				"enable_lni_at_device_index":          nil,
				"ipv6_cidr_block":                     nil,
				"ipv6_cidr_block_association_id":      nil,
				"map_customer_owned_ip_on_launch":     d.Get("map_customer_owned_ip_on_launch"),
				"outpost_arn":                         nil,
				"owner_id":                            account,
				"private_dns_hostname_type_on_launch": orElse(d, "private_dns_hostname_type_on_launch", "ip-name"),
			}
		},
	}.resource()
}
