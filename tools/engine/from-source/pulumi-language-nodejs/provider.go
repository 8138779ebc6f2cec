package main

import (
	"context"
	"io"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// runProvider starts a resource provider, among them the hosts of components that run in a process of their own. It prints its port
// by itself; the engine reads it from the stream.
func (host *languageHost) runProvider(ctx context.Context, request *pulumirpc.RunPluginRequest, stdout, stderr io.Writer) error {
	arguments := append([]string{request.GetInfo().GetProgramDirectory()}, request.GetArgs()...)
	commandLine, err := sdkCommandLine(request, "run-plugin", arguments...)
	if err != nil {
		return err
	}
	command := nodeCommand(ctx, host.node, commandLine...)
	command.Dir = request.GetPwd()
	command.Env = request.GetEnv()
	command.Stdout = stdout
	command.Stderr = stderr
	return command.Run()
}
