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

export const refusals = {
  unauthorized: () => new Refusal(401, 20003, 'Authenticate'),
  forbidden: () =>
    new Refusal(403, 70051, 'Authorization Error: the key lacks the permission for this request'),
  suspended: () => new Refusal(403, 20403, 'Account is suspended'),
  notFound: (path: string) => new Refusal(404, 20404, `The requested resource ${path} was not found`),
  methodNotAllowed: () => new Refusal(405, 20004, 'Method not allowed'),
  badPageToken: () => new Refusal(400, 21481, 'Invalid PageToken'),
  /** A page after the first is reached by its token alone. */
  missingPageToken: () => new Refusal(400, 70002, 'Paged requests must include a PageToken'),
  // Which code Twilio sends here is not documented; the status is what readers go by.
  invalid: (parameter: string) => new Refusal(400, 20001, `Invalid value of the parameter ${parameter}`),
};

export function answer(requestId: string, status: number, content: unknown): SampleReply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'twilio-request-id': requestId },
    body: JSON.stringify(content),
  };
}

export function answerRefusal(requestId: string, { status, code, message }: Refusal): SampleReply {
  return answer(requestId, status, {
    code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  });
}
