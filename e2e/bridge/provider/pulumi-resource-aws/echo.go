package main

import (
	"context"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/customdiff"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// remote is what stands where AWS would: it keeps what it was told and adds what AWS decides.
type remote struct {
	fields fields
	// identify gives the id of a new resource.
	identify func(d *schema.ResourceData) string
	// describe gives the fields that AWS decides or reports in a form of its own; the id is there already. Nil when there are none.
	describe func(d *schema.ResourceData) map[string]any
	plan     schema.CustomizeDiffFunc
}

// resource serves a remote through Terraform's SDKv2. State is all there is: nothing is stored, so reading changes nothing.
func (r remote) resource() *schema.Resource {
	made := &schema.Resource{
		Schema:        r.fields,
		CustomizeDiff: customdiff.Sequence(r.plans()...),
		CreateContext: func(_ context.Context, d *schema.ResourceData, _ any) diag.Diagnostics {
			d.SetId(r.identify(d))
			return r.report(d)
		},
		ReadContext:   func(context.Context, *schema.ResourceData, any) diag.Diagnostics { return nil },
		DeleteContext: func(context.Context, *schema.ResourceData, any) diag.Diagnostics { return nil },
	}
	if r.changes() {
		made.UpdateContext = func(_ context.Context, d *schema.ResourceData, _ any) diag.Diagnostics { return r.report(d) }
	}
	return made
}

func (r remote) plans() []schema.CustomizeDiffFunc {
	if r.plan == nil {
		return []schema.CustomizeDiffFunc{planTags}
	}
	return []schema.CustomizeDiffFunc{planTags, r.plan}
}

func (r remote) report(d *schema.ResourceData) diag.Diagnostics {
	described := map[string]any{}
	if r.describe != nil {
		described = r.describe(d)
	}
	if _, tagged := r.fields["tags_all"]; tagged {
		described["tags"], described["tags_all"] = d.Get("tags"), d.Get("tags_all")
	}
	for name, value := range described {
		if err := d.Set(name, value); err != nil {
			return diag.Errorf("%s: %v", name, err)
		}
	}
	return nil
}

// changes tells whether any change leaves the resource in place; SDKv2 refuses an update where none does.
func (r remote) changes() bool {
	for _, field := range r.fields {
		if (field.Required || field.Optional) && !field.ForceNew {
			return true
		}
	}
	return false
}

// orElse is the value of a text that the program gave, or what AWS decides.
func orElse(d *schema.ResourceData, name, otherwise string) string {
	if given, ok := d.GetOk(name); ok {
		return given.(string)
	}
	return otherwise
}

const account = "123456789012"

func arn(service string, d *schema.ResourceData, resource string) string {
	return "arn:aws:" + service + ":" + d.Get("region").(string) + ":" + account + ":" + resource
}
