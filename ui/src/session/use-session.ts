import {
  getSession,
  type Preferences,
  type Session,
  savePreferences,
  setSharedDevice,
  signOut,
} from '@skute/access/contract';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, isSignedOut } from './ask.ts';
import { sessionKey } from './client.ts';
import { tellElsewhere } from './elsewhere.ts';

export type SessionState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'signed-in'; readonly session: Session }
  | { readonly kind: 'signed-out' }
  /** No answer, and nothing kept from before. */
  | { readonly kind: 'unreachable'; readonly tryAgain: () => void };

/** Who is signed in. `null` in the cache means: nobody. */
export function useSession(): SessionState {
  const query = useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 60_000 });
  if (query.data) return { kind: 'signed-in', session: query.data };
  if (query.data === null) return { kind: 'signed-out' };
  if (query.isError) return { kind: 'unreachable', tryAgain: () => void query.refetch() };
  return { kind: 'asking' };
}

let readAt = 0;

/** When the server last told of the session; 0 when it has not in this visit, and what is shown was kept from before. */
export function sessionReadAt(): number {
  return readAt;
}

async function readSession(): Promise<Session | null> {
  try {
    const session = await ask(getSession, {});
    readAt = Date.now();
    return session;
  } catch (error) {
    if (isSignedOut(error)) return null;
    throw error;
  }
}

/** Changes settings at once on the screen, and saves them. If saving fails, the screen keeps them for this visit. */
export function useSavePreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (preferences: Preferences) => ask(savePreferences, { body: preferences }),
    onMutate: (preferences) => changeSession(client, (session) => ({ ...session, preferences })),
  });
}

/** Says whether others use this device. The caller clears what is kept on it. */
export function useSetSharedDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (shared: boolean) => ask(setSharedDevice, { body: { shared } }),
    onSuccess: ({ shared }) => {
      changeSession(client, (session) =>
        session.kind === 'patient' ? { ...session, sharedDevice: shared } : session,
      );
      // The idle time-out is another one now.
      return client.invalidateQueries({ queryKey: sessionKey });
    },
  });
}

/** Ends the session, forgets everything in memory, and goes where the identity provider ends its own. */
export function useSignOut(forget: () => Promise<void> = async () => undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask(signOut, {}),
    onSettled: async (ended, error) => {
      await forget();
      // Without an answer the session is still open at the server: the caller says so, and it is tried again.
      if (error && !isSignedOut(error)) return;
      // First this, which draws the sign-in page: what is cleared before is not drawn anew, and would be left standing.
      client.setQueryData(sessionKey, null);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
      tellElsewhere();
      window.location.assign(ended?.endAt ?? '/');
    },
  });
}

function changeSession(client: QueryClient, change: (session: Session) => Session): void {
  client.setQueryData<Session | null>(sessionKey, (session) => (session ? change(session) : session));
}
