package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// makeFile makes an empty file below `root`, and the folders it needs.
func makeFile(t *testing.T, elements ...string) string {
	t.Helper()
	file := filepath.Join(elements...)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func realFolder(t *testing.T) string {
	t.Helper()
	folder, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

func sdkIn(t *testing.T, folder string) string {
	t.Helper()
	return filepath.Dir(makeFile(t, folder, "node_modules/@pulumi/pulumi/cmd/run/index.js"))
}

func TestTheSdkIsTheNearestOneUpwards(t *testing.T) {
	root := realFolder(t)
	outer := sdkIn(t, root)
	inner := sdkIn(t, filepath.Join(root, "packs/own"))
	makeFile(t, root, "packs/plain/package.json")

	for directory, want := range map[string]string{".": outer, "packs/plain": outer, "packs/own": inner} {
		if got, err := sdkModule(filepath.Join(root, directory), "run"); err != nil || got != want {
			t.Errorf("from %s: got %q and %v, want %q", directory, got, err, want)
		}
	}
}

func TestALinkedPackRunsOnItsOwnSdk(t *testing.T) {
	root := realFolder(t)
	sdkIn(t, filepath.Join(root, "program"))
	own := sdkIn(t, filepath.Join(root, "pack"))
	link := filepath.Join(root, "program/node_modules/pack")
	if err := os.Symlink(filepath.Join(root, "pack"), link); err != nil {
		t.Fatal(err)
	}
	if got, err := sdkModule(link, "run"); err != nil || got != own {
		t.Errorf("got %q and %v, want %q", got, err, own)
	}
}

func TestAMissingSdkIsSaidInTheWordsTheEngineKnows(t *testing.T) {
	_, err := sdkModule(realFolder(t), "run-policy-pack")
	if err == nil || !strings.Contains(err.Error(), "Cannot find module '@pulumi/pulumi/cmd/run-policy-pack'") {
		t.Errorf("got %v", err)
	}
}
