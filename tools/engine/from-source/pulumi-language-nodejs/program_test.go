package main

import (
	"errors"
	"os/exec"
	"slices"
	"strconv"
	"testing"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

func TestAProgramIsToldItsStackAndEngine(t *testing.T) {
	request := &pulumirpc.RunRequest{
		Project: "shop", Stack: "dev", Pwd: "/shop/infra", MonitorAddress: "127.0.0.1:1", Parallel: 4,
		Info: &pulumirpc.ProgramInfo{RootDirectory: "/shop", EntryPoint: "."},
	}
	common := []string{
		"--monitor", "127.0.0.1:1", "--engine", "127.0.0.1:2", "--project", "shop", "--stack", "dev",
		"--pwd", "/shop/infra", "--parallel", "4", "--root-directory", "/shop",
	}

	for name, row := range map[string]struct {
		change func()
		rest   []string
	}{
		"up":                   {func() {}, []string{"."}},
		"preview":              {func() { request.DryRun = true }, []string{"--dry-run", "."}},
		"with an organization": {func() { request.Organization = "us" }, []string{"--organization", "us", "."}},
		"with arguments":       {func() { request.Args = []string{"a", "b"} }, []string{".", "a", "b"}},
	} {
		t.Run(name, func(t *testing.T) {
			request.DryRun, request.Organization, request.Args = false, "", nil
			row.change()
			if got, want := programArguments(request, "127.0.0.1:2"), slices.Concat(common, row.rest); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestTheEndOfAProgramIsTold(t *testing.T) {
	endWith := func(code int) error { return exec.Command("/bin/sh", "-c", "exit "+strconv.Itoa(code)).Run() }

	for name, row := range map[string]struct {
		err  error
		want *pulumirpc.RunResponse
	}{
		"success is silent":                   {nil, &pulumirpc.RunResponse{}},
		"a failure says its exit code":        {endWith(3), &pulumirpc.RunResponse{Error: "the program ended with exit status 3"}},
		"a failure the user knows is no news": {endWith(alreadyReported), &pulumirpc.RunResponse{Bail: true}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := programResult(row.err)
			if err != nil || got.GetBail() != row.want.GetBail() || got.GetError() != row.want.GetError() {
				t.Errorf("got %v and %v, want %v", got, err, row.want)
			}
		})
	}

	t.Run("a program that cannot be started is the host's error", func(t *testing.T) {
		if _, err := programResult(errors.New("no such file")); err == nil {
			t.Error("got no error")
		}
	})
}
