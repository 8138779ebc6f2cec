package main

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// directedRule has the fields of terraform-provider-aws, aws_vpc_security_group_egress_rule and aws_vpc_security_group_ingress_rule.
type directedRule struct{ direction string }

type directedRuleModel struct {
	ARN                       types.String `tfsdk:"arn"`
	CidrIPv4                  types.String `tfsdk:"cidr_ipv4"`
	CidrIPv6                  types.String `tfsdk:"cidr_ipv6"`
	Description               types.String `tfsdk:"description"`
	FromPort                  types.Int64  `tfsdk:"from_port"`
	ID                        types.String `tfsdk:"id"`
	IPProtocol                types.String `tfsdk:"ip_protocol"`
	PrefixListID              types.String `tfsdk:"prefix_list_id"`
	ReferencedSecurityGroupID types.String `tfsdk:"referenced_security_group_id"`
	Region                    types.String `tfsdk:"region"`
	SecurityGroupID           types.String `tfsdk:"security_group_id"`
	SecurityGroupRuleID       types.String `tfsdk:"security_group_rule_id"`
	Tags                      types.Map    `tfsdk:"tags"`
	TagsAll                   types.Map    `tfsdk:"tags_all"`
	ToPort                    types.Int64  `tfsdk:"to_port"`
}

func (rule directedRule) Metadata(_ context.Context, _ resource.MetadataRequest, response *resource.MetadataResponse) {
	response.TypeName = "aws_vpc_security_group_" + rule.direction + "_rule"
}

func (directedRule) Schema(_ context.Context, _ resource.SchemaRequest, response *resource.SchemaResponse) {
	settled := schema.StringAttribute{Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()}}
	optional := schema.StringAttribute{Optional: true}
	response.Schema = schema.Schema{Attributes: map[string]schema.Attribute{
		"arn":                          settled,
		"cidr_ipv4":                    optional,
		"cidr_ipv6":                    optional,
		"description":                  optional,
		"from_port":                    schema.Int64Attribute{Optional: true},
		"id":                           settled,
		"ip_protocol":                  schema.StringAttribute{Required: true},
		"prefix_list_id":               optional,
		"referenced_security_group_id": optional,
		"region": schema.StringAttribute{Optional: true, Computed: true, PlanModifiers: []planmodifier.String{
			stringplanmodifier.UseStateForUnknown(), stringplanmodifier.RequiresReplace(),
		}},
		"security_group_id":      schema.StringAttribute{Required: true, PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()}},
		"security_group_rule_id": settled,
		"tags":                   schema.MapAttribute{Optional: true, ElementType: types.StringType},
		"tags_all":               schema.MapAttribute{Computed: true, ElementType: types.StringType},
		"to_port":                schema.Int64Attribute{Optional: true},
	}}
}

func (directedRule) Create(ctx context.Context, request resource.CreateRequest, response *resource.CreateResponse) {
	var rule directedRuleModel
	response.Diagnostics.Append(request.Plan.Get(ctx, &rule)...)
	id := newID("sgr")(nil)
	rule.ID, rule.SecurityGroupRuleID = types.StringValue(id), types.StringValue(id)
	rule.ARN = types.StringValue("arn:aws:ec2:" + rule.Region.ValueString() + ":" + account + ":security-group-rule/" + id)
	response.Diagnostics.Append(response.State.Set(ctx, &rule)...)
}

func (directedRule) Read(context.Context, resource.ReadRequest, *resource.ReadResponse) {}

func (directedRule) Update(ctx context.Context, request resource.UpdateRequest, response *resource.UpdateResponse) {
	var rule directedRuleModel
	response.Diagnostics.Append(request.Plan.Get(ctx, &rule)...)
	response.Diagnostics.Append(response.State.Set(ctx, &rule)...)
}

func (directedRule) Delete(context.Context, resource.DeleteRequest, *resource.DeleteResponse) {}

// ModifyPlan replaces a rule whose kind of peer changes, and works out all its tags, as the AWS provider does.
func (directedRule) ModifyPlan(ctx context.Context, request resource.ModifyPlanRequest, response *resource.ModifyPlanResponse) {
	if request.Plan.Raw.IsNull() {
		return
	}
	var planned directedRuleModel
	response.Diagnostics.Append(request.Plan.Get(ctx, &planned)...)
	all, problems := allTags(ctx, planned.Tags)
	response.Diagnostics.Append(problems...)
	response.Diagnostics.Append(response.Plan.SetAttribute(ctx, path.Root("tags_all"), all)...)
	if request.State.Raw.IsNull() {
		return
	}
	var before directedRuleModel
	response.Diagnostics.Append(request.State.Get(ctx, &before)...)
	if was, is := before.peer(), planned.peer(); was != is {
		response.RequiresReplace = []path.Path{path.Root(was), path.Root(is)}
	}
}

func allTags(ctx context.Context, tags types.Map) (types.Map, diag.Diagnostics) {
	value, err := tags.ToTerraformValue(ctx)
	switch {
	case err != nil:
		return tags, diag.Diagnostics{diag.NewErrorDiagnostic("tags", err.Error())}
	case tags.IsNull():
		return types.MapValue(types.StringType, nil)
	case !value.IsFullyKnown():
		return types.MapUnknown(types.StringType), nil
	default:
		return tags, nil
	}
}

// peer names the attribute that says whom the rule lets in or out to.
func (rule directedRuleModel) peer() string {
	switch {
	case !rule.CidrIPv4.IsNull():
		return "cidr_ipv4"
	case !rule.CidrIPv6.IsNull():
		return "cidr_ipv6"
	case !rule.PrefixListID.IsNull():
		return "prefix_list_id"
	default:
		return "referenced_security_group_id"
	}
}
