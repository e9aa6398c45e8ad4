import cookies from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { languageFor } from './accept-language.ts';
import { backChannelLogout } from './back-channel.ts';
import type { Login } from './create-login.ts';
import { type Failure, failureReply, type RefusedLogin } from './failure.ts';
import type { Finished, Verified } from './finish-login.ts';
import type { EndedAtProvider } from './logout-token.ts';
import type { SessionRefusal } from './page-texts.ts';
import { bouncePage, type Page, signedOutPage } from './pages.ts';
import { pendingMinutes } from './pending-login.ts';
import { Device } from './provider.ts';
import { isRefused, refuse } from './refusals.ts';
import { home, type SameOriginPath, sameOriginPath } from './same-origin-path.ts';

export const loginCookie = '__Host-login';

export interface LoginRouteDeps {
  readonly login: Login;
  readonly sessionCookie: `__Host-${string}`;
  /** Starts a session for a person the provider vouches for, or says why not. */
  readonly startSession: (
    verified: Verified,
    wanted: Omit<Finished, 'verified'>,
  ) => Promise<
    { readonly cookie: string; readonly redirectTo: SameOriginPath } | { readonly refused: SessionRefusal }
  >;
  /** Ends what has ended at the provider: its session `sid` or, where it names none, everything of the subject. */
  readonly endSessions: (ended: EndedAtProvider) => Promise<number>;
  /** Told of every refusal, for the log. */
  readonly onRefused: (refusal: RefusedLogin) => void;
}

interface ToProvider {
  Params: { provider: string };
}
type Asked = FastifyRequest<ToProvider>;

/** `__Host-`: bound to this very host, so that no sibling subdomain can plant one (RFC 6265bis, section 4.1.3.2). */
const host = { path: '/', secure: true, httpOnly: true } as const;

/** The addresses of the login: out to the provider, back again, and the provider's own sign-out. */
export async function loginRoutes(app: FastifyInstance, deps: LoginRouteDeps): Promise<void> {
  if (!app.hasReplyDecorator('setCookie')) await app.register(cookies);
  // A HEAD request would use up the code that the following GET needs.
  const page = { exposeHeadRoute: false };
  app.get<ToProvider>('/login/:provider', page, (request, reply) => begin(deps, request, reply));
  app.get<ToProvider>('/login/:provider/callback', page, (request, reply) => finish(deps, request, reply));
  app.get('/login/:provider/signed-out', page, (request, reply) =>
    send(reply, 200, signedOutPage(languageOf(request))),
  );
  // A person is waiting: a fault of ours is a page too. Only the kind of error is logged, never its message.
  app.setErrorHandler<Error, ToProvider>((error, request, reply) => {
    request.log.error({ requestId: request.id, kind: error.name }, 'unexpected error in a login');
    return fail(deps, request, reply, { refused: 'unexpected' });
  });
  await app.register(backChannelLogout, deps);
}

const Query = z.object({
  to: z
    .string()
    .transform(sameOriginPath)
    .pipe(z.custom<SameOriginPath>((to) => to !== undefined))
    .default(home),
  device: Device.default('shared'),
});

async function begin(deps: LoginRouteDeps, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const query = Query.safeParse(request.query);
  if (!query.success) return fail(deps, request, reply, refuse('bad-return-address'));
  const wanted = { ...query.data, language: languageOf(request) };
  const begun = await deps.login.begin(request.params.provider, wanted);
  if (isRefused(begun)) return fail(deps, request, reply, begun);
  return reply
    .setCookie(loginCookie, begun.cookie, { ...host, sameSite: 'lax', maxAge: pendingMinutes * 60 })
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .redirect(begun.redirectTo, 303);
}

/**
 * A browser does not send SameSite=Strict cookies along on the way back from another site. The answer is therefore a
 * page of our own that goes on by itself: from there on the request is ours (RFC 6265bis, section 5.2).
 */
async function finish(deps: LoginRouteDeps, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  reply.clearCookie(loginCookie, { ...host, sameSite: 'lax' });
  const currentUrl = new URL(request.url, 'https://here.invalid');
  const finished = await deps.login.finish(request.params.provider, currentUrl, request.cookies[loginCookie]);
  if (isRefused(finished)) return fail(deps, request, reply, finished);
  const { verified, ...wanted } = finished;
  const started = await deps.startSession(verified, wanted);
  if (isRefused(started)) return fail(deps, request, reply, { ...started, wanted });
  // Goes when the browser goes. How long it is believed is the server's matter.
  reply.setCookie(deps.sessionCookie, started.cookie, { ...host, sameSite: 'strict' });
  return send(reply, 200, bouncePage(languageOf(request), started.redirectTo));
}

function fail(deps: LoginRouteDeps, request: Asked, reply: FastifyReply, failure: Failure): FastifyReply {
  const provider = deps.login.provider(request.params.provider);
  const { page, status, told } = failureReply(languageOf(request), provider, failure);
  deps.onRefused(told);
  return send(reply, status, page);
}

function send(reply: FastifyReply, status: number, page: Page): FastifyReply {
  return reply.code(status).headers(page.headers).send(page.html);
}

function languageOf(request: Pick<FastifyRequest, 'headers'>) {
  return languageFor(request.headers['accept-language']);
}
