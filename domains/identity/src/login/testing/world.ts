/** A relying party, an identity provider and a browser, for tests. */
import { createLogin, type Login } from '../create-login.ts';
import type { Finished } from '../finish-login.ts';
import type { CookieSeal } from '../pending-login.ts';
import { LoginProvider } from '../provider.ts';
import { isRefused, type LoginRefused } from '../refusals.ts';
import { home } from '../same-origin-path.ts';
import { type HostileProvider, type Person, startHostileProvider } from './hostile-provider.ts';
import { aKey, aSeal, type TestKey } from './keys.ts';

export const origin = 'https://skute.example';

/** Kari of the cast, as ID-porten sees her. The number is synthetic (month + 80). */
export const kari: Person = {
  sub: 'kari-at-provider',
  claims: { acr: 'idporten-loa-high', pid: '01887012345', locale: 'nb' },
};

/** Made once: they cost more than all the rest. The last two have the same name on purpose. */
const keys = Promise.all([aKey('ES256', 'our-key'), aKey('RS256', 'right'), aKey('RS256', 'right')]);

export interface World {
  readonly op: HostileProvider;
  readonly login: Login;
  readonly provider: LoginProvider;
  readonly seal: CookieSeal;
  readonly otherKey: TestKey;
  now: number;
  /** Goes to the provider and comes back: the address there, and the cookie that the browser carries. */
  visit(id?: string, device?: 'own' | 'shared'): Promise<Visit | LoginRefused>;
  signIn(): Promise<Finished | LoginRefused>;
}

export interface Visit {
  readonly back: URL;
  readonly cookie: string;
}

export async function aWorld(more: Record<string, unknown> = {}): Promise<World> {
  const [clientKey, opKey, otherKey] = await keys;
  const clientId = 'skute-patient';
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const op = await startHostileProvider({
    clientId,
    clientKey: clientKey.publicJwk,
    keys: [opKey],
    person: kari,
    now,
  });
  const provider = LoginProvider.parse({
    id: 'patient',
    kind: 'patient',
    issuer: op.issuer,
    clientId,
    privateKeyJwk: clientKey.privateJwk,
    acrValues: 'idporten-loa-high',
    acceptedAcr: ['idporten-loa-high'],
    par: 'required',
    claims: 'id-porten',
    allowInsecure: true,
    ...more,
  });
  const seal = aSeal();
  const providers = [provider, LoginProvider.parse({ ...provider, id: 'other' })];
  const login = createLogin({ origin: () => origin, providers: () => providers }, { now, seal });
  const world: World = {
    op,
    login,
    provider,
    seal,
    otherKey,
    get now() {
      return clock.now;
    },
    set now(at) {
      clock.now = at;
    },
    visit: (id = 'patient', device = 'own') => visit(login, id, device),
    async signIn() {
      const visited = await world.visit();
      return isRefused(visited) ? visited : login.finish('patient', visited.back, visited.cookie);
    },
  };
  return world;
}

async function visit(login: Login, id: string, device: 'own' | 'shared'): Promise<Visit | LoginRefused> {
  const begun = await login.begin(id, { to: home, device });
  if (isRefused(begun)) return begun;
  const answer = await fetch(begun.redirectTo, { redirect: 'manual' });
  return { back: new URL(answer.headers.get('location') ?? ''), cookie: begun.cookie };
}
