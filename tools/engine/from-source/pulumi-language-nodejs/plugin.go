package main

import (
	"errors"
	"fmt"
	"os/exec"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// RunPlugin executes a policy pack or a provider written for Node.js, streams what it prints, and ends with its exit code.
func (host *languageHost) RunPlugin(
	request *pulumirpc.RunPluginRequest, stream grpc.ServerStreamingServer[pulumirpc.RunPluginResponse],
) error {
	serial := &serialStream{ServerStreamingServer: stream}
	closer, stdout, stderr, err := rpcutil.MakeRunPluginStreams(serial, false /* no terminal */)
	if err != nil {
		return err
	}

	switch kind := request.GetKind(); kind {
	case "analyzer":
		err = host.runPolicyPack(stream.Context(), request, stdout, stderr)
	case "resource":
		err = host.runProvider(stream.Context(), request, stdout, stderr)
	default:
		err = status.Errorf(codes.Unimplemented, "plugins of kind %q do not run on Node.js here; analyzer and resource do", kind)
	}

	exitCode, err := pluginExitCode(errors.Join(err, closer.Close()))
	if err != nil {
		return err
	}
	return serial.Send(&pulumirpc.RunPluginResponse{Output: &pulumirpc.RunPluginResponse_Exitcode{Exitcode: exitCode}})
}

// pluginExitCode tells a plugin that ended by itself (an exit code) from one that could not be run (an error).
func pluginExitCode(err error) (int32, error) {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return int32(exit.ExitCode()), nil
	}
	return 0, err
}

// sdkCommandLine puts the parts of a plugin's command line together: the SDK's entry, then what that entry expects.
func sdkCommandLine(request *pulumirpc.RunPluginRequest, entry string, rest ...string) ([]string, error) {
	options, err := readRuntimeOptions(request.GetInfo().GetOptions())
	if err != nil {
		return nil, err
	}
	runner, err := sdkModule(request.GetInfo().GetProgramDirectory(), entry)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", request.GetKind(), err)
	}
	return append(append(options.nodeArguments, runner), rest...), nil
}
