//go:build unix

package main

import (
	"context"
	"io"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// gracePeriod is how long a Node.js process may take to end once it is asked to: what the engine itself grants its plugins.
const gracePeriod = 5 * time.Second

// nodeCommand prepares a Node.js process that ends with `ctx`: asked first, so that a provider can close its files, killed after the
// grace period. It stays in the host's process group, which the engine made for the host: one signal to the group reaches all.
func nodeCommand(ctx context.Context, node string, arguments ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, node, arguments...)
	command.Cancel = func() error { return command.Process.Signal(syscall.SIGINT) }
	command.WaitDelay = gracePeriod
	return command
}

// endFamilyWithEngine ends the host and every process it started once the engine is gone, however it went. The engine holds the other
// end of the host's standard input for as long as it lives and never writes to it, so the end of the stream is the end of the engine.
func endFamilyWithEngine(input io.Reader) {
	_, _ = io.Copy(io.Discard, input)
	if syscall.Getpgrp() == os.Getpid() {
		_ = syscall.Kill(0, syscall.SIGKILL)
	}
	os.Exit(0)
}
