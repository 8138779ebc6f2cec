package main

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// protocol is a text that the state holds by the name that EC2 gives back (terraform-provider-aws, protocolStateFunc).
func protocol() *schema.Schema {
	field := text()
	field.StateFunc = func(given any) string {
		name := strings.ToLower(given.(string))
		if known, ok := protocolNames[name]; ok {
			return known
		}
		return name
	}
	return field
}

var protocolNames = map[string]string{"all": "-1", "1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6"}
