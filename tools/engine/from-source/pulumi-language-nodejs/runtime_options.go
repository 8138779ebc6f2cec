package main

import (
	"fmt"

	"github.com/google/shlex"
	"google.golang.org/protobuf/types/known/structpb"
)

// runtimeOptions is what `runtime.options` of a Pulumi.yaml can say about Node.js.
type runtimeOptions struct {
	// typescript: whether .ts files are loaded as they are. Pulumi's default is yes.
	typescript bool
	// nodeArguments come before the program, e.g. `--enable-source-maps`.
	nodeArguments []string
	// tsconfig names a compiler configuration other than the program folder's tsconfig.json; empty when not given.
	tsconfig string
}

func readRuntimeOptions(options *structpb.Struct) (runtimeOptions, error) {
	read := runtimeOptions{typescript: true}
	for name, value := range options.AsMap() {
		var ok bool
		var want string
		switch name {
		case "typescript":
			read.typescript, ok = value.(bool)
			want = "true or false"
		case "tsconfig":
			read.tsconfig, ok = value.(string)
			want = "the path of a file"
		case "nodeargs":
			var line string
			if line, ok = value.(string); ok {
				var err error
				if read.nodeArguments, err = shlex.Split(line); err != nil {
					return runtimeOptions{}, fmt.Errorf("runtime option nodeargs: %w", err)
				}
			}
			want = "a string"
		default:
			// Others (packagemanager …) say how to install, which is not done here.
			ok = true
		}
		if !ok {
			return runtimeOptions{}, fmt.Errorf("runtime option %s must be %s, not %v", name, want, value)
		}
	}
	return read, nil
}

// environment is what the SDK's `run` reads the options from.
func (options runtimeOptions) environment() []string {
	var variables []string
	if options.typescript {
		variables = append(variables, "PULUMI_NODEJS_TYPESCRIPT=true")
	}
	if options.tsconfig != "" {
		variables = append(variables, "PULUMI_NODEJS_TSCONFIG_PATH="+options.tsconfig)
	}
	return variables
}
