import type { FastifyInstance } from 'fastify';
import type { Login } from './create-login.ts';
import type { RefusedLogin } from './failure.ts';
import type { EndedAtProvider } from './logout-token.ts';
import { isRefused } from './refusals.ts';

export interface BackChannelDeps {
  readonly login: Login;
  readonly endSessions: (ended: EndedAtProvider) => Promise<number>;
  readonly onRefused: (refusal: RefusedLogin) => void;
}

const form = 'application/x-www-form-urlencoded';

/**
 * The provider tells us that a person has signed out there. ID-porten tries once and waits five seconds, so this is
 * never the only way a session ends.
 * https://openid.net/specs/openid-connect-backchannel-1_0.html#BCRequest
 */
export async function backChannelLogout(app: FastifyInstance, deps: BackChannelDeps): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(form, { parseAs: 'string', bodyLimit: 16_384 }, (_request, body, done) =>
    done(null, new URLSearchParams(body.toString())),
  );
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const isTheirs = error.statusCode !== undefined && error.statusCode < 500;
    if (!isTheirs)
      request.log.error({ requestId: request.id, kind: error.name }, 'sign-out by the provider failed');
    return reply.code(isTheirs ? 400 : 500).send({ error: isTheirs ? 'invalid_request' : 'server_error' });
  });
  app.post<{ Params: { provider: string } }>('/login/:provider/back-channel', async (request, reply) => {
    const { provider } = request.params;
    reply.header('cache-control', 'no-store');
    const tokens = request.body instanceof URLSearchParams ? request.body.getAll('logout_token') : [];
    const [token] = tokens;
    if (tokens.length !== 1 || !token) return reply.code(400).send({ error: 'invalid_request' });
    const ended = await deps.login.endByProvider(provider, token, deps.endSessions);
    if (!isRefused(ended)) return reply.code(200).send();
    const known = deps.login.provider(provider)?.id ?? 'unknown';
    deps.onRefused({ provider: known, refused: ended.refused, reference: request.id });
    return reply.code(400).send({ error: 'invalid_request' });
  });
}
