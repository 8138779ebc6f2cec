// A stand-in for Pulumi's AWS provider on the real Terraform bridge: the network's resource types with the AWS provider's schemas, in front
// of no cloud at all. What the bridge makes of a program (checked inputs, planned outputs, state) is the real thing; what AWS would add is
// made up. Simulated AWS is held to it.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	pfbridge "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/pf/tfbridge"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfgen"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/x/muxer"
	"github.com/pulumi/pulumi-terraform-bridge/v3/unstable/metadata"
	"github.com/pulumi/pulumi/sdk/v3/go/common/diag"
	"github.com/pulumi/pulumi/sdk/v3/go/common/diag/colors"
)

// version is that of the @pulumi/aws whose provider this stands in for; a test holds it to package.json.
const version = "7.48.0"

func main() {
	ctx := context.Background()
	info := providerInfo(ctx)
	schema, err := packageSchema(&info)
	if err == nil {
		err = resolveDispatch(&info)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "the bridge's provider cannot start: %v\n", err)
		os.Exit(1)
	}
	pfbridge.MainWithMuxer(ctx, "aws", info, schema)
}

// packageSchema is what published providers have stored beside them; this one is small enough to work it out at each start.
func packageSchema(info *tfbridge.ProviderInfo) ([]byte, error) {
	// It would miss the pages of documentation that published providers have.
	sink := diag.DefaultSink(io.Discard, io.Discard, diag.FormatOptions{Color: colors.Never})
	generated, err := tfgen.GenerateSchemaWithOptions(tfgen.GenerateSchemaOptions{ProviderInfo: *info, DiagnosticsSink: sink})
	if err != nil {
		return nil, err
	}
	return json.Marshal(generated.PackageSpec)
}

// resolveDispatch settles which of the two plugin protocols serves which type: another thing that published providers have stored.
func resolveDispatch(info *tfbridge.ProviderInfo) error {
	provider := info.P.(interface {
		ResolveDispatch(*tfbridge.ProviderInfo) (muxer.DispatchTable, error)
	})
	dispatch, err := provider.ResolveDispatch(info)
	if err != nil {
		return err
	}
	return metadata.Set(info.GetMetadata(), "mux", dispatch)
}
