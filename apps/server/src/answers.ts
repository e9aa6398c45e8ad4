import type { Problem } from '@skute/platform/contract';
import { type Answer, problem } from '@skute/platform/http';

/** `__Host-`: for this very host, over TLS or on the machine itself, on every path. */
export const sessionCookie = '__Host-skute';

/** What the session alone can refuse. */
export function sessionRefusal(refused: 'not-signed-in' | 'not-allowed' | 'not-found'): Answer {
  const status = { 'not-signed-in': 401, 'not-allowed': 403, 'not-found': 404 }[refused];
  return { status, body: problem(status, refused) };
}

export function refusalAnswer(refusal: {
  refused: string;
  status: number;
  detail?: string;
  problems?: Problem['problems'] | undefined;
}): Answer {
  const { refused, status, detail, problems } = refusal;
  return {
    status,
    body: problem(status, refused, { ...(detail ? { detail } : {}), ...(problems ? { problems } : {}) }),
    ...(status === 503 ? { headers: { 'retry-after': '2' } } : {}),
  };
}
