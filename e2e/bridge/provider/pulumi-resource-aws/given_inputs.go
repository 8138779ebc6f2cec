package main

import (
	"context"

	"github.com/pulumi/pulumi/sdk/v3/go/common/resource"
)

// What pulumi-aws puts into a resource's inputs before the bridge checks them (its provider/region.go and provider/tags.go). Here the
// provider has no default tags and ignores none.

func regionAndTags(ctx context.Context, inputs, config resource.PropertyMap) (resource.PropertyMap, error) {
	tagged, err := withAllTags(ctx, inputs, config)
	if err != nil {
		return nil, err
	}
	return withRegion(ctx, tagged, config)
}

func withRegion(_ context.Context, inputs, config resource.PropertyMap) (resource.PropertyMap, error) {
	region, configured := config["region"]
	if own, given := inputs["region"]; (given && !own.IsNull()) || !configured || region.IsNull() {
		return inputs, nil
	}
	return with(inputs, "region", region), nil
}

func withAllTags(_ context.Context, inputs, _ resource.PropertyMap) (resource.PropertyMap, error) {
	tags, given := inputs["tags"]
	if given && tags.ContainsUnknowns() {
		return with(inputs, "tagsAll", resource.NewOutputProperty(resource.Output{Known: false})), nil
	}
	if !given || !tags.IsObject() {
		tags = resource.NewObjectProperty(resource.PropertyMap{})
	}
	return with(inputs, "tagsAll", tags), nil
}

func with(inputs resource.PropertyMap, name resource.PropertyKey, value resource.PropertyValue) resource.PropertyMap {
	changed := inputs.Copy()
	changed[name] = value
	return changed
}
