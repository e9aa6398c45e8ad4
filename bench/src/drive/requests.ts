/** A list of requests, as it lies in a file between the one who plans a run and the process that drives it. */
import { readFileSync, writeFileSync } from 'node:fs';

export interface PlannedRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie?: string;
  readonly key?: string;
  readonly body?: string;
}

export function writeRequests(file: string, requests: readonly PlannedRequest[]): void {
  writeFileSync(file, JSON.stringify(requests));
}

/** Each request as the bytes that go over the wire. */
export function readRequests(file: string): Buffer[] {
  const planned = JSON.parse(readFileSync(file, 'utf8')) as PlannedRequest[];
  return planned.map(bytesOf);
}

function bytesOf({ method, path, cookie, key, body }: PlannedRequest): Buffer {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    'accept: application/json',
    'x-skute: 1',
    ...(cookie ? [`cookie: ${cookie}`] : []),
    ...(key ? [`idempotency-key: ${key}`] : []),
    ...(body === undefined ? [] : ['content-type: application/json']),
    ...(method === 'GET' ? [] : [`content-length: ${Buffer.byteLength(body ?? '')}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`, 'utf8');
}
