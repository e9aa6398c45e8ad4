import { notFound, type Operation } from '../gateway.ts';
import { findUnit, unitNow } from '../organisations.ts';
import { isoInstant } from '@skute/platform/time';
import type { getSession, Preferences, savePreferences } from '../contract.ts';
import { findPreferences, savePreferencesOf } from './store.ts';

export interface SessionDeps {
  readonly practice: boolean;
  readonly organisation: (tenantId: string) => { readonly name: string; readonly country: 'NO' | 'SE' };
  /** The name of the person signed in, from the domain that keeps identities. */
  readonly nameOf: (tx: Parameters<Operation>[0], personId: string) => Promise<string>;
}

/** Until a person has chosen, the language of the country. */
export function defaultPreferences(country: 'NO' | 'SE'): Preferences {
  return { language: country === 'SE' ? 'sv' : 'nb', textSize: 'md', theme: 'auto', welcomed: false };
}

export function readSession(deps: SessionDeps): Operation<typeof getSession> {
  return async (tx, { actor, realNow }) => {
    const organisation = deps.organisation(actor.tenantId);
    const [stored, name, unit] = await Promise.all([
      findPreferences(tx, actor.personId),
      deps.nameOf(tx, actor.personId),
      actor.unitId ? findUnit(tx, actor.unitId) : undefined,
    ]);
    const common = {
      personId: actor.personId,
      name,
      organisation: organisation.name,
      country: organisation.country,
      preferences: stored ?? defaultPreferences(organisation.country),
      practice: deps.practice,
      idleEndsAt: isoInstant(actor.idleEndsAt),
      endsAt: isoInstant(actor.endsAt),
    };
    if (actor.kind === 'patient') {
      return {
        status: 200,
        about: 'nobody',
        body: { kind: 'patient', sharedDevice: actor.sharedDevice, ...common },
      };
    }
    if (!unit) return notFound;
    return {
      status: 200,
      about: 'nobody',
      body: {
        kind: 'clinician',
        roles: [...actor.roles],
        unit: { id: unit.id, name: unit.name, timeZone: unit.timeZone },
        unitNow: isoInstant(unitNow(unit, realNow)),
        ...common,
      },
    };
  };
}

export const keepPreferences: Operation<typeof savePreferences> = async (tx, { actor, body }) => {
  savePreferencesOf(tx, actor.personId, body);
  return { status: 200, about: 'nobody', body };
};
