import type { Clock } from '@skute/platform/time';
import type { CookieSeal } from './pending-login.ts';
import type { ProviderDirectory } from './provider-directory.ts';
import type { SingleUse } from './single-use.ts';

export interface LoginDeps {
  readonly now: Clock;
  readonly seal: CookieSeal;
}

/** What begins and ends a login works with. */
export interface LoginParts extends LoginDeps {
  readonly origin: () => string;
  readonly directory: ProviderDirectory;
  /** States, codes and logout tokens that have had their turn in this process. */
  readonly used: SingleUse;
}
