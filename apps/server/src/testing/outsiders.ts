/** Clinicians whom the practice clinic does not have: one at another unit of the organisation, and one whose role has ended. */
import { takeRole } from '@skute/access';
import { findByNumber, generateSynthetic } from '@skute/identity';
import type { Route } from '@skute/platform/contract';
import { inTenant } from '@skute/platform/db';
import { organisations, units } from '@skute/server';
import type { Answered, SignedIn, TestServer } from '@skute/testing';
import { randomUUID } from 'node:crypto';
import { setUpOrganisation } from '../organisation/set-up.ts';

/** Asks a declared route as somebody. */
export type Asks = (
  route: Route,
  input?: { params?: Record<string, string>; body?: unknown },
) => Promise<Answered>;

export function asksOf(somebody: SignedIn): Asks {
  return (route, input) => somebody.call(route, input);
}

const { fjord } = organisations;
const pain = { ...units.fjord, id: randomUUID(), organisationNumber: '310000019', name: 'Smerteklinikken' };
const runa = generateSynthetic('NO', '1980-03-03', 0);
const leif = generateSynthetic('NO', '1981-03-03', 0);

/** Made as the command for setting up makes them. */
export async function outsiders(server: TestServer): Promise<{ atOtherUnit: Asks; hasLeft: Asks }> {
  const person = (number: string, unitNumber: string) => ({
    identity: { given: 'Runa', family: 'Skjær', born: '1980-03-03', number, numberKind: 'fnr' as const },
    roles: [{ unitNumber, role: 'clinician' as const }],
  });
  const done = await setUpOrganisation(
    { database: server.database, keys: server.keys, now: Date.now() - 60_000 },
    {
      organisation: fjord,
      units: [units.fjord, pain],
      staff: [person(runa, pain.organisationNumber), person(leif, units.fjord.organisationNumber)],
    },
  );
  if ('refused' in done) throw new Error(done.refused);
  const [runaId, leifId] = [await idOf(server, runa), await idOf(server, leif)];
  const at = Date.now() - 1000;
  await inTenant(server.database.pool, fjord.id, async (tx) =>
    takeRole(tx, { personId: leifId, unitId: units.fjord.id, role: 'clinician', at }),
  );
  return {
    atOtherUnit: await signedIn(server, runaId, pain.id),
    hasLeft: await signedIn(server, leifId, units.fjord.id),
  };
}

async function idOf({ database, keys }: TestServer, number: string): Promise<string> {
  const found = await inTenant(database.pool, fjord.id, (tx) => findByNumber(tx, keys, 'staff', number));
  if (found === undefined) throw new Error('somebody was not registered');
  return found;
}

async function signedIn(server: TestServer, personId: string, unitId: string): Promise<Asks> {
  const session = {
    personId,
    kind: 'clinician',
    unitId,
    issuer: 'test',
    subject: personId,
    providerSession: null,
    provider: 'clinician',
    sharedDevice: false,
  } as const;
  const cookie = await server.app.sessions.start(fjord.id, session, Date.now());
  return (route, { params = {}, body = {} } = {}) => {
    const place = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => params[name] ?? '');
    const headers = { cookie: `__Host-skute=${cookie}` };
    const options = { headers, key: randomUUID(), ...(route.method === 'GET' ? {} : { body }) };
    return server.nobody.ask(route.method, place, options);
  };
}
