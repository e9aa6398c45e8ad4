/** The identity providers that this installation uses: those of a file or, in practice, the one of our own. */
import { readFileSync } from 'node:fs';
import { type LoginProvider, LoginProviders } from '@skute/identity/login';
import type { Config } from '@skute/platform/config';
import { StartUpProblem } from '@skute/platform/db';
import type { TestIdentityProvider } from './test-idp/index.ts';

type ProviderConfig = Pick<Config, 'loginProvidersFile' | 'mode'>;

export async function testProviderFor(
  config: ProviderConfig,
  origin: () => string,
): Promise<TestIdentityProvider | undefined> {
  if (config.loginProvidersFile) return undefined;
  if (config.mode === 'production') {
    throw new StartUpProblem(
      'Production needs identity providers: set LOGIN_PROVIDERS to a file that lists them.',
    );
  }
  // Loaded here and not above: in production neither the provider nor its people are in memory.
  const [{ createTestIdentityProvider }, { testPeople }] = await Promise.all([
    import('./test-idp/index.ts'),
    import('./demo/test-people.ts'),
  ]);
  return createTestIdentityProvider({ mode: config.mode, origin, people: testPeople() });
}

export function readProviders(config: ProviderConfig, test: unknown): readonly LoginProvider[] {
  const source: unknown = config.loginProvidersFile ? readJson(config.loginProvidersFile) : test;
  const parsed = LoginProviders.safeParse(source);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new StartUpProblem(
    `The list of identity providers is wrong at ${first?.path.join('.')}: ${first?.message}.`,
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartUpProblem(
      `The list of identity providers in ${file} can't be read: ${(error as Error).message}.`,
    );
  }
}
