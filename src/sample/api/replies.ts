/** A reply of the API: any status, names of headers in lower case, the body as text. */
export interface SampleReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An error in Twilio's older form: code, message, more_info, status. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The errors of the API. */
export const refusals = {
  unauthorized: () => new Refusal(401, 20003, 'Authenticate'),
  forbidden: () =>
    new Refusal(403, 70051, 'Authorization Error: the key lacks the permission for this request'),
  suspended: () => new Refusal(403, 20403, 'Account is suspended'),
  notFound: (path: string) => new Refusal(404, 20404, `The requested resource ${path} was not found`),
  methodNotAllowed: () => new Refusal(405, 20004, 'Method not allowed'),
  badPageToken: () => new Refusal(400, 21481, 'Invalid PageToken'),
  /** A later page is requested by its token alone. */
  missingPageToken: () => new Refusal(400, 70002, 'Paged requests must include a PageToken'),
  // Twilio's code for this is not documented; clients go by the status.
  invalid: (parameter: string) => new Refusal(400, 20001, `Invalid value of the parameter ${parameter}`),
};

/** A reply with this content as JSON. */
export function answer(requestId: string, status: number, content: unknown): SampleReply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'twilio-request-id': requestId },
    body: JSON.stringify(content),
  };
}

/** The reply with an error. */
export function answerRefusal(requestId: string, { status, code, message }: Refusal): SampleReply {
  return answer(requestId, status, {
    code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  });
}
