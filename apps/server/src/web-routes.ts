/** The built apps, as files. Each has its own content policy: nothing from elsewhere, no inline script. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { refuse, registerDeclared, problem } from '@skute/platform/http';
import type { FastifyInstance } from 'fastify';

const apps = path.join(import.meta.dirname, '../..');

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const declared = { policy: 'public', audit: 'none', idempotency: 'none', schemas: 'files' } as const;

export async function serveApps(app: FastifyInstance): Promise<void> {
  await serveApp(app, path.join(apps, 'clinic/dist'), '/clinic/');
  await serveApp(app, path.join(apps, 'patient/dist'), '/');
}

async function serveApp(app: FastifyInstance, root: string, prefix: string): Promise<void> {
  if (!existsSync(path.join(root, 'index.html'))) return;
  await registerDeclared(app, declared, async (scope) => {
    await scope.register(fastifyStatic, {
      root,
      prefix,
      wildcard: false,
      // The page itself is sent below, for every view.
      index: false,
      // Vite's manifest is for our own budget checks; compressed twins are sent in place of the file, not beside it.
      globIgnore: ['**/.vite/**', '**/*.br', '**/*.gz'],
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) => {
        const named = /\/assets\//.test(file.replaceAll('\\', '/'));
        reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
        reply.header('content-security-policy', contentPolicy);
        if (file.endsWith('sw.js')) reply.header('service-worker-allowed', prefix);
      },
    });
    // Every view has an address; the app itself finds out which.
    scope.get(`${prefix}*`, (request, reply) => {
      if (request.url.startsWith('/api/') || path.extname(request.url.split('?')[0] ?? '') !== '') {
        return refuse(reply, problem(404, 'not-found', { requestId: request.id }));
      }
      return reply.sendFile('index.html', root);
    });
    if (prefix !== '/') scope.get(prefix.slice(0, -1), (_request, reply) => reply.redirect(prefix));
  });
}
