import { inTenant } from '@skute/platform/db';
import { problem, refuse, registerDeclared } from '@skute/platform/http';
import { darkPicture, mediaOf } from '@skute/programmes';
import type { Actor } from '@skute/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';

const Address = z.strictObject({ versionId: z.uuid(), file: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/) });
const Query = z.strictObject({ theme: z.enum(['light', 'dark']).default('light') });

const declared = {
  policy: 'signed-in',
  audit: 'none',
  idempotency: 'none',
  schemas: 'files of a programme; address checked',
} as const;

/** Pictures, films and captions of a programme version. They never change, and say nothing of who looks. */
export async function serveMedia(
  app: FastifyInstance,
  pool: Pool,
  recognise: (request: FastifyRequest) => Promise<Actor | undefined>,
): Promise<void> {
  await registerDeclared(app, declared, async (scope) => {
    scope.get('/api/media/:versionId/:file', async (request, reply) => {
      const actor = await recognise(request);
      if (!actor) return refuse(reply, problem(401, 'not-signed-in', { requestId: request.id }));
      const [address, query] = [Address.safeParse(request.params), Query.safeParse(request.query)];
      if (!address.success || !query.success)
        return refuse(reply, problem(404, 'not-found', { requestId: request.id }));
      const { versionId, file } = address.data;
      const media = await inTenant(pool, actor.tenantId, (tx) => mediaOf(tx, versionId, file));
      if (!media) return refuse(reply, problem(404, 'not-found', { requestId: request.id }));
      const isPicture = media.contentType === 'image/svg+xml';
      const bytes =
        isPicture && query.data.theme === 'dark'
          ? Buffer.from(darkPicture(media.bytes.toString('utf8')))
          : media.bytes;
      // On a device that others use nothing may stay that says which programme somebody follows.
      reply.header('cache-control', actor.sharedDevice ? 'no-store' : 'private, max-age=31536000, immutable');
      return sendRange(request, reply, bytes, media.contentType);
    });
  });
}

/** Films are asked for in pieces; Safari plays nothing else. */
function sendRange(
  request: FastifyRequest,
  reply: FastifyReply,
  bytes: Buffer,
  contentType: string,
): FastifyReply {
  reply
    .header('content-type', contentType)
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header('accept-ranges', 'bytes');
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (!range) return reply.send(bytes);
  const from = Number(range[1]);
  const to = Math.min(range[2] ? Number(range[2]) : bytes.length - 1, bytes.length - 1);
  if (from > to) return reply.code(416).header('content-range', `bytes */${bytes.length}`).send('');
  return reply
    .code(206)
    .header('content-range', `bytes ${from}-${to}/${bytes.length}`)
    .send(bytes.subarray(from, to + 1));
}
