import { sessionRoutes } from '@skute/access/contract';
import type { Route } from '@skute/platform/contract';
import { type SignedIn, type TestServer, testServer } from '@skute/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface ApiOperation {
  readonly operationId: string;
  readonly description: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly security: readonly object[];
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: object }>>;
  readonly 'x-skute': object;
}

interface Api {
  readonly openapi: string;
  readonly components: Record<'responses' | 'schemas' | 'securitySchemes', Record<string, object>>;
  readonly paths: Record<string, Record<string, ApiOperation>>;
}

let server: TestServer;
let api: Api;
let routes: Route[];

beforeAll(async () => {
  server = await testServer();
  api = (await server.nobody.ask('GET', '/openapi.json')).body as Api;
  routes = [...server.app.served.map(({ route }) => route), ...sessionRoutes];
}, 60_000);
afterAll(() => server.stop());

function operationOf(route: Route): ApiOperation | undefined {
  return api.paths[route.path.replace(/:([A-Za-z]+)/g, '{$1}')]?.[route.method.toLowerCase()];
}

describe('the description of the API', () => {
  test('has every route that is served, and no other', () => {
    const described = Object.values(api.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(described.toSorted()).toEqual(routes.map(({ name }) => name).toSorted());
  });

  test('says of each who may, what is logged and how it is repeated', () => {
    for (const route of routes) {
      const { policy, audit, idempotency } = route;
      expect(operationOf(route)?.['x-skute'], route.name).toEqual({ policy, audit, idempotency });
      expect(operationOf(route)?.description, route.name).toMatch(/\.$/);
    }
  });

  test('asks for the session’s cookie where somebody must be signed in', () => {
    expect(api.components.securitySchemes).toMatchObject({
      session: { type: 'apiKey', in: 'cookie', name: '__Host-skute' },
    });
    for (const route of routes) {
      const expected = route.policy === 'public' ? [] : [{ session: [] }];
      expect(operationOf(route)?.security, route.name).toEqual(expected);
    }
  });

  test('asks for the idempotency key exactly where it is needed, and for our own header on writes', () => {
    for (const route of routes) {
      const required = operationOf(route)?.parameters?.filter((one) => one.in === 'header' && one.required);
      const names = required?.map(({ name }) => name) ?? [];
      expect(names.includes('Idempotency-Key'), route.name).toBe(route.idempotency === 'keyed');
      expect(names.includes('x-skute'), route.name).toBe(route.method !== 'GET');
    }
  });

  test('names the problems of each, as problem+json', () => {
    expect(api.components.schemas).toHaveProperty('Problem');
    for (const route of routes) {
      const replies = Object.entries(operationOf(route)?.responses ?? {});
      const problems = replies.filter(([, { $ref }]) => $ref !== undefined);
      expect(problems.length, route.name).toBeGreaterThanOrEqual(4);
      for (const [status, { $ref }] of problems) {
        expect($ref).toBe(`#/components/responses/Problem${status}`);
        expect(api.components.responses[`Problem${status}`]).toMatchObject({
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        });
      }
    }
  });

  test('leads nowhere that is not there', () => {
    const written = JSON.stringify(api);
    for (const [, kind, name] of written.matchAll(/"#\/components\/(\w+)\/(\w+)"/g))
      expect(api.components[kind as keyof Api['components']]).toHaveProperty(name ?? '');
  });
});

test('what is answered in truth is in the description: to nobody, to the wrong person, and to a request that is wrong', async () => {
  const askers: SignedIn[] = [server.nobody];
  for (const key of ['kari', 'ola', 'ingrid', 'morten', 'siv']) askers.push(await server.as(key));
  const untold: string[] = [];
  for (const route of routes.filter(({ name }) => name !== 'signOut' && name !== 'setSharedDevice')) {
    const path = route.path.replace(/:([A-Za-z]+)/g, '99999999-9999-4999-8999-999999999999');
    for (const asker of askers) {
      const tries = [
        asker.call(route, { params: { stepId: 'welcome' }, body: {} }),
        asker.ask(route.method, path, route.method === 'GET' ? {} : { body: { unknown: true } }),
        asker.ask(route.method, path, { key: 'a-key-of-a-test', headers: { 'x-skute': '0' } }),
      ];
      for (const { status } of await Promise.all(tries))
        if (!(status in (operationOf(route)?.responses ?? {}))) untold.push(`${route.name} ${status}`);
    }
  }
  expect(untold).toEqual([]);
});
