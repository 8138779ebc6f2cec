package main

import (
	"context"

	pfbridge "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/pf/tfbridge"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	sdkv2 "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim/sdk-v2"
	"github.com/pulumi/pulumi/sdk/v3/go/common/resource"
	"github.com/pulumi/pulumi/sdk/v3/go/common/tokens"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// providerInfo tells the bridge what pulumi-aws 7 tells it of these types (its provider/resources.go and provider/resource_overrides.go).
func providerInfo(ctx context.Context) tfbridge.ProviderInfo {
	sdk := &schema.Provider{
		Schema: fields{"region": optional(text())},
		ResourcesMap: map[string]*schema.Resource{
			"aws_vpc":                        vpc(),
			"aws_subnet":                     subnet(),
			"aws_security_group":             securityGroup(),
			"aws_default_security_group":     defaultSecurityGroup(),
			"aws_security_group_rule":        securityGroupRule(),
			"aws_iam_role":                   role(),
			"aws_iam_role_policy_attachment": rolePolicyAttachment(),
			"aws_lambda_function":            function(),
		},
	}
	return tfbridge.ProviderInfo{
		Name:             "aws",
		Version:          version,
		P:                pfbridge.MuxShimWithDisjointgPF(ctx, sdkv2.NewProvider(sdk), frameworkProvider{}),
		MetadataInfo:     tfbridge.NewProviderMetadata(nil),
		UpstreamRepoPath: ".",
		Config: map[string]*tfbridge.SchemaInfo{
			"region": {Default: &tfbridge.DefaultInfo{EnvVars: []string{"AWS_REGION", "AWS_DEFAULT_REGION"}}},
		},
		Resources: map[string]*tfbridge.ResourceInfo{
			"aws_vpc":    {Tok: token("ec2", "vpc", "Vpc"), PreCheckCallback: regionAndTags},
			"aws_subnet": {Tok: token("ec2", "subnet", "Subnet"), PreCheckCallback: regionAndTags},
			"aws_security_group": {
				Tok:              token("ec2", "securityGroup", "SecurityGroup"),
				Fields:           fieldsInfo{"name": autoNamed(255), "ingress": {Name: "ingress"}, "egress": {Name: "egress"}},
				PreCheckCallback: regionAndTags,
			},
			"aws_default_security_group": {
				Tok:              token("ec2", "defaultSecurityGroup", "DefaultSecurityGroup"),
				Fields:           fieldsInfo{"ingress": {Name: "ingress"}, "egress": {Name: "egress"}},
				PreCheckCallback: regionAndTags,
			},
			"aws_security_group_rule": {Tok: token("ec2", "securityGroupRule", "SecurityGroupRule"), PreCheckCallback: withRegion},
			"aws_vpc_security_group_egress_rule": {
				Tok:              token("vpc", "securityGroupEgressRule", "SecurityGroupEgressRule"),
				PreCheckCallback: withRegion,
			},
			"aws_vpc_security_group_ingress_rule": {
				Tok:              token("vpc", "securityGroupIngressRule", "SecurityGroupIngressRule"),
				PreCheckCallback: withRegion,
			},
			"aws_iam_role": {
				Tok:              token("iam", "role", "Role"),
				Fields:           fieldsInfo{"name": autoNamed(64), "assume_role_policy": {Transform: tfbridge.TransformJSONDocument}},
				PreCheckCallback: withAllTags,
			},
			"aws_iam_role_policy_attachment": {
				Tok:                 token("iam", "rolePolicyAttachment", "RolePolicyAttachment"),
				DeleteBeforeReplace: true,
			},
			"aws_lambda_function": {
				Tok: token("lambda", "function", "Function"),
				Fields: fieldsInfo{
					"function_name": autoNamed(64),
					"filename": {
						Name:  "code",
						Asset: &tfbridge.AssetTranslation{Kind: tfbridge.FileArchive, Format: resource.ZIPArchive, HashField: "source_code_hash"},
					},
					"architectures": {Name: "architectures", MaxItemsOne: tfbridge.False()},
				},
				PreCheckCallback: regionAndTags,
			},
		},
		EnableAccurateBridgePreview: true,
		EnableRawStateDelta:         true,
	}
}

type fieldsInfo = map[string]*tfbridge.SchemaInfo

func token(module, file, name string) tokens.Type {
	return tokens.Type("aws:" + module + "/" + file + ":" + name)
}

// autoNamed is the property `name` that a program may leave to Pulumi, at most longest characters long.
func autoNamed(longest int) *tfbridge.SchemaInfo {
	return tfbridge.AutoName("name", longest, "-")
}
