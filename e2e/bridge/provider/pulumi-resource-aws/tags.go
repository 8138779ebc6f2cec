package main

import (
	"context"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// planTags works out all tags of a resource: its own, for here are no default ones (terraform-provider-aws, setTagsAll).
func planTags(_ context.Context, d *schema.ResourceDiff, _ any) error {
	plan := d.GetRawPlan()
	if plan.IsNull() || !plan.Type().HasAttribute("tags_all") {
		return nil
	}
	if !plan.GetAttr("tags").IsWhollyKnown() {
		return d.SetNewComputed("tags_all")
	}
	tags := d.Get("tags").(map[string]any)
	if len(tags) == 0 && !d.HasChange("tags") {
		return nil
	}
	return d.SetNew("tags_all", tags)
}
