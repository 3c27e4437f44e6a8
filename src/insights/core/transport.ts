/** One GET to the API: the path and query, without the origin. */
export interface ApiRequest {
  /** Starts with `/`, for example `/v1/Video/Rooms?PageSize=50`. */
  readonly path: string;
  /** Sends the request to the Video API, on Twilio's host beside the Insights API. */
  readonly host?: 'video';
}

/** The reply below the level of resources: any status, any body. */
export interface ApiReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The text, in pieces of any length. */
  readonly body: readonly string[];
}

/**
 * Sends requests to the Insights API, or to a server that behaves like it. An HTTP status is a reply, never
 * an error; `send` rejects with an `InsightsError` if there is no reply, and with the signal's reason on
 * abort.
 */
export interface Transport {
  send(request: ApiRequest, signal: AbortSignal): Promise<ApiReply>;
  /** Aborts requests in flight and closes every socket and timer. */
  close(): Promise<void>;
}
