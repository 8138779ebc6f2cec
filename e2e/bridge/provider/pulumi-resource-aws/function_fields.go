package main

import "github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"

// functionFields are those of terraform-provider-aws, aws_lambda_function.
func functionFields() fields {
	return regional(tagged(fields{
		"architectures": optionalComputed(listOf(text())),
		"arn":           computed(text()),
		"capacity_provider_config": optional(block(fields{
			"lambda_managed_instances_capacity_provider_config": required(block(fields{
				"capacity_provider_arn":                     required(text()),
				"execution_environment_memory_gib_per_vcpu": optionalComputed(&schema.Schema{Type: schema.TypeFloat}),
				"per_execution_environment_max_concurrency": optionalComputed(number()),
			})),
		})),
		"code_sha256":             optionalComputed(text()),
		"code_signing_config_arn": optional(text()),
		"dead_letter_config":      optional(block(fields{"target_arn": required(text())})),
		"description":             optional(text()),
		"durable_config": optional(block(fields{
			"execution_timeout": required(number()),
			"retention_period":  defaulted(number(), 14),
		})),
		"environment":       environment(),
		"ephemeral_storage": optionalComputed(block(fields{"size": optionalComputed(number())})),
		"file_system_config": optional(block(fields{
			"arn":              required(text()),
			"local_mount_path": required(text()),
		})),
		"filename":      optional(text()),
		"function_name": replacing(required(text())),
		"handler":       optional(text()),
		"image_config": optional(block(fields{
			"command":           optional(listOf(text())),
			"entry_point":       optional(listOf(text())),
			"working_directory": optional(text()),
		})),
		"image_uri":     optional(text()),
		"invoke_arn":    computed(text()),
		"kms_key_arn":   optional(text()),
		"last_modified": computed(text()),
		"layers":        optional(listOf(text())),
		"logging_config": optionalComputed(block(fields{
			"application_log_level": defaulted(text(), ""),
			"log_format":            required(text()),
			"log_group":             optionalComputed(text()),
			"system_log_level":      defaulted(text(), ""),
		})),
		"memory_size":                        defaulted(number(), 128),
		"package_type":                       replacing(defaulted(text(), "Zip")),
		"publish":                            defaulted(flag(), false),
		"publish_to":                         optional(text()),
		"qualified_arn":                      computed(text()),
		"qualified_invoke_arn":               computed(text()),
		"replace_security_groups_on_destroy": optional(flag()),
		"replacement_security_group_ids":     optional(setOf(text())),
		"reserved_concurrent_executions":     defaulted(number(), -1),
		"response_streaming_invoke_arn":      computed(text()),
		"role":                               required(text()),
		"runtime":                            optional(text()),
		"s3_bucket":                          optional(text()),
		"s3_key":                             optional(text()),
		"s3_object_version":                  optional(text()),
		"signing_job_arn":                    computed(text()),
		"signing_profile_version_arn":        computed(text()),
		"skip_destroy":                       defaulted(flag(), false),
		"snap_start": optional(block(fields{
			"apply_on":            required(text()),
			"optimization_status": computed(text()),
		})),
		"source_code_hash":                     sourceCodeHash(),
		"source_code_size":                     computed(number()),
		"source_kms_key_arn":                   optional(text()),
		"tenancy_config":                       replacing(optional(block(fields{"tenant_isolation_mode": required(text())}))),
		"timeout":                              defaulted(number(), 3),
		"tracing_config":                       optionalComputed(block(fields{"mode": required(text())})),
		"use_resource_timeout_for_propagation": optional(flag()),
		"version":                              computed(text()),
		"vpc_config":                           vpcConfig(),
	}))
}

func vpcConfig() *schema.Schema {
	field := optional(block(fields{
		"ipv6_allowed_for_dual_stack": defaulted(flag(), false),
		"security_group_ids":          required(setOf(text())),
		"subnet_ids":                  required(setOf(text())),
		"vpc_id":                      computed(text()),
	}))
	// A network of nothing is no network: the state holds none, and that is no change.
	field.DiffSuppressFunc = func(_, before, after string, d *schema.ResourceData) bool {
		return d.Id() != "" && before != "1" && after != "0" &&
			!d.HasChanges("vpc_config.0.security_group_ids", "vpc_config.0.subnet_ids", "vpc_config.0.ipv6_allowed_for_dual_stack")
	}
	return field
}

func environment() *schema.Schema {
	field := optional(block(fields{"variables": optional(mapOf(text()))}))
	// An environment without variables is no environment.
	field.DiffSuppressFunc = func(_, before, after string, d *schema.ResourceData) bool {
		variables, isMap := d.Get("environment.0.variables").(map[string]any)
		return before == "0" && after == "1" && isMap && len(variables) == 0
	}
	return field
}

func sourceCodeHash() *schema.Schema {
	field := optionalComputed(text())
	// What the program leaves out is no change (SuppressMissingOptionalConfigurationBlock).
	field.DiffSuppressFunc = func(_, before, after string, _ *schema.ResourceData) bool { return before == "1" && after == "0" }
	return field
}
