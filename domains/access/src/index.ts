/** Who may see and do what: organisations, units, roles, care relations, sessions, the gateway, and the access log. */
export type { Actor, RoleName } from './actor.ts';
export { clearOld } from './clear-old.ts';
export { afterOpenHours, type ClinicHours, openOn } from './clinic-hours.ts';
export { failureOf } from './failure.ts';
export {
  type About,
  answers,
  type Ask,
  createGateway,
  type Gateway,
  type GatewayDeps,
  isRefusal,
  keepTrace,
  notFound,
  type Operation,
  type Refusal,
  type Served,
  type Told,
} from './gateway.ts';
export * from './log/index.ts';
export * from './organisations.ts';
export { isPolicy, policies, type PolicyName, refusedBySession } from './policy.ts';
export * from './set-up.ts';
export { defaultPreferences, keepPreferences, readSession, type SessionDeps } from './sessions/operations.ts';
export { createSessions, limits, type Sessions } from './sessions/sessions.ts';
export { endSessionsOf, findPreferences, providerOfSession, savePreferencesOf } from './sessions/store.ts';
