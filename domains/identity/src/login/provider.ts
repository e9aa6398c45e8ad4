import { z } from 'zod';

/** Only the machine itself may be spoken to without TLS. */
const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Our own key towards the provider. `kid` is required: HelseID refuses assertions without it.
 * https://www.rfc-editor.org/rfc/rfc7523.html#section-3
 */
const PrivateKeyJwk = z.discriminatedUnion('kty', [
  z.looseObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    d: z.string(),
    kid: z.string().min(1),
    alg: z.literal('ES256').default('ES256'),
  }),
  z.looseObject({
    kty: z.literal('RSA'),
    d: z.string(),
    kid: z.string().min(1),
    alg: z.enum(['RS256', 'PS256']).default('RS256'),
  }),
]);

/** An identity provider as we are registered with it. Operators give a list of these as JSON. */
export const LoginProvider = z
  .strictObject({
    /** Part of our addresses: `/login/patient`. One address per provider is also a defence against mix-up. */
    id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    /** Whom it lets in. */
    kind: z.enum(['patient', 'clinician']),
    /** Whose emergency numbers the failure page shows. */
    country: z.enum(['NO', 'SE']).default('NO'),
    issuer: z.url(),
    clientId: z.string().min(1),
    privateKeyJwk: PrivateKeyJwk,
    scope: z.string().default('openid'),
    /** What we ask for, in the provider's words: `idporten-loa-high`, `Level4`. */
    acrValues: z.string().optional(),
    /** What we accept. A login with another level, or none, is refused. */
    acceptedAcr: z.array(z.string().min(1)).min(1),
    /** Asked for and checked. ID-porten has no such parameter; leave it out there. */
    maxAgeSeconds: z.number().int().positive().optional(),
    /** HelseID: which of the organisations that use us the login is for. RFC 9396. */
    authorizationDetails: z.array(z.looseObject({ type: z.string() })).optional(),
    /** Pushed authorization requests, RFC 9126. */
    par: z.enum(['never', 'if-supported', 'required']).default('if-supported'),
    /** Sender-constrained tokens, RFC 9449. */
    dpop: z.boolean().default(false),
    /** How the provider names what it knows of a person. */
    claims: z.enum(['id-porten', 'helse-id', 'siths']),
    /** http instead of https; believed for the machine itself only. */
    allowInsecure: z.boolean().default(false),
  })
  .refine(({ issuer, allowInsecure }) => isHttps(issuer) || (allowInsecure && isLoopback(issuer)), {
    error: 'an https address; http only for the machine itself, with allowInsecure',
    path: ['issuer'],
  });
export type LoginProvider = z.output<typeof LoginProvider>;

export const LoginProviders = z
  .array(LoginProvider)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { error: 'ids that differ' });

/** Whether others use the device too. Until somebody has said that they don't, we take it that they do. */
export const Device = z.enum(['own', 'shared']);
export type Device = z.output<typeof Device>;

export function isHttps(address: string): boolean {
  return URL.parse(address)?.protocol === 'https:';
}

function isLoopback(address: string): boolean {
  return loopbackHosts.has(URL.parse(address)?.hostname ?? '');
}

/** Where the provider sends the browser back to. Registered there, letter by letter. */
export function callbackPath(provider: Pick<LoginProvider, 'id'>): string {
  return `/login/${provider.id}/callback`;
}

export function signedOutPath(provider: Pick<LoginProvider, 'id'>): string {
  return `/login/${provider.id}/signed-out`;
}

export function backChannelPath(provider: Pick<LoginProvider, 'id'>): string {
  return `/login/${provider.id}/back-channel`;
}
