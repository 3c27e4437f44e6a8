/** One GET to the API: the path and query, without the origin. */
export interface ApiRequest {
  /** Starts with `/`, for example `/v1/Video/Rooms?PageSize=50`. */
  readonly path: string;
  /** Asks the Video API, Twilio's host beside the Insights API. */
  readonly host?: 'video';
}

/** What came back below the level of resources: any status, any body. */
export interface ApiReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The text, in pieces of any length. */
  readonly body: readonly string[];
}

/**
 * Carries requests to the Insights API, or to something that answers like it.
 * An HTTP status is an answer, never an error; `send` rejects with an
 * `InsightsError` when no answer came, and with the signal's reason on abort.
 */
export interface Transport {
  send(request: ApiRequest, signal: AbortSignal): Promise<ApiReply>;
  /** Ends what is in flight and lets go of every socket and timer. */
  close(): Promise<void>;
}
