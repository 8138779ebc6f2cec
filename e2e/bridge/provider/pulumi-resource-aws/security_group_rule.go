package main

import (
	"hash/fnv"
	"strconv"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// securityGroupRule has the fields of terraform-provider-aws, aws_security_group_rule.
func securityGroupRule() *schema.Resource {
	own := regional(fields{
		"cidr_blocks":              replacing(optional(listOf(text()))),
		"description":              optional(text()),
		"from_port":                replacing(required(number())),
		"ipv6_cidr_blocks":         replacing(optional(listOf(text()))),
		"prefix_list_ids":          replacing(optional(listOf(text()))),
		"protocol":                 replacing(required(protocol())),
		"security_group_id":        replacing(required(text())),
		"security_group_rule_id":   computed(text()),
		"self":                     replacing(defaulted(flag(), false)),
		"source_security_group_id": replacing(optionalComputed(text())),
		"to_port":                  replacing(required(number())),
		"type":                     replacing(required(text())),
	})
	for _, peer := range peers {
		own[peer].AtLeastOneOf = peers
	}
	return remote{
		fields:   own,
		identify: func(d *schema.ResourceData) string { return "sgrule-" + digest(d) },
		describe: func(d *schema.ResourceData) map[string]any {
			return map[string]any{
				"security_group_rule_id":   singleRuleID(d),
				"source_security_group_id": d.Get("source_security_group_id"),
			}
		},
	}.resource()
}

var peers = []string{"cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "self", "source_security_group_id"}

// singleRuleID is the id that EC2 has for the rule; where the block stands for several, the provider knows none.
func singleRuleID(d *schema.ResourceData) string {
	count := 0
	for _, peer := range peers {
		switch value := d.Get(peer).(type) {
		case []any:
			count += len(value)
		case bool:
			if value {
				count++
			}
		case string:
			if value != "" {
				count++
			}
		}
	}
	if count != 1 {
		return ""
	}
	return "sgr-" + digest(d)
}

// digest is a number out of everything that the rule says.
func digest(d *schema.ResourceData) string {
	hash := fnv.New32a()
	for _, name := range append([]string{"security_group_id", "type", "protocol"}, peers...) {
		hash.Write([]byte(name))
		switch value := d.Get(name).(type) {
		case []any:
			for _, one := range value {
				hash.Write([]byte(one.(string)))
			}
		case string:
			hash.Write([]byte(value))
		}
	}
	hash.Write([]byte(strconv.Itoa(d.Get("from_port").(int)) + "-" + strconv.Itoa(d.Get("to_port").(int))))
	return strconv.FormatUint(uint64(hash.Sum32()), 10)
}
