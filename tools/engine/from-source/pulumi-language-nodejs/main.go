// The Node.js language host: what Pulumi's engine calls to run programs, policy packs and plugins written for Node.js.
//
// It stands beside a CLI built from the Go module, because the vendor's host is published with the vendor's downloads only.
// Where a vendor CLI is installed, the vendor's host runs and this one does not.
package main

import (
	"fmt"
	"os"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

func main() {
	if err := serve(os.Args); err != nil {
		fmt.Fprintf(os.Stderr, "pulumi-language-nodejs: %v\n", err)
		os.Exit(1)
	}
}

// serve announces the host on stdout, as the engine expects of every plugin (one line: the port), and answers until the engine is gone.
func serve(arguments []string) error {
	if len(arguments) < 2 {
		return fmt.Errorf("the engine's address is missing: this program is started by the Pulumi CLI, not by hand")
	}
	node, err := findNode()
	if err != nil {
		return err
	}
	host := &languageHost{node: node, engineAddress: arguments[len(arguments)-1]}

	handle, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(server, host)
			return nil
		},
	})
	if err != nil {
		return fmt.Errorf("cannot serve the language runtime: %w", err)
	}
	fmt.Println(handle.Port)

	go endFamilyWithEngine(os.Stdin)
	return <-handle.Done
}
