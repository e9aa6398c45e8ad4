import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { type SignedIn, type TestServer, testServer } from '@skute/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let server: TestServer;
let ingrid: SignedIn;
let ola: SignedIn;
beforeAll(async () => {
  server = await testServer();
  [ingrid, ola] = [await server.as('ingrid'), await server.as('ola')];
}, 60_000);
afterAll(() => server.stop());

const find = (body: unknown) => ingrid.ask('POST', '/api/clinic/patients/find', { body });

describe('a wrong request', () => {
  test('is told where, what was found and what was expected, and never the value', async () => {
    const cases: [unknown, string, RegExp][] = [
      [{ search: 'x', extra: 'hemmelig' }, 'body.extra', /only declared fields/],
      [{ search: 7 }, 'body.search', /string/i],
      [{ search: 'a\u0000b' }, 'body.search', /NUL/],
      [{ search: 'a\ud800b' }, 'body.search', /well-formed/],
      [{ filter: 'everyone' }, 'body.filter', /all/],
      [{ search: 'x'.repeat(81) }, 'body.search', /80/],
    ];
    for (const [body, where, expected] of cases) {
      const answered = await find(body);
      expect(answered.status, where).toBe(400);
      expect(answered.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answered.body).toMatchObject({
        code: 'invalid-request',
        problems: [{ where, expected: expect.stringMatching(expected) }],
      });
      expect(JSON.stringify(answered.body)).not.toContain('hemmelig');
    }
  });

  test('is refused in paths and queries too', async () => {
    for (const place of [
      '/api/clinic/worklist?split=mine&x=1',
      '/api/clinic/worklist?split=theirs',
      '/api/clinic/treatments/not-an-id',
    ]) {
      expect((await ingrid.ask('GET', place)).status, place).toBe(400);
    }
    expect((await ola.ask('POST', '/api/patient/steps/%00/open', { body: {} })).status).toBe(400);
  });

  test('that is no JSON, or another kind of content, or too large, is refused as such', async () => {
    const raw = (body: string, type: string) =>
      fetch(`${server.origin}/api/clinic/patients/find`, {
        method: 'POST',
        body,
        headers: { 'content-type': type, 'x-skute': '1', cookie: `__Host-skute=${ingrid.cookie}` },
      });
    expect((await raw('{"search":', 'application/json')).status).toBe(400);
    expect((await raw('search=x', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await raw(JSON.stringify({ search: 'x'.repeat(1_100_000) }), 'application/json')).status).toBe(
      413,
    );
    expect((await raw('['.repeat(100_000), 'application/json')).status).toBe(400);
    expect((await raw('{"__proto__": {"search": "x"}}', 'application/json')).status).toBe(400);
  });

  test('of the right shape and an odd value is refused, where it is', async () => {
    const [day, id] = ['2026-03-09T07:40:00.000Z', randomUUID()];
    for (const after of [
      '2026-13-45T99:99:99.999Z_' + id,
      `2026-02-30T07:40:00.000Z_${id}`,
      `0000-12-31T00:00:00.000Z_${id}`,
      `${day}_${'-'.repeat(36)}`,
      `${day}_${id}_${id}`,
      day,
    ]) {
      const answered = await find({ after });
      expect(answered, after).toMatchObject({ status: 400, body: { problems: [{ where: 'body.after' }] } });
    }
    expect((await find({ after: `${day}_${id}` })).status).toBe(200);
    const [row] = ((await find({ search: 'jorunn' })).body as { rows: { treatmentId: string }[] }).rows;
    const later = (until: string) =>
      ingrid.ask('POST', `/api/clinic/worklist/${row?.treatmentId}/handle`, {
        body: { items: [{ kind: 'no-activity', occurrence: 'x' }], outcome: 'later', until },
        key: randomUUID(),
      });
    for (const until of ['0000-12-31', '0001-01-01', '1899-12-31', '2201-01-01', '9999-12-31', '2026-02-30'])
      expect(await later(until), until).toMatchObject({
        status: 400,
        body: { problems: [{ where: 'body.until' }] },
      });
    for (const until of ['1900-01-01', '2200-12-31', new Date().toISOString().slice(0, 10)]) {
      expect(await later(until), until).toMatchObject({
        status: 422,
        body: { code: 'later-date-out-of-range' },
      });
    }
  });

  test('never becomes a fault of ours, whatever is sent to whichever route', async () => {
    const routes = server.app.served.map(({ route }) => route);
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { search: fc.string({ unit: 'binary' }), number: fc.string({ unit: 'binary' }) },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        odd,
        fc.string({ unit: 'binary', maxLength: 30 }),
        async (route, body, part) => {
          const place = route.path.replace(/:[A-Za-z]+/g, encodeURIComponent(part.toWellFormed()) || 'x');
          const who = route.path.startsWith('/api/patient') ? ola : ingrid;
          const answered = await who.ask(route.method, place, {
            key: randomUUID(),
            ...(route.method === 'GET' ? {} : { body }),
          });
          expect(answered.status, `${route.name} ${JSON.stringify(body)}`).toBeLessThan(500);
          expect(JSON.stringify(answered.body ?? '')).not.toMatch(/node_modules|\.ts:\d/);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the description of the API', () => {
  test('has every route of the apps, with its parameters, body and replies', async () => {
    const { body } = await server.nobody.ask('GET', '/openapi.json');
    const { openapi, paths } = body as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; responses: object }>>;
    };
    expect(openapi).toBe('3.1.0');
    for (const { route } of server.app.served) {
      const described = paths[route.path.replace(/:([A-Za-z]+)/g, '{$1}')]?.[route.method.toLowerCase()];
      expect(described?.operationId, route.name).toBe(route.name);
      const told = Object.keys(described?.responses ?? {});
      expect(told, route.name).toEqual(expect.arrayContaining(Object.keys(route.replies)));
    }
  });
});

describe('those who run it', () => {
  test('see that it is alive, ready, and how it goes, without a word of anybody', async () => {
    expect((await server.nobody.ask('GET', '/healthz')).status).toBe(200);
    expect((await server.nobody.ask('GET', '/readyz')).status).toBe(200);
    const { body } = await server.nobody.ask('GET', '/metrics');
    expect(String(body)).toContain('skute_request_duration_seconds');
    expect(String(body)).not.toMatch(/Ola|Ingrid|[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(existsSync(server.db.folder)).toBe(true);
  });
});
