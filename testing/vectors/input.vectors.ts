import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findPatients } from '@skute/clinics/contract';
import { getSteering, steer } from '@skute/treatment/contract';
import { type SignedIn, type TestServer, testServer } from '@skute/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const vectors = path.join(import.meta.dirname, '../../../shared/vectors');

let server: TestServer;
let ingrid: SignedIn;
beforeAll(async () => {
  server = await testServer();
  ingrid = await server.as('ingrid');
});
afterAll(() => server.stop());

async function postRaw(body: Uint8Array<ArrayBuffer>): Promise<{ status: number; code: string | undefined }> {
  const response = await fetch(`${server.origin}/api/clinic/patients/find`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-skute': '1', cookie: `__Host-skute=${ingrid.cookie}` },
  });
  const answer = (await response.json()) as { code?: string };
  return { status: response.status, code: answer.code };
}

/** The parsing suite: files named y_ must parse, n_ must not, i_ may do either. */
describe('JSON as others break it', () => {
  const files = readdirSync(path.join(vectors, 'json-parsing')).filter((file) => file.endsWith('.json'));

  test('is parsed or refused, and never brings the server down', async () => {
    expect(files.length).toBeGreaterThan(300);
    const wrong: string[] = [];
    for (const file of files) {
      const { status, code } = await postRaw(
        new Uint8Array(readFileSync(path.join(vectors, 'json-parsing', file))),
      );
      const parsed = status === 200 || code === 'invalid-request';
      // An empty body is an empty request, and a body over the limit is refused before it is parsed.
      const isEmpty = file === 'n_structure_no_data.json';
      const fine =
        status < 500 &&
        (file.startsWith('i_') ||
          isEmpty ||
          (file.startsWith('y_') ? parsed : !parsed || code === 'invalid-json'));
      if (!fine) wrong.push(`${file}: ${status} ${code}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('text as others write it', () => {
  const strings = JSON.parse(readFileSync(path.join(vectors, 'strings/blns.json'), 'utf8')) as string[];

  test('can be searched for, whatever it is', async () => {
    expect(strings.length).toBeGreaterThan(400);
    for (const search of strings) {
      const { status } = await ingrid.call(findPatients, { body: { search } });
      expect([200, 400], JSON.stringify(search)).toContain(status);
    }
  });

  test('comes back to the letter when it was a reason', async () => {
    const found = await ingrid.call(findPatients, { body: { search: 'ola' } });
    const treatmentId = (found.body as { rows: { treatmentId: string }[] }).rows[0]?.treatmentId ?? '';
    let accepted = 0;
    for (const reason of strings) {
      const act = accepted % 2 === 0 ? 'hide-step' : 'show-step';
      const answered = await ingrid.call(steer, {
        params: { treatmentId },
        body: { act, stepId: 'movement', reason },
      });
      expect([200, 400], JSON.stringify(reason)).toContain(answered.status);
      if (answered.status !== 200) continue;
      accepted += 1;
      const view = await ingrid.call(getSteering, { params: { treatmentId } });
      const reasons = (view.body as { history: { reason: string | null }[] }).history.map(
        (event) => event.reason,
      );
      expect(reasons).toContain(reason);
    }
    expect(accepted).toBeGreaterThan(400);
  });
});
