package main

import "github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"

// The words in which the resource types below say their schemas: a shape, then who gives the value.

type fields = map[string]*schema.Schema

func text() *schema.Schema   { return &schema.Schema{Type: schema.TypeString} }
func number() *schema.Schema { return &schema.Schema{Type: schema.TypeInt} }
func flag() *schema.Schema   { return &schema.Schema{Type: schema.TypeBool} }

func listOf(element *schema.Schema) *schema.Schema {
	return &schema.Schema{Type: schema.TypeList, Elem: element}
}

func setOf(element *schema.Schema) *schema.Schema {
	return &schema.Schema{Type: schema.TypeSet, Elem: element}
}

func mapOf(element *schema.Schema) *schema.Schema {
	return &schema.Schema{Type: schema.TypeMap, Elem: element}
}

func setOfBlocks(inside fields) *schema.Schema {
	return &schema.Schema{Type: schema.TypeSet, Elem: &schema.Resource{Schema: inside}}
}

// block is a nested object of which there is at most one.
func block(inside fields) *schema.Schema {
	return &schema.Schema{Type: schema.TypeList, MaxItems: 1, Elem: &schema.Resource{Schema: inside}}
}

func required(field *schema.Schema) *schema.Schema {
	field.Required = true
	return field
}

func optional(field *schema.Schema) *schema.Schema {
	field.Optional = true
	return field
}

// computed is what AWS alone decides.
func computed(field *schema.Schema) *schema.Schema {
	field.Computed = true
	return field
}

// optionalComputed is what AWS decides where the program does not.
func optionalComputed(field *schema.Schema) *schema.Schema {
	return computed(optional(field))
}

func defaulted(field *schema.Schema, value any) *schema.Schema {
	field.Default = value
	return optional(field)
}

// replacing is a field whose change replaces the resource.
func replacing(field *schema.Schema) *schema.Schema {
	field.ForceNew = true
	return field
}

// apartFrom is a field that excludes another.
func apartFrom(other string, field *schema.Schema) *schema.Schema {
	field.ConflictsWith = []string{other}
	return field
}

// regional has a Region; tagged has tags besides. Every resource of the AWS provider 6 outside IAM is regional.
func regional(own fields) fields {
	own["region"] = replacing(optionalComputed(text()))
	return own
}

func tagged(own fields) fields {
	own["tags"] = optional(mapOf(text()))
	own["tags_all"] = optionalComputed(mapOf(text()))
	return own
}
