package main

import (
	"crypto/rand"
	"encoding/hex"
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// digitCount is how many hexadecimal digits an id made here ends in.
const digitCount = 16

func randomDigits() string {
	digits := make([]byte, digitCount/2)
	if _, err := rand.Read(digits); err != nil {
		panic(err) // the system's source of randomness is gone
	}
	return hex.EncodeToString(digits)
}

// newID is an id as AWS makes them: a prefix and seventeen hexadecimal digits.
func newID(prefix string) func(*schema.ResourceData) string {
	return func(*schema.ResourceData) string { return prefix + "-0" + randomDigits() }
}

// newSubnetID has the VPC's digits before its own: nothing is stored here that would tell which VPC a subnet is in.
func newSubnetID(d *schema.ResourceData) string {
	return "subnet-" + strings.TrimPrefix(d.Get("vpc_id").(string), "vpc-") + randomDigits()
}

// vpcOf finds the VPC in a subnet's id. Subnets that were not made here are those of e2e/test-stacks/fixtures/network.json.
func vpcOf(subnetID string) string {
	digits := strings.TrimPrefix(subnetID, "subnet-")
	if len(digits) <= digitCount {
		return "vpc-0a"
	}
	return "vpc-" + digits[:len(digits)-digitCount]
}
