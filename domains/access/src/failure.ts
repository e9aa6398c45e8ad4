import type { Refusal } from './gateway.ts';

interface DatabaseError {
  readonly code?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly where?: string;
}

/** The same idempotency key was used before, perhaps in this very moment by another tab. */
export function isRepeatedKey(error: unknown): boolean {
  return (error as DatabaseError)?.constraint === 'answered_write_pkey';
}

/** Two acts wanted the same next number in a treatment's events, or met in another way that a new try settles. */
export function isLostRace(error: unknown): boolean {
  const { code, constraint } = error as DatabaseError;
  if (code === '40001' || code === '40P01') return true;
  return code === '23505' && (constraint === 'event_pkey' || constraint === 'handling_pkey');
}

/** What a failure of the database means to the one who asked; undefined when it is a fault of ours. */
export function failureOf(error: unknown): Refusal | undefined {
  const failure = error as DatabaseError;
  switch (failure?.code) {
    case 'SK401':
      return { refused: 'session-ended', status: 401 };
    case 'SK403':
      return { refused: 'no-role-at-unit', status: 403 };
    case 'SK404':
      return { refused: 'not-found', status: 404 };
    default:
      return logFailed(failure) || isUnavailable(error) ? { refused: 'unavailable', status: 503 } : undefined;
  }
}

function logFailed(failure: DatabaseError): boolean {
  return (
    (failure?.schema === 'log' && failure.table === 'entry') ||
    (failure?.where ?? '').includes('write_allowed')
  );
}

/** No connection, no room, or shutting down: classes 08, 53, 57 and 58 of SQLSTATE, and what the socket says. */
function isUnavailable(error: unknown): boolean {
  const code = String((error as DatabaseError)?.code ?? '');
  if (/^(08|53|57|58)/.test(code) || /^(ECONN|ENOENT|EPIPE|ETIMEDOUT)/.test(code)) return true;
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(
    message,
  );
}
