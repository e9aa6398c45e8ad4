/** The session, Today, the programme and every page opened: kept as they were last answered, and shown at once next time. */
import type { Session } from '@skute/access/contract';
import type { StepView } from '@skute/treatment/contract';
import { sessionKey } from '@skute/ui/session';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { keep, keepFor, keptNames, takeOut } from './device.ts';
import { keepPictures } from './pictures.ts';

export const todayKey = ['today'] as const;
export const programmeKey = ['programme'] as const;
export function stepKey(stepId: string): readonly ['step', string] {
  return ['step', stepId];
}

/** Old enough that it is asked for anew at once, and shown meanwhile. */
const longAgo = { updatedAt: 1 };

export function takeOutKept(client: QueryClient): void {
  const session = takeOut<Session>('session');
  if (!session || !mayShowAtOnce(session)) return;
  for (const name of ['session', 'today', 'programme', ...keptNames('step/')]) {
    const value = takeOut(name);
    if (value !== undefined) client.setQueryData(keyOf(name), value, longAgo);
  }
}

/** Online and timed out: the server is asked before anything is shown. */
function mayShowAtOnce(session: Session): boolean {
  return !navigator.onLine || Date.parse(session.idleEndsAt) > Date.now();
}

/** When no answer comes at all, what was kept is better than an empty page. True when there was something. */
export function fallBackOnKept(client: QueryClient): boolean {
  const session = takeOut<Session>('session');
  if (!session) return false;
  for (const name of ['today', 'programme', ...keptNames('step/'), 'session']) {
    const value = takeOut(name);
    if (value !== undefined) client.setQueryData(keyOf(name), value, longAgo);
  }
  return true;
}

export function keepAnswers(client: QueryClient): void {
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    const name = nameOf(event.query.queryKey);
    const value: unknown = event.query.state.data;
    if (name && value !== undefined && value !== null) void keepOne(name, value);
  });
}

async function keepOne(name: string, value: unknown): Promise<void> {
  if (name === 'session') {
    const session = value as Session;
    if (session.kind !== 'patient') return;
    await keepFor(session);
  }
  keep(name, value);
  if (name.startsWith('step/')) await keepPictures(value as StepView);
}

function nameOf(key: QueryKey): string | undefined {
  const [kind, id] = key;
  if (kind === 'step' && typeof id === 'string') return `step/${id}`;
  return kind === sessionKey[0] || kind === 'today' || kind === 'programme' ? kind : undefined;
}

function keyOf(name: string): QueryKey {
  const [kind, id] = name.split('/');
  return id === undefined ? [kind] : [kind, id];
}
