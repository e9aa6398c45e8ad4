/**
 * A relying party that looks at nothing. The planted bug of these tests: an attack that does not get in here is no
 * attack, and a test that ours refuses it would prove nothing.
 */
import { decodeJwt, importJWK, SignJWT } from 'jose';
import { openPending } from '../pending-login.ts';
import { isRefused } from '../refusals.ts';
import { origin, type Visit, type World } from './world.ts';

/** The subject of whatever token the provider gives, or undefined if it gives none. */
export async function laxSubject(world: World, { back, cookie }: Visit): Promise<string | undefined> {
  const pending = await openPending(world.seal, cookie, () => world.now);
  const code = back.searchParams.get('code');
  if (isRefused(pending) || !code) return undefined;
  const answer = await fetch(`${world.op.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${origin}/login/patient/callback`,
      code_verifier: pending.verifier,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion(world),
    }),
  });
  const { id_token: token } = (await answer.json()) as { id_token?: string };
  return subjectIn(token);
}

function subjectIn(token: string | undefined): string | undefined {
  try {
    return decodeJwt(token ?? '').sub;
  } catch {
    return undefined;
  }
}

async function assertion({ provider, op, now }: World): Promise<string> {
  const { clientId, privateKeyJwk } = provider;
  return new SignJWT({ jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: privateKeyJwk.alg, kid: privateKeyJwk.kid })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(op.issuer)
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(Math.floor(now / 1000) + 60)
    .sign(await importJWK(privateKeyJwk, privateKeyJwk.alg));
}
