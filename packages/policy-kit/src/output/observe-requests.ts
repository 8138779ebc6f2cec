/** As much of a method of the engine's service as is observed. */
export interface ObservedMethod<R> {
  requestDeserialize: (bytes: Buffer) => R;
}

/**
 * Has `look` see each request of a method, with its bytes. The SDK reads requests with the service definition that it shares with this process, so call it
 * before the pack is served. With an SDK that reads otherwise, nothing is observed.
 */
export function observeRequests<R>(method: ObservedMethod<R>, look: (request: R, bytes: Buffer) => void): void {
  const read = method.requestDeserialize;
  method.requestDeserialize = (bytes) => {
    const request = read(bytes);
    look(request, bytes);
    return request;
  };
}
