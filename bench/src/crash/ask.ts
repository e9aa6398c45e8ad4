import http from 'node:http';
import type { Write } from './record.ts';

export interface Answer {
  readonly status: number;
  readonly requestId: string;
  readonly body: string;
}

const patienceMs = 20_000;

/** Sends a write once. Undefined: no answer came, or not a whole one, and nobody here knows what became of it. */
export function ask(port: number, agent: http.Agent, write: Write): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const request = http.request(
      {
        port,
        host: '127.0.0.1',
        agent,
        method: 'POST',
        path: write.path,
        timeout: patienceMs,
        headers: {
          cookie: write.cookie,
          'x-skute': '1',
          'idempotency-key': write.key,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(write.body),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', () => resolve(undefined));
        response.on('aborted', () => resolve(undefined));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            requestId: String(response.headers['x-request-id'] ?? ''),
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
    request.end(write.body);
  });
}
