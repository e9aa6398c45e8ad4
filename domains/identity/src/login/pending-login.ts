import type { Clock } from '@skute/platform/time';
import { z } from 'zod';
import { Device } from './provider.ts';
import { type LoginRefused, refuse } from './refusals.ts';
import { type SameOriginPath, sameOriginPath } from './same-origin-path.ts';

/** Seals what the browser carries for us, and opens it again; `open` gives undefined for what it did not seal. */
export interface CookieSeal {
  seal(content: Uint8Array): Uint8Array | Promise<Uint8Array>;
  open(sealed: Uint8Array): Uint8Array | undefined | Promise<Uint8Array | undefined>;
}

/** How long a person may take at the provider. */
export const pendingMinutes = 10;

const PendingLogin = z.strictObject({
  /** Says what the seal is for, so that nothing else sealed with the same key passes for a login. */
  purpose: z.literal('login'),
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.custom<SameOriginPath>((value) => sameOriginPath(value) !== undefined),
  device: Device,
  startedAt: z.number(),
});

/** A login between leaving for the provider and coming back. It lives in the browser only, sealed. */
export type PendingLogin = Omit<z.output<typeof PendingLogin>, 'purpose'>;

export async function sealPending(seal: CookieSeal, pending: PendingLogin): Promise<string> {
  const content = JSON.stringify({ purpose: 'login', ...pending });
  return Buffer.from(await seal.seal(Buffer.from(content, 'utf8'))).toString('base64url');
}

export async function openPending(
  seal: CookieSeal,
  cookie: string | undefined,
  now: Clock,
): Promise<PendingLogin | LoginRefused> {
  const parsed = PendingLogin.safeParse(await openJson(seal, cookie));
  if (!parsed.success) return refuse('no-login-started');
  const { purpose: _, ...pending } = parsed.data;
  return now() - pending.startedAt > pendingMinutes * 60_000 ? refuse('login-expired') : pending;
}

async function openJson(seal: CookieSeal, cookie: string | undefined): Promise<unknown> {
  if (!cookie || cookie.length > 4096) return undefined;
  try {
    const content = await seal.open(Buffer.from(cookie, 'base64url'));
    return content && JSON.parse(Buffer.from(content).toString('utf8'));
  } catch {
    // Sealed by somebody else, or changed on the way: the same as none.
    return undefined;
  }
}
