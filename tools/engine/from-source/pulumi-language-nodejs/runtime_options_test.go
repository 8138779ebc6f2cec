package main

import (
	"slices"
	"testing"

	"google.golang.org/protobuf/types/known/structpb"
)

func TestRuntimeOptionsReachTheProgram(t *testing.T) {
	for name, row := range map[string]struct {
		options       map[string]any
		environment   []string
		nodeArguments []string
	}{
		"none: TypeScript is loaded as it is": {nil, []string{"PULUMI_NODEJS_TYPESCRIPT=true"}, nil},
		"no TypeScript":                       {map[string]any{"typescript": false}, nil, nil},
		"another tsconfig": {
			map[string]any{"typescript": false, "tsconfig": "infra.json"}, []string{"PULUMI_NODEJS_TSCONFIG_PATH=infra.json"}, nil,
		},
		"arguments of node, with quotes": {
			map[string]any{"typescript": false, "nodeargs": `--title "my program" --stack-size=2000`}, nil,
			[]string{"--title", "my program", "--stack-size=2000"},
		},
		"options about installing are not ours": {map[string]any{"typescript": false, "packagemanager": "pnpm"}, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			options, err := structpb.NewStruct(row.options)
			if err != nil {
				t.Fatal(err)
			}
			got, err := readRuntimeOptions(options)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got.environment(), row.environment) || !slices.Equal(got.nodeArguments, row.nodeArguments) {
				t.Errorf("got %q and %q", got.environment(), got.nodeArguments)
			}
		})
	}
}

func TestARuntimeOptionOfTheWrongTypeIsNamed(t *testing.T) {
	options, err := structpb.NewStruct(map[string]any{"typescript": "yes"})
	if err != nil {
		t.Fatal(err)
	}
	want := "runtime option typescript must be true or false, not yes"
	if _, err := readRuntimeOptions(options); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
