export { ask, isSignedOut, NoAnswer, Refusal } from './ask.ts';
export { makeQueryClient, sessionKey } from './client.ts';
export { IdleWarning } from './idle-warning.tsx';
export { isDarkNow, showPreferences, useShownPreferences } from './preferences.ts';
export {
  sessionReadAt,
  type SessionState,
  useSavePreferences,
  useSession,
  useSetSharedDevice,
  useSignOut,
} from './use-session.ts';
