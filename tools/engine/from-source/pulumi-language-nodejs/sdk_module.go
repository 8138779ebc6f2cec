package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// sdkModule finds an entry of the Pulumi SDK (`run`, `run-policy-pack`, `run-plugin`) as Node.js itself would from `directory`:
// the nearest node_modules upwards that holds it. Links are resolved first, as Node.js does: a pack linked into node_modules runs
// on its own SDK, and SDK and pack are never two copies.
func sdkModule(directory, entry string) (string, error) {
	start, err := filepath.EvalSymlinks(directory)
	if err != nil {
		return "", fmt.Errorf("cannot read the folder of the program: %w", err)
	}
	for folder := start; ; folder = filepath.Dir(folder) {
		module := filepath.Join(folder, "node_modules", "@pulumi", "pulumi", "cmd", entry)
		if _, err := os.Stat(module); err == nil {
			return module, nil
		}
		if folder == filepath.Dir(folder) {
			// The engine knows this wording and turns it into advice of its own for policy packs.
			return "", fmt.Errorf("Cannot find module '@pulumi/pulumi/cmd/%s' from %s: run `npm install` there", entry, start)
		}
	}
}
