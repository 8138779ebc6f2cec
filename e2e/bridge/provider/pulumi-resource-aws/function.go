package main

import (
	"strconv"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// function has the behaviour of terraform-provider-aws, aws_lambda_function.
func function() *schema.Resource {
	return remote{
		fields:   functionFields(),
		plan:     planPublication,
		identify: func(d *schema.ResourceData) string { return d.Get("function_name").(string) },
		describe: describeFunction,
	}.resource()
}

func describeFunction(d *schema.ResourceData) map[string]any {
	name := d.Id()
	own := arn("lambda", d, "function:"+name)
	version := publishedVersion(d)
	return map[string]any{
		"architectures":                 given(d, "architectures", []any{"x86_64"}),
		"arn":                           own,
		"code_sha256":                   "sha256-of-" + name,
		"code_signing_config_arn":       d.Get("code_signing_config_arn"),
		"description":                   d.Get("description"),
		"ephemeral_storage":             given(d, "ephemeral_storage", []any{map[string]any{"size": 512}}),
		"invoke_arn":                    invokeARN(d, own),
		"last_modified":                 now,
		"logging_config":                describeLogging(d),
		"qualified_arn":                 own + ":" + version,
		"qualified_invoke_arn":          invokeARN(d, own+":"+version),
		"response_streaming_invoke_arn": streamingARN(d, own),
		"source_code_hash":              d.Get("source_code_hash"),
		"source_code_size":              0,
		"tracing_config":                given(d, "tracing_config", []any{map[string]any{"mode": "PassThrough"}}),
		"version":                       version,
		"vpc_config":                    describeVpcConfig(d),
	}
}

// given is what the program gave, or what Lambda gives where it did not.
func given(d *schema.ResourceData, name string, otherwise []any) any {
	if value, ok := d.GetOk(name); ok {
		return value
	}
	return otherwise
}

// describeLogging fills in the log group that Lambda writes to.
func describeLogging(d *schema.ResourceData) []any {
	logging := map[string]any{"log_format": "Text"}
	if blocks := d.Get("logging_config").([]any); len(blocks) > 0 && blocks[0] != nil {
		logging = blocks[0].(map[string]any)
	}
	if group, named := logging["log_group"].(string); !named || group == "" {
		logging["log_group"] = "/aws/lambda/" + d.Id()
	}
	return []any{logging}
}

// describeVpcConfig adds the VPC to a network; a network of nothing is none, and Lambda reports none (flattenVPCConfigResponse).
func describeVpcConfig(d *schema.ResourceData) []any {
	blocks := d.Get("vpc_config").([]any)
	if len(blocks) == 0 || blocks[0] == nil {
		return nil
	}
	asked := blocks[0].(map[string]any)
	subnets, groups := asked["subnet_ids"].(*schema.Set), asked["security_group_ids"].(*schema.Set)
	if subnets.Len() == 0 {
		return nil
	}
	return []any{map[string]any{
		"ipv6_allowed_for_dual_stack": asked["ipv6_allowed_for_dual_stack"],
		"security_group_ids":          groups,
		"subnet_ids":                  subnets,
		"vpc_id":                      vpcOf(subnets.List()[0].(string)),
	}}
}

// publishedVersion is the newest version: the one before, or one more when this change publishes.
func publishedVersion(d *schema.ResourceData) string {
	before, _ := d.GetChange("version")
	latest, err := strconv.Atoi(before.(string))
	if err != nil {
		latest = 0 // new, or nothing but $LATEST
	}
	if d.Get("publish").(bool) && (d.IsNewResource() || codeChanges(d) || configurationChanges(d) || d.HasChange("publish")) {
		latest++
	}
	if latest == 0 {
		return "$LATEST"
	}
	return strconv.Itoa(latest)
}

func invokeARN(d *schema.ResourceData, of string) string {
	return "arn:aws:apigateway:" + d.Get("region").(string) + ":lambda:path/2015-03-31/functions/" + of + "/invocations"
}

func streamingARN(d *schema.ResourceData, of string) string {
	return "arn:aws:apigateway:" + d.Get("region").(string) + ":lambda:path/2021-11-15/functions/" + of + "/response-streaming-invocations"
}
