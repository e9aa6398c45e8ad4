import { randomInt } from 'node:crypto';
import type { Language, SessionRefusal } from './page-texts.ts';
import { failedPage, type Page } from './pages.ts';
import type { LoginProvider } from './provider.ts';
import type { LoginRefusal, LoginRefused } from './refusals.ts';

/** A refusal as the log sees it. It holds no personal data. */
export interface RefusedLogin {
  readonly provider: string;
  readonly refused: LoginRefusal | SessionRefusal | 'unexpected';
  /** The provider's own error code. */
  readonly said?: string;
  /** What the person sees at the foot of the page, and may read out on the telephone. */
  readonly reference: string;
}

export interface Failure {
  readonly refused: RefusedLogin['refused'];
  readonly said?: string;
  readonly wanted?: LoginRefused['wanted'];
}

const statuses: { readonly [refused in RefusedLogin['refused']]?: number } = {
  'unknown-provider': 404,
  'provider-unreachable': 503,
  'low-acr': 403,
  'not-known-here': 403,
  'no-role-here': 403,
  unexpected: 500,
};

/** The page, its status, and what the log is told. */
export function failureReply(
  language: Language,
  provider: LoginProvider | undefined,
  failure: Failure,
): { readonly page: Page; readonly status: number; readonly told: RefusedLogin } {
  const { refused, said } = failure;
  const told = {
    provider: provider?.id ?? 'unknown',
    refused,
    ...(said && { said }),
    reference: reference(),
  };
  const urgent = provider?.kind === 'patient' ? { urgent: provider.country } : {};
  const page = failedPage(language, { ...told, ...urgent, wayIn: wayIn(provider, failure) });
  return { page, status: statuses[refused] ?? 400, told };
}

/**
 * The login, begun anew for what was wanted. Where the provider has vouched for somebody who is not known here, the
 * device is left out: that makes the provider ask again instead of answering with the same person.
 */
function wayIn(provider: LoginProvider | undefined, { refused, wanted }: Failure): string {
  if (!provider) return '/';
  const isOther = refused === 'not-known-here' || refused === 'no-role-here';
  const query = new URLSearchParams(wanted && !isOther ? { device: wanted.device } : {});
  if (wanted && wanted.to !== '/') query.set('to', wanted.to);
  return query.size > 0 ? `/login/${provider.id}?${query}` : `/login/${provider.id}`;
}

/** Without letters and digits that sound or look alike. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function reference(): string {
  const part = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${part()}-${part()}`;
}
