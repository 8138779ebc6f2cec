package main

import (
	"context"
	"fmt"
	"os/exec"
	"strings"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// About names the Node.js that would run the program: the first answer to "it works on my machine".
func (host *languageHost) About(ctx context.Context, _ *pulumirpc.AboutRequest) (*pulumirpc.AboutResponse, error) {
	version, err := exec.CommandContext(ctx, host.node, "--version").Output()
	if err != nil {
		return nil, fmt.Errorf("%s --version: %w", host.node, err)
	}
	return &pulumirpc.AboutResponse{
		Executable: host.node,
		Version:    strings.TrimSpace(string(version)),
		Metadata:   map[string]string{"host": "lambda-vpc " + hostVersion},
	}, nil
}
