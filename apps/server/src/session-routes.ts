/** The routes of the session itself: they set and clear the cookie, so they are served here and not by a domain. */
import {
  type Actor,
  answers,
  type Gateway,
  isRefusal,
  keepPreferences,
  readSession,
  type Sessions,
} from '@skute/access';
import { getSession, savePreferences, setSharedDevice, signOut } from '@skute/access/contract';
import { fullName, identitiesOf } from '@skute/identity';
import type { Route } from '@skute/platform/contract';
import { type Answer, problem, serve } from '@skute/platform/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AppDeps } from './app.ts';
import { refusalAnswer, sessionCookie, sessionRefusal } from './answers.ts';

interface SessionParts {
  readonly deps: AppDeps;
  readonly sessions: Sessions;
  readonly gateway: Gateway;
  readonly recognise: (request: FastifyRequest) => Promise<Actor | undefined>;
}

const host = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;

export function sessionHandlers(http: FastifyInstance, parts: SessionParts): void {
  const { deps, sessions } = parts;
  const session = answers(getSession, readSession({ practice: deps.mode === 'practice', ...lookUps(deps) }));
  const preferences = answers(savePreferences, keepPreferences);

  signedIn(http, parts, getSession, (actor, request) => act(parts, session, actor, request, {}));
  signedIn(http, parts, savePreferences, async (actor, request, body) => {
    const answer = await act(parts, preferences, actor, request, body);
    sessions.forget(actor.sessionHash);
    return answer;
  });
  signedIn(http, parts, setSharedDevice, async (actor, request, body) => {
    const { shared } = body as { shared: boolean };
    const cookie = await sessions.rotate(actor, shared);
    if (cookie === undefined) return sessionRefusal('not-signed-in');
    return { status: 200, body: { shared }, headers: { 'set-cookie': serialize(request, cookie) } };
  });
  signedIn(http, parts, signOut, async (actor, request) => {
    // Here first: a provider that does not answer must not keep anybody signed in.
    await sessions.end(actor, deps.clock());
    const endAt = await deps.signOutAt(actor).catch(() => '/');
    return {
      status: 200,
      body: { endAt },
      // On a shared device nothing of ours stays in the browser; on one's own the app clears what it kept.
      headers: {
        'set-cookie': serialize(request, ''),
        ...(actor.sharedDevice ? { 'clear-site-data': '"cache", "storage"' } : {}),
      },
    };
  });
}

function lookUps(deps: AppDeps) {
  return {
    organisation: (tenantId: string) => {
      const found = deps.organisations.find(({ id }) => id === tenantId);
      if (!found) throw new Error('a session of an organisation that is not here');
      return found;
    },
    nameOf: async (tx: Parameters<typeof identitiesOf>[0], personId: string) => {
      const identity = (await identitiesOf(tx, deps.keys, [personId])).get(personId);
      return identity ? fullName(identity) : '';
    },
  };
}

function signedIn(
  http: FastifyInstance,
  { recognise }: SessionParts,
  route: Route,
  respond: (actor: Actor, request: FastifyRequest, body: unknown) => Promise<Answer>,
): void {
  const admit = async (request: FastifyRequest) => {
    const actor = await recognise(request);
    return actor ? { admitted: actor } : { status: 401, body: problem(401, 'not-signed-in') };
  };
  serve(http, route, admit, (actor, request, input) => respond(actor, request, input.body));
}

async function act(
  { deps, gateway }: SessionParts,
  served: Parameters<Gateway>[0],
  actor: Actor,
  request: FastifyRequest,
  body: unknown,
): Promise<Answer> {
  const result = await gateway(served, {
    actor,
    params: {},
    query: {},
    body,
    realNow: deps.clock(),
    requestId: request.id,
  });
  return isRefusal(result)
    ? refusalAnswer(result)
    : { status: result.status, body: result.body, isChecked: true };
}

/** An empty value takes the cookie away. */
function serialize(request: FastifyRequest, value: string): string {
  const options = value === '' ? { ...host, maxAge: 0 } : host;
  return (
    request.server as FastifyInstance & { serializeCookie(n: string, v: string, o: object): string }
  ).serializeCookie(sessionCookie, value, options);
}
