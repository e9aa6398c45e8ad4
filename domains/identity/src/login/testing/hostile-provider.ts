/**
 * An identity provider that does everything right until it is told to do one thing wrong.
 * It is the outside world of these tests; nothing of it is used anywhere else.
 */
import { createHash, randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { createLocalJWKSet, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { TestKey } from './keys.ts';

export type Claims = Record<string, unknown>;

export function lacking(right: Claims, name: string): Claims {
  return Object.fromEntries(Object.entries(right).filter(([key]) => key !== name));
}

/** What to do otherwise. Everything left out is done right. */
export interface Misbehaviour {
  readonly metadata?: (right: Claims) => Claims;
  /** Makes the ID token from the right claims. */
  readonly idToken?: (right: Claims, op: HostileProvider) => string | Promise<string>;
  /** Changes the answer in the browser's address. */
  readonly answer?: (parameters: URLSearchParams, op: HostileProvider) => void;
  readonly tokenReply?: (right: Claims) => Claims;
  readonly acceptsCodesTwice?: boolean;
  readonly ignoresPkce?: boolean;
}

export interface Person {
  readonly sub: string;
  readonly claims: Claims;
}

export interface HostileProvider {
  readonly issuer: string;
  /** The keys it publishes; the first signs. */
  keys: TestKey[];
  misbehaves: Misbehaviour;
  person: Person;
  readonly seen: Seen;
  sign(claims: Claims, header?: Claims, key?: TestKey): Promise<string>;
  close(): Promise<void>;
}

/** What the relying party has sent. */
interface Seen {
  discoveries: number;
  pushed: URLSearchParams[];
  authorizations: URLSearchParams[];
  tokenRequests: URLSearchParams[];
  assertions: JWTPayload[];
}

export interface HostileOptions {
  readonly clientId: string;
  readonly clientKey: JWK;
  readonly keys: TestKey[];
  readonly person: Person;
  readonly now: () => number;
}

export async function startHostileProvider(options: HostileOptions): Promise<HostileProvider> {
  const app = fastify();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, new URLSearchParams(body.toString())),
  );
  const op: HostileProvider = {
    issuer: '',
    keys: options.keys,
    misbehaves: {},
    person: options.person,
    seen: { discoveries: 0, pushed: [], authorizations: [], tokenRequests: [], assertions: [] },
    sign: (claims, header = {}, key = op.keys[0] as TestKey) =>
      new SignJWT(claims as JWTPayload)
        .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT', ...header })
        .sign(key.privateKey),
    close: () => app.close(),
  };
  publish(app, op);
  authorize(app, op);
  exchange(app, op, options);
  (op as { issuer: string }).issuer = await app.listen({ port: 0, host: '127.0.0.1' });
  return op;
}

function publish(app: FastifyInstance, op: HostileProvider): void {
  app.get('/.well-known/openid-configuration', async () => {
    op.seen.discoveries += 1;
    const right = {
      issuer: op.issuer,
      authorization_endpoint: `${op.issuer}/authorize`,
      token_endpoint: `${op.issuer}/token`,
      pushed_authorization_request_endpoint: `${op.issuer}/par`,
      end_session_endpoint: `${op.issuer}/logout`,
      jwks_uri: `${op.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: [...new Set(op.keys.map(({ alg }) => alg))],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    };
    return op.misbehaves.metadata?.(right) ?? right;
  });
  app.get('/jwks', async () => ({ keys: op.keys.map(({ publicJwk }) => publicJwk) }));
}

const pushed = new Map<string, URLSearchParams>();
const codes = new Map<string, { readonly asked: URLSearchParams; used: boolean }>();

function authorize(app: FastifyInstance, op: HostileProvider): void {
  app.post('/par', async (request, reply) => {
    const asked = request.body as URLSearchParams;
    op.seen.pushed.push(asked);
    const name = `urn:ietf:params:oauth:request_uri:${randomUUID()}`;
    pushed.set(name, asked);
    return reply.code(201).send({ request_uri: name, expires_in: 60 });
  });
  app.get('/authorize', async (request, reply) => {
    const query = new URL(request.url, op.issuer).searchParams;
    const asked = pushed.get(query.get('request_uri') ?? '') ?? query;
    op.seen.authorizations.push(asked);
    const code = randomUUID();
    codes.set(code, { asked, used: false });
    const answer = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: op.issuer });
    op.misbehaves.answer?.(answer, op);
    return reply.redirect(`${asked.get('redirect_uri')}?${answer}`, 303);
  });
}

function exchange(app: FastifyInstance, op: HostileProvider, options: HostileOptions): void {
  app.post('/token', async (request, reply) => {
    const body = request.body as URLSearchParams;
    op.seen.tokenRequests.push(body);
    op.seen.assertions.push(await assertionOf(body, op, options));
    const code = codes.get(body.get('code') ?? '');
    const isUsable = code && (!code.used || op.misbehaves.acceptsCodesTwice);
    if (!isUsable || !(op.misbehaves.ignoresPkce || provesPkce(code.asked, body))) {
      return reply.code(400).send({ error: 'invalid_grant' });
    }
    code.used = true;
    const seconds = Math.floor(options.now() / 1000);
    const right = {
      iss: op.issuer,
      sub: op.person.sub,
      aud: options.clientId,
      nonce: code.asked.get('nonce') ?? undefined,
      iat: seconds,
      exp: seconds + 120,
      auth_time: seconds,
      sid: 'session-at-provider',
      ...op.person.claims,
    };
    const reply200 = {
      access_token: randomUUID(),
      token_type: request.headers.dpop ? 'DPoP' : 'Bearer',
      expires_in: 120,
      id_token: await (op.misbehaves.idToken?.(right, op) ?? op.sign(right)),
    };
    return op.misbehaves.tokenReply?.(reply200) ?? reply200;
  });
}

/** Checks the client's assertion as HelseID does. https://www.rfc-editor.org/rfc/rfc7523.html#section-3 */
async function assertionOf(
  body: URLSearchParams,
  op: HostileProvider,
  { clientId, clientKey, now }: HostileOptions,
): Promise<JWTPayload> {
  const keys = createLocalJWKSet({ keys: [clientKey] });
  const { payload, protectedHeader } = await jwtVerify(body.get('client_assertion') ?? '', keys, {
    issuer: clientId,
    subject: clientId,
    audience: op.issuer,
    currentDate: new Date(now()),
    clockTolerance: 5,
    requiredClaims: ['jti', 'iat', 'exp'],
  });
  return { ...payload, kid: protectedHeader.kid };
}

function provesPkce(asked: URLSearchParams, body: URLSearchParams): boolean {
  const challenge = createHash('sha256')
    .update(body.get('code_verifier') ?? '')
    .digest('base64url');
  return asked.get('code_challenge_method') === 'S256' && asked.get('code_challenge') === challenge;
}
