/**
 * Where the test provider keeps logins under way: in memory, so that a restart begins anew. The library's own memory
 * adapter does the same but warns on every start that it is for development, which here it is.
 */

interface Kept {
  readonly payload: Payload;
  readonly until: number;
}

interface Payload {
  readonly uid?: string;
  readonly grantId?: string;
  consumed?: number;
}

const atMost = 5_000;

/** What goes when a grant is withdrawn. A login under way also names a grant, and stays. */
const ofGrant = /^(AccessToken|AuthorizationCode|RefreshToken) /;

/** One store for all models, as oidc-provider wants its adapters: a function from a model's name. */
export function createMemoryStore(): (model: string) => object {
  const all = new Map<string, Kept>();
  return (model) => adapterOf(all, model);
}

function adapterOf(all: Map<string, Kept>, model: string): object {
  const name = (id: string) => `${model} ${id}`;
  const find = (id: string): Payload | undefined => {
    const kept = all.get(name(id));
    return kept && kept.until > Date.now() ? kept.payload : undefined;
  };
  return {
    find: async (id: string) => find(id),
    findByUid: async (uid: string) =>
      [...all].find(([key, kept]) => key.startsWith(`${model} `) && kept.payload.uid === uid)?.[1].payload,
    // Only the device flow has user codes, and it is off.
    findByUserCode: async () => undefined,
    upsert: async (id: string, payload: Payload, expiresIn: number | undefined) => {
      all.delete(name(id));
      all.set(name(id), { payload, until: Date.now() + (expiresIn ?? 3600) * 1000 });
      if (all.size > atMost) all.delete(all.keys().next().value ?? '');
    },
    consume: async (id: string) => {
      const payload = find(id);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id: string) => void all.delete(name(id)),
    revokeByGrantId: async (grantId: string) => {
      for (const [key, { payload }] of all) {
        if (payload.grantId === grantId && ofGrant.test(key)) all.delete(key);
      }
    },
  };
}
