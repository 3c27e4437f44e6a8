import type { Dispatcher } from 'undici';
import connect from 'undici/lib/api/api-connect.js';
import Pool from 'undici/lib/dispatcher/pool.js';

/**
 * The connection to the proxy, or the tunnel through it, failed. The cause says how, unless the proxy itself
 * refused.
 */
export class ProxyFailure extends Error {
  /** The status with which the proxy refused. */
  readonly status: number | undefined;

  constructor({ status, cause }: { status?: number; cause?: unknown }) {
    super('The proxy did not make a connection', { cause });
    this.status = status;
  }
}

/**
 * Connections to a proxy, for its agent. Errors become `ProxyFailure`, which distinguishes them from failures
 * of the API: undici's own error for a refused tunnel holds no status.
 *
 * @param timeout milliseconds within which the proxy must have made the tunnel
 */
export function proxyConnections(origin: URL, options: Pool.Options, timeout: number): Dispatcher {
  const pool = new Pool(origin, { ...options, headersTimeout: timeout });
  pool.connect = connect; // Usually set by undici's index, which is not loaded.
  return pool.compose((dispatch) => (request, handler) => dispatch(request, tunnelHandler(handler)));
}

function tunnelHandler(handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler {
  return {
    onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
    onRequestUpgrade(controller, status, headers, socket) {
      if (status === 200) return handler.onRequestUpgrade?.(controller, status, headers, socket);
      socket.on('error', () => {}).destroy();
      handler.onResponseError?.(controller, new ProxyFailure({ status }));
    },
    onResponseStart: (controller, status, headers, message) =>
      handler.onResponseStart?.(controller, status, headers, message),
    onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
    onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
    onResponseError: (controller, cause) =>
      handler.onResponseError?.(controller, new ProxyFailure({ cause })),
  };
}
