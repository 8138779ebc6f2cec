package main

import (
	"slices"
	"testing"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

func TestAPolicyPackReadsItsStackFromTheEnvironment(t *testing.T) {
	got, err := policyPackEnvironment(&pulumirpc.AnalyzerStackConfigureRequest{
		Organization: "us", Project: "shop", Stack: "dev", DryRun: true,
		Config: map[string]string{"shop:size": "3"}, ConfigSecretKeys: []string{"shop:key"},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`PULUMI_CONFIG={"shop:size":"3"}`, `PULUMI_CONFIG_SECRET_KEYS=["shop:key"]`, "PULUMI_NODEJS_ORGANIZATION=us",
		"PULUMI_NODEJS_PROJECT=shop", "PULUMI_NODEJS_STACK=dev", "PULUMI_NODEJS_DRY_RUN=true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAPolicyPackWithoutAStackIsToldOfNone(t *testing.T) {
	if got, err := policyPackEnvironment(nil); err != nil || got != nil {
		t.Errorf("got %q and %v", got, err)
	}
}

func TestAnEmptyConfigurationIsEmptyJson(t *testing.T) {
	got, err := stackConfiguration(nil, nil)
	if want := []string{"PULUMI_CONFIG={}", "PULUMI_CONFIG_SECRET_KEYS=[]"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q and %v, want %q", got, err, want)
	}
}
