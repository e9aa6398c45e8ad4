/** A declared route that does nothing: what HTTP, headers and the reply’s schema cost alone. */
import { defineRoute } from '@skute/platform/contract';
import { createHttp, serve } from '@skute/platform/http';
import { z } from 'zod';
import { portOf, serveParent } from './children.ts';

const empty = defineRoute({
  name: 'empty',
  method: 'GET',
  path: '/empty',
  summary: 'Nothing.',
  policy: 'public',
  audit: 'none',
  idempotency: 'none',
  replies: { 200: z.strictObject({}) },
});

const http = await createHttp({ logLevel: 'silent' });
serve(
  http,
  empty,
  async () => ({ admitted: undefined }),
  async () => ({ status: 200, body: {} }),
);
await http.listen({ port: 0, host: '127.0.0.1' });
serveParent(portOf(http.server), () => http.close());
