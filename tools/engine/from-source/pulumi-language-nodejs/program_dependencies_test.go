package main

import (
	"os"
	"path/filepath"
	"testing"
)

func writeManifest(t *testing.T, content string, elements ...string) {
	t.Helper()
	if err := os.WriteFile(makeFile(t, elements...), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestDependenciesAreListedByNameWithTheVersionThatIsInstalled(t *testing.T) {
	root := t.TempDir()
	writeManifest(t, `{"dependencies": {"there": "^1.0.0", "absent": "^2.0.0"}}`, root, "program/package.json")
	writeManifest(t, `{"version": "1.4.2"}`, root, "node_modules/there/package.json")

	got, err := directDependencies(filepath.Join(root, "program"))
	if err != nil || len(got) != 2 || got[0].Name != "absent" || got[0].Version != "^2.0.0" ||
		got[1].Name != "there" || got[1].Version != "1.4.2" {
		t.Errorf("got %v and %v", got, err)
	}
}

func TestAProgramWithoutAManifestDependsOnNothing(t *testing.T) {
	if got, err := directDependencies(t.TempDir()); err != nil || len(got) != 0 {
		t.Errorf("got %v and %v", got, err)
	}
}

func TestAManifestThatIsNoJsonIsNamed(t *testing.T) {
	root := t.TempDir()
	writeManifest(t, `{`, root, "package.json")
	if _, err := directDependencies(root); err == nil {
		t.Error("got no error")
	}
}
