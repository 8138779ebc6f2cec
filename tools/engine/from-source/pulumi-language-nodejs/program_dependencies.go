package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// GetProgramDependencies lists what a program's package.json depends on directly, with the versions that are installed. What those
// depend on in turn is npm's to know (`npm ls --all`).
func (host *languageHost) GetProgramDependencies(
	_ context.Context, request *pulumirpc.GetProgramDependenciesRequest,
) (*pulumirpc.GetProgramDependenciesResponse, error) {
	dependencies, err := directDependencies(request.GetInfo().GetProgramDirectory())
	if err != nil {
		return nil, err
	}
	return &pulumirpc.GetProgramDependenciesResponse{Dependencies: dependencies}, nil
}

// packageManifest is the part of a package.json that is read here.
type packageManifest struct {
	Version      string            `json:"version"`
	Dependencies map[string]string `json:"dependencies"`
}

func directDependencies(directory string) ([]*pulumirpc.DependencyInfo, error) {
	manifest, err := readManifest(filepath.Join(directory, "package.json"))
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var dependencies []*pulumirpc.DependencyInfo
	for name, requested := range manifest.Dependencies {
		dependencies = append(dependencies, &pulumirpc.DependencyInfo{
			Name: name, Version: cmp.Or(installedVersion(directory, name), requested),
		})
	}
	slices.SortFunc(dependencies, func(a, b *pulumirpc.DependencyInfo) int { return cmp.Compare(a.Name, b.Name) })
	return dependencies, nil
}

// installedVersion is empty when the package is not installed in any node_modules upwards of `directory`.
func installedVersion(directory, name string) string {
	for folder := directory; ; folder = filepath.Dir(folder) {
		if manifest, err := readManifest(filepath.Join(folder, "node_modules", name, "package.json")); err == nil {
			return manifest.Version
		}
		if folder == filepath.Dir(folder) {
			return ""
		}
	}
}

func readManifest(path string) (packageManifest, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return packageManifest{}, err
	}
	var manifest packageManifest
	if err := json.Unmarshal(content, &manifest); err != nil {
		return packageManifest{}, fmt.Errorf("%s is no package manifest: %w", path, err)
	}
	return manifest, nil
}
