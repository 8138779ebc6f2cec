package main

import (
	"sync"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// serialStream lets stdout and stderr of a plugin be sent by two goroutines: a gRPC stream takes one Send at a time.
type serialStream struct {
	grpc.ServerStreamingServer[pulumirpc.RunPluginResponse]

	sending sync.Mutex
}

func (stream *serialStream) Send(response *pulumirpc.RunPluginResponse) error {
	stream.sending.Lock()
	defer stream.sending.Unlock()
	return stream.ServerStreamingServer.Send(response)
}
