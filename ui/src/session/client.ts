import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, NoAnswer } from './ask.ts';
import { listenElsewhere } from './elsewhere.ts';

export const sessionKey = ['session'] as const;

/**
 * One cache for each app. A refusal because the session is over, wherever it comes, shows the sign-in page in place of
 * the page that was open; the address stays, so that the person comes back to it.
 */
export function makeQueryClient(): QueryClient {
  const signedOut = (error: unknown): void => {
    if (isSignedOut(error)) client.setQueryData(sessionKey, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: signedOut }),
    mutationCache: new MutationCache({ onError: signedOut }),
    defaultOptions: {
      // We try also when the browser thinks that it is offline: it may be wrong, and a stored answer is shown meanwhile.
      queries: { networkMode: 'always', retry: retryQuery, retryDelay: 800, staleTime: 15_000 },
      mutations: { networkMode: 'always' },
    },
  });
  listenElsewhere(client, sessionKey);
  return client;
}

function retryQuery(failures: number, error: unknown): boolean {
  return error instanceof NoAnswer && navigator.onLine && failures < 2;
}
