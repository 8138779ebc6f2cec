package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// alreadyReported is the SDK's exit code for "the user has been told" (cmd/run of @pulumi/pulumi: 32).
const alreadyReported = 32

// Run executes a Pulumi program and says how it ended.
func (host *languageHost) Run(ctx context.Context, request *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	options, err := readRuntimeOptions(request.GetInfo().GetOptions())
	if err != nil {
		return nil, err
	}
	runner, err := sdkModule(request.GetInfo().GetProgramDirectory(), "run")
	if err != nil {
		return nil, err
	}
	configuration, err := stackConfiguration(request.GetConfig(), request.GetConfigSecretKeys())
	if err != nil {
		return nil, fmt.Errorf("cannot hand the stack's configuration to the program: %w", err)
	}

	arguments := append(slices.Clone(options.nodeArguments), runner)
	program := nodeCommand(ctx, host.node, append(arguments, programArguments(request, host.engineAddress)...)...)
	program.Env = slices.Concat(os.Environ(), configuration, options.environment())
	program.Stdout = os.Stdout
	program.Stderr = os.Stderr
	return programResult(program.Run())
}

// programArguments is the command line that the SDK's `run` understands.
func programArguments(request *pulumirpc.RunRequest, engineAddress string) []string {
	arguments := []string{
		"--monitor", request.GetMonitorAddress(),
		"--engine", engineAddress,
		"--project", request.GetProject(),
		"--stack", request.GetStack(),
		"--pwd", request.GetPwd(),
		"--parallel", strconv.Itoa(int(request.GetParallel())),
		"--root-directory", request.GetInfo().GetRootDirectory(),
	}
	if organization := request.GetOrganization(); organization != "" {
		arguments = append(arguments, "--organization", organization)
	}
	if request.GetDryRun() {
		arguments = append(arguments, "--dry-run")
	}
	return append(append(arguments, request.GetInfo().GetEntryPoint()), request.GetArgs()...)
}

func programResult(err error) (*pulumirpc.RunResponse, error) {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return &pulumirpc.RunResponse{}, nil
	case errors.As(err, &exit) && exit.ExitCode() == alreadyReported:
		return &pulumirpc.RunResponse{Bail: true}, nil
	case errors.As(err, &exit):
		return &pulumirpc.RunResponse{Error: fmt.Sprintf("the program ended with %v", exit)}, nil
	default:
		return nil, fmt.Errorf("cannot start the program: %w", err)
	}
}
