package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/pulumi/pulumi/sdk/v3"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// runPolicyPack starts a pack behind the SDK's proxy: the engine hands over stack and configuration by a call, while a Node.js pack
// reads them from its environment when it starts. The proxy answers the call, then the pack is started and the rest passes through.
//
// Which file of the pack runs is Node.js's own choice: `main` of its package.json, else index.
func (host *languageHost) runPolicyPack(ctx context.Context, request *pulumirpc.RunPluginRequest, stdout, stderr io.Writer) error {
	if len(request.GetArgs()) == 0 {
		return fmt.Errorf("the engine gave the policy pack no address to call back")
	}
	// The address is the last argument; logging flags before it mean nothing to a pack.
	engineAddress := request.GetArgs()[len(request.GetArgs())-1]
	pack := request.GetInfo().GetProgramDirectory()
	commandLine, err := sdkCommandLine(request, "run-policy-pack", engineAddress, pack)
	if err != nil {
		return err
	}

	proxy, packOutput, err := sdk.NewPolicyProxy(ctx, stdout)
	if err != nil {
		return fmt.Errorf("cannot start the policy proxy: %w", err)
	}
	stack, err := proxy.AwaitConfiguration(ctx)
	if err != nil {
		return fmt.Errorf("the engine did not say which stack the policy pack looks at: %w", err)
	}
	variables, err := policyPackEnvironment(stack)
	if err != nil {
		return err
	}

	command := nodeCommand(ctx, host.node, commandLine...)
	command.Dir = pack
	command.Env = slices.Concat(request.GetEnv(), variables)
	command.Stdout = packOutput
	command.Stderr = stderr
	if err := command.Start(); err != nil {
		return fmt.Errorf("cannot start the policy pack in %s: %w", pack, err)
	}
	return proxy.Attach(ctx, command)
}

// policyPackEnvironment is the stack as a Node.js pack reads it. No stack (`pulumi policy publish`) means no variables.
func policyPackEnvironment(stack *pulumirpc.AnalyzerStackConfigureRequest) ([]string, error) {
	if stack == nil {
		return nil, nil
	}
	configuration, err := stackConfiguration(stack.GetConfig(), stack.GetConfigSecretKeys())
	if err != nil {
		return nil, fmt.Errorf("cannot hand the stack's configuration to the policy pack: %w", err)
	}
	return append(configuration,
		"PULUMI_NODEJS_ORGANIZATION="+stack.GetOrganization(),
		"PULUMI_NODEJS_PROJECT="+stack.GetProject(),
		"PULUMI_NODEJS_STACK="+stack.GetStack(),
		"PULUMI_NODEJS_DRY_RUN="+strconv.FormatBool(stack.GetDryRun()),
	), nil
}
