/** The session, its settings, and signing out. Browser-safe. */
import { defineRoute, Id, Instant } from '@skute/platform/contract';
import { z } from 'zod';

export const Language = z
  .enum(['nb', 'nn', 'sv', 'en'])
  .meta({ id: 'Language', description: 'A language of the screen.' });
export type Language = z.output<typeof Language>;

export const Preferences = z
  .strictObject({
    language: Language,
    textSize: z.enum(['md', 'lg', 'xl']).meta({ description: 'The A A A setting.' }),
    theme: z.enum(['auto', 'light', 'dark']),
    welcomed: z.boolean().meta({ description: 'The welcome pages have been seen.' }),
  })
  .meta({ id: 'Preferences' });
export type Preferences = z.output<typeof Preferences>;

export const Role = z.enum(['clinician', 'unit-administrator']).meta({ id: 'Role' });

const Common = {
  personId: Id,
  name: z.string(),
  organisation: z.string(),
  country: z.enum(['NO', 'SE']),
  preferences: Preferences,
  practice: z.boolean().meta({ description: 'Practice mode: test people, and a clock that can be wound.' }),
  /** The session ends by itself at the earlier of these if nothing is done. */
  idleEndsAt: Instant,
  endsAt: Instant,
};

export const Session = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('patient'), sharedDevice: z.boolean(), ...Common }),
    z.strictObject({
      kind: z.literal('clinician'),
      roles: z.array(Role),
      unit: z.strictObject({ id: Id, name: z.string(), timeZone: z.string() }),
      /** The unit's present: the real time, or ahead of it in practice mode. */
      unitNow: Instant,
      ...Common,
    }),
  ])
  .meta({ id: 'Session' });
export type Session = z.output<typeof Session>;

export const getSession = defineRoute({
  name: 'getSession',
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in, where, and with which settings.',
  policy: 'signed-in',
  audit: 'none',
  idempotency: 'none',
  replies: { 200: Session },
});

export const savePreferences = defineRoute({
  name: 'savePreferences',
  method: 'PUT',
  path: '/api/session/preferences',
  summary: 'Saves language, text size and theme of the person signed in.',
  policy: 'signed-in',
  audit: 'none',
  idempotency: 'natural',
  body: Preferences,
  replies: { 200: Preferences },
});

export const setSharedDevice = defineRoute({
  name: 'setSharedDevice',
  method: 'PUT',
  path: '/api/session/device',
  summary:
    'Says whether others use this device too. Shared: nothing is kept on it, and the session ends after ten idle minutes.',
  policy: 'signed-in',
  audit: 'none',
  idempotency: 'natural',
  body: z.strictObject({ shared: z.boolean() }),
  replies: { 200: z.strictObject({ shared: z.boolean() }) },
});

export const signOut = defineRoute({
  name: 'signOut',
  method: 'POST',
  path: '/api/session/end',
  summary: 'Ends the session here, and says where to end it at the identity provider.',
  policy: 'signed-in',
  audit: 'none',
  idempotency: 'natural',
  replies: { 200: z.strictObject({ endAt: z.string() }) },
});

export const sessionRoutes = [getSession, savePreferences, setSharedDevice, signOut];
