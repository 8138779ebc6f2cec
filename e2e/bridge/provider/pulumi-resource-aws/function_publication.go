package main

import (
	"context"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// planPublication says what a change leaves open (terraform-provider-aws, updateComputedAttributesOnPublish).
func planPublication(_ context.Context, d *schema.ResourceDiff, _ any) error {
	var open []string
	if codeChanges(d) {
		open = append(open, "last_modified")
	}
	if d.Get("publish").(bool) && (codeChanges(d) || configurationChanges(d) || d.HasChange("publish")) {
		open = append(open, "version", "qualified_arn", "qualified_invoke_arn")
	}
	for _, name := range open {
		if err := d.SetNewComputed(name); err != nil {
			return err
		}
	}
	return nil
}

type change interface{ HasChanges(names ...string) bool }

func codeChanges(d change) bool {
	return d.HasChanges("filename", "code_sha256", "source_code_hash", "s3_bucket", "s3_key", "s3_object_version", "source_kms_key_arn",
		"image_uri", "architectures")
}

func configurationChanges(d change) bool {
	return d.HasChanges("capacity_provider_config", "dead_letter_config", "description", "durable_config", "environment", "ephemeral_storage",
		"file_system_config", "handler", "image_config", "kms_key_arn", "layers", "logging_config", "memory_size", "publish_to", "role", "runtime",
		"snap_start", "timeout", "tracing_config", "vpc_config.0.ipv6_allowed_for_dual_stack", "vpc_config.0.security_group_ids",
		"vpc_config.0.subnet_ids")
}
