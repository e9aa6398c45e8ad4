/** How sessions end together with those at the identity provider. */
import { createHmac } from 'node:crypto';
import { type Actor, endSessionsOf, providerOfSession, type Sessions } from '@skute/access';
import type { EndedAtProvider, Login } from '@skute/identity/login';
import { inTenant } from '@skute/platform/db';
import type { LoginWiring } from './login.ts';

/** Ends, in every organisation, what has ended at the provider. Says how many sessions that were. */
export async function endEverywhere(
  wiring: LoginWiring,
  sessions: Sessions,
  ended: EndedAtProvider,
): Promise<number> {
  const whose = {
    issuer: ended.issuer,
    providerSession: ended.sid ?? null,
    subject: ended.subject === undefined ? null : hashedSubject(wiring, ended.subject),
  };
  const counts = await Promise.all(
    wiring.organisations.map(({ id }) =>
      inTenant(wiring.database.pool, id, (tx) => endSessionsOf(tx, whose, new Date(wiring.clock()))),
    ),
  );
  for (const hash of counts.flat()) sessions.forget(hash);
  return counts.flat().length;
}

/** Where the browser goes to sign out at the provider too. */
export async function signOutAt(wiring: LoginWiring, login: Login, actor: Actor): Promise<string> {
  const provider = await inTenant(wiring.database.pool, actor.tenantId, (tx) =>
    providerOfSession(tx, actor.sessionHash),
  );
  return provider ? login.signOutAt(provider) : '/';
}

/**
 * A provider's name for a person may be the national number itself. Only a hash is kept, with a secret that is not in the
 * database: there are few enough numbers to try them all.
 */
export function hashedSubject({ serverKey }: Pick<LoginWiring, 'serverKey'>, subject: string): string {
  return createHmac('sha256', serverKey).update(`subject ${subject}`).digest('base64url');
}
