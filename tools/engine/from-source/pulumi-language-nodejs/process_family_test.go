//go:build unix

package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// familyVariable makes this test binary play a language host that has started a process.
const familyVariable = "PLAY_A_FAMILY"

func TestMain(m *testing.M) {
	if os.Getenv(familyVariable) != "" {
		// The child holds the same standard output and ends by itself long after the test has failed.
		child := nodeCommand(context.Background(), "/bin/sh", "-c", "echo started; exec sleep 30")
		child.Stdout = os.Stdout
		if err := child.Start(); err != nil {
			os.Exit(1)
		}
		endFamilyWithEngine(os.Stdin)
	}
	os.Exit(m.Run())
}

func TestWhenTheEngineIsGoneTheHostAndItsProcessesEnd(t *testing.T) {
	host := exec.Command(os.Args[0])
	host.Env = append(os.Environ(), familyVariable+"=1")
	host.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	engine, err := host.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := host.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := host.Start(); err != nil {
		t.Fatal(err)
	}
	rescue := time.AfterFunc(20*time.Second, func() { _ = syscall.Kill(-host.Process.Pid, syscall.SIGKILL) })

	reader := bufio.NewReader(stdout)
	if _, err := reader.ReadString('\n'); err != nil {
		t.Fatalf("the family did not start: %v", err)
	}
	_ = engine.Close()
	// The stream ends when the last holder of the standard output has ended.
	if _, err := io.ReadAll(reader); err != nil {
		t.Fatal(err)
	}
	if !rescue.Stop() {
		t.Error("the family outlived its engine")
	}
	_ = host.Wait()
}

func TestACalledOffProcessIsAskedToEnd(t *testing.T) {
	ctx, callOff := context.WithCancel(t.Context())
	command := nodeCommand(ctx, "/bin/sh", "-c", "trap 'exit 9' INT; echo ready; i=0; while [ $i != 400 ]; do i=$((i + 1)); sleep 0.05; done")
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReader(stdout).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	callOff()
	_ = command.Wait()
	if code := command.ProcessState.ExitCode(); code != 9 {
		t.Errorf("got exit code %d, want the one of a process that was asked", code)
	}
}
