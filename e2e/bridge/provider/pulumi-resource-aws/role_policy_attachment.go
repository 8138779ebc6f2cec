package main

import "github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"

// rolePolicyAttachment has the fields of terraform-provider-aws, aws_iam_role_policy_attachment.
func rolePolicyAttachment() *schema.Resource {
	return remote{
		fields: fields{
			"policy_arn": replacing(required(text())),
			"role":       replacing(required(text())),
		},
		identify: func(d *schema.ResourceData) string {
			return d.Get("role").(string) + "/" + d.Get("policy_arn").(string)
		},
	}.resource()
}
