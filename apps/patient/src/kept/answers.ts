/**
 * The session, Today, the programme, the patient's course, and every page and form opened: kept as they were last answered,
 * and shown at once next time.
 */
import type { Session } from '@skute/access/contract';
import type { StepView } from '@skute/treatment/contract';
import { sessionKey } from '@skute/ui/session';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { drop, keep, keepFor, keptNames, takeOut } from './device.ts';
import { keepPictures } from './pictures.ts';

export const todayKey = ['today'] as const;
export const programmeKey = ['programme'] as const;
export function stepKey(stepId: string): readonly ['step', string] {
  return ['step', stepId];
}

export function formKey(formId: string): readonly ['form', string] {
  return ['form', formId];
}
/** It has been sent: what was begun, and that it could be answered, is no longer so. */
export function forgetForm(client: QueryClient, formId: string): void {
  client.removeQueries({ queryKey: formKey(formId) });
  drop(`form/${formId}`);
  drop(`draft/${formId}`);
}
/** What the server said when a form was sent: the patient may come back to it. */
export function receiptKey(formId: string): readonly ['receipt', string] {
  return ['receipt', formId];
}

/** Old enough that it is asked for anew at once, and shown meanwhile. */
const longAgo = { updatedAt: 1 };

export function takeOutKept(client: QueryClient): void {
  // A page read an hour ago must still be there when the network goes.
  for (const kind of ['today', 'programme', 'step', 'form', 'receipt', 'progress'])
    client.setQueryDefaults([kind], { gcTime: Infinity });
  const session = takeOut<Session>('session');
  if (session && mayShowAtOnce(session)) fallBackOnKept(client);
}

/** Online and timed out: the server is asked before anything is shown. */
function mayShowAtOnce(session: Session): boolean {
  return !navigator.onLine || Date.parse(session.idleEndsAt) > Date.now();
}

export function hasKept(): boolean {
  return takeOut('session') !== undefined;
}

/** When no answer comes at all, what was kept is better than an empty page. */
export function fallBackOnKept(client: QueryClient): void {
  for (const name of [
    'today',
    'programme',
    'progress',
    ...keptNames('step/'),
    ...keptNames('form/'),
    'session',
  ]) {
    const value = takeOut(name);
    if (value !== undefined) client.setQueryData(keyOf(name), value, longAgo);
  }
}

export function keepAnswers(client: QueryClient): void {
  let person = client.getQueryData<Session | null>(sessionKey)?.personId;
  // Whose device it is must be known, and the last one's things gone, before anything of hers is kept.
  let known: Promise<void> = Promise.resolve();
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    const name = nameOf(event.query.queryKey);
    const value: unknown = event.query.state.data;
    if (name === 'session') {
      const now = (value as Session | null)?.personId;
      if (now !== person) forgetInMemory(client);
      person = now;
    }
    if (!name || value === undefined || value === null) return;
    const kept = known.then(() => keepOne(name, value));
    if (name === 'session') known = kept.catch(() => undefined);
  });
}

/** Somebody else is signed in, or nobody: what the last person read is not theirs. */
function forgetInMemory(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
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

const keptWhole: readonly string[] = [sessionKey[0], 'today', 'programme', 'progress'];

function nameOf(key: QueryKey): string | undefined {
  const [kind, id] = key;
  if ((kind === 'step' || kind === 'form') && typeof id === 'string') return `${kind}/${id}`;
  return typeof kind === 'string' && keptWhole.includes(kind) ? kind : undefined;
}

function keyOf(name: string): QueryKey {
  const [kind, id] = name.split('/');
  return id === undefined ? [kind] : [kind, id];
}
