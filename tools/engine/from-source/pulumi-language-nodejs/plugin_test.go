package main

import (
	"context"
	"os"
	"testing"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// recordedStream keeps what a plugin sends instead of sending it.
type recordedStream struct {
	grpc.ServerStreamingServer[pulumirpc.RunPluginResponse]

	ctx            context.Context
	stdout, stderr string
	exitCode       int32
}

func (stream *recordedStream) Context() context.Context { return stream.ctx }

func (stream *recordedStream) Send(response *pulumirpc.RunPluginResponse) error {
	stream.stdout += string(response.GetStdout())
	stream.stderr += string(response.GetStderr())
	stream.exitCode += response.GetExitcode()
	return nil
}

// runShellProvider runs a provider whose "node" is a shell and whose SDK entry is `script`.
func runShellProvider(t *testing.T, script string) *recordedStream {
	t.Helper()
	root := realFolder(t)
	entry := makeFile(t, root, "node_modules/@pulumi/pulumi/cmd/run-plugin")
	if err := os.WriteFile(entry, []byte(script), 0o644); err != nil {
		t.Fatal(err)
	}
	stream := &recordedStream{ctx: t.Context()}
	err := (&languageHost{node: "/bin/sh"}).RunPlugin(&pulumirpc.RunPluginRequest{
		Kind: "resource", Pwd: root, Args: []string{"127.0.0.1:2"}, Env: []string{"GIVEN=yes"},
		Info: &pulumirpc.ProgramInfo{ProgramDirectory: root},
	}, stream)
	if err != nil {
		t.Fatal(err)
	}
	return stream
}

func TestAProviderGetsItsFolderTheEngineAndTheEnvironment(t *testing.T) {
	stream := runShellProvider(t, `[ -d "$1" ] && echo "$2 $GIVEN"; echo warning >&2`)
	if stream.stdout != "127.0.0.1:2 yes\n" || stream.stderr != "warning\n" || stream.exitCode != 0 {
		t.Errorf("got %q, %q and exit code %d", stream.stdout, stream.stderr, stream.exitCode)
	}
}

func TestTheExitCodeOfAProviderIsSent(t *testing.T) {
	if stream := runShellProvider(t, "exit 7"); stream.exitCode != 7 {
		t.Errorf("got exit code %d", stream.exitCode)
	}
}

func TestAPluginOfAnotherKindIsRefused(t *testing.T) {
	stream := &recordedStream{ctx: t.Context()}
	if err := (&languageHost{}).RunPlugin(&pulumirpc.RunPluginRequest{Kind: "converter"}, stream); err == nil {
		t.Error("got no error")
	}
}
