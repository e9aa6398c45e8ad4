import { defineRoute } from '@skute/platform/contract';
import { StartUpProblem } from '@skute/platform/db';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createHttp, registerDeclared, serve } from './index.ts';

const route = defineRoute({
  name: 'example',
  method: 'GET',
  path: '/api/example',
  summary: 'An example.',
  policy: 'public',
  audit: 'none',
  idempotency: 'none',
  replies: { 200: z.strictObject({ said: z.string() }) },
});
const anybody = async () => ({ admitted: undefined });

async function startWith(change: object | null) {
  const app = await createHttp({ logLevel: 'silent' });
  if (change === null) app.get('/api/example', async () => 'undeclared');
  else serve(app, { ...route, ...change }, anybody, async () => ({ status: 200, body: { said: 'hello' } }));
  await app.ready();
  return app;
}

test('a declared route starts', async () => {
  const app = await startWith({});
  expect((await app.inject('/api/example')).json()).toEqual({ said: 'hello' });
});

test.each([
  ['no declaration', null, 'declares nothing'],
  ['no policy', { policy: '' }, 'declares no policy'],
  ['no audit class', { audit: '' }, 'declares no audit class'],
  ['no idempotency class', { idempotency: '' }, 'declares no idempotency class'],
  ['no schemas', { replies: undefined }, 'declares no schemas'],
])('a route with %s keeps the server from starting, and the reason names it', async (_, change, reason) => {
  await expect(startWith(change)).rejects.toThrow(StartUpProblem);
  await expect(startWith(change)).rejects.toThrow(`GET /api/example ${reason}`);
});

test('a plugin’s routes stand under the declaration it was registered with', async () => {
  const app = await createHttp({ logLevel: 'silent' });
  const declared = { policy: 'public', audit: 'none', idempotency: 'none', schemas: 'plain' } as const;
  await registerDeclared(app, declared, async (scope) => void scope.get('/plain', async () => 'x'));
  await app.ready();
  expect((await app.inject('/plain')).statusCode).toBe(200);
});

test('a reply that holds an undeclared field does not leave', async () => {
  const app = await createHttp({ logLevel: 'silent' });
  serve(app, route, anybody, async () => ({ status: 200, body: { said: 'hello', secret: 'canary' } }));
  const answered = await app.inject('/api/example');
  expect(answered.body).not.toContain('canary');
});

test('a fault of ours is one plain 500 without a trace', async () => {
  const app = await createHttp({ logLevel: 'silent' });
  serve(app, route, anybody, async () => {
    throw new Error('canary');
  });
  const answered = await app.inject('/api/example');
  expect(answered.statusCode).toBe(500);
  expect(answered.json()).toMatchObject({ code: 'unexpected' });
  expect(answered.body).not.toMatch(/canary|\.ts/);
});
