import type { Dispatcher } from 'undici';
import connect from 'undici/lib/api/api-connect.js';
import Pool from 'undici/lib/dispatcher/pool.js';

/** The way to the proxy, or through it, failed; the cause says how, unless the proxy itself said no. */
export class ProxyFailure extends Error {
  /** The status with which the proxy refused. */
  readonly status: number | undefined;

  constructor({ status, cause }: { status?: number; cause?: unknown }) {
    super('The proxy did not make a connection', { cause });
    this.status = status;
  }
}

/**
 * Connections to a proxy, for its agent. What goes wrong there is told apart from what goes wrong at the API:
 * undici's own error for a tunnel that was refused holds no status.
 *
 * @param patience milliseconds until the proxy has to have made the tunnel
 */
export function proxyConnections(origin: URL, options: Pool.Options, patience: number): Dispatcher {
  const pool = new Pool(origin, { ...options, headersTimeout: patience });
  pool.connect = connect; // It is undici's index that would put it there.
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
