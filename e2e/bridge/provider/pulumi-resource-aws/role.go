package main

import "github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"

// role has the fields of terraform-provider-aws, aws_iam_role.
func role() *schema.Resource {
	return remote{
		fields: tagged(fields{
			"arn":                   computed(text()),
			"assume_role_policy":    required(text()),
			"create_date":           computed(text()),
			"description":           optional(text()),
			"force_detach_policies": defaulted(flag(), false),
			"inline_policy": optionalComputed(setOfBlocks(fields{
				"name":   optional(text()),
				"policy": optional(text()),
			})),
			"managed_policy_arns":  optionalComputed(setOf(text())),
			"max_session_duration": defaulted(number(), 3600),
			"name":                 apartFrom("name_prefix", replacing(optionalComputed(text()))),
			"name_prefix":          apartFrom("name", replacing(optionalComputed(text()))),
			"path":                 replacing(defaulted(text(), "/")),
			"permissions_boundary": optional(text()),
			"unique_id":            computed(text()),
		}),
		identify: func(d *schema.ResourceData) string {
			return orElse(d, "name", d.Get("name_prefix").(string)+"20260101000000000000000001")
		},
		describe: func(d *schema.ResourceData) map[string]any {
			return map[string]any{
				"arn":                 "arn:aws:iam::" + account + ":role" + d.Get("path").(string) + d.Id(),
				"create_date":         now,
				"inline_policy":       d.Get("inline_policy"),
				"managed_policy_arns": d.Get("managed_policy_arns"),
				"name":                d.Id(),
				"name_prefix":         d.Get("name_prefix"),
				"unique_id":           newID("AROA")(d),
			}
		},
	}.resource()
}

// now is when everything happens here.
const now = "2026-01-01T00:00:00Z"
