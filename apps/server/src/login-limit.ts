/** How often one address may begin a login, and come back from one. */
import proxyAddress from '@fastify/proxy-addr';
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import { StartUpProblem } from '@skute/platform/db';
import { problem, refuse } from '@skute/platform/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

export interface LoginLimit {
  /** Of each of the two. 0: no limit. */
  readonly perMinute: number;
  /** Addresses and ranges whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
}

const Environment = z.object({
  LOGIN_LIMIT: z.coerce.number().int().min(0).max(1_000_000).default(300),
  TRUSTED_PROXIES: z.string().default(''),
});

/** A hospital often has one address for everybody, and their morning begins at the same time: hence not fewer. */
export const usualLoginLimit: LoginLimit = { perMinute: 300, trustedProxies: [] };

export function readLoginLimit(environment: NodeJS.ProcessEnv): LoginLimit {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new StartUpProblem(`The setting ${first?.path.join('.')} is wrong: ${first?.message}.`);
  }
  const trustedProxies = parsed.data.TRUSTED_PROXIES.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  trusts(trustedProxies);
  return { perMinute: parsed.data.LOGIN_LIMIT, trustedProxies };
}

const limited = new Set(['/login/:provider', '/login/:provider/callback']);

/** Addresses remembered at most; the one not seen for longest goes first. */
const mostAddresses = 10_000;

/** For the routes that are registered in the scope after this. The counts are of this process, and of the last minute. */
export async function limitLogins(scope: FastifyInstance, limit: LoginLimit): Promise<void> {
  if (limit.perMinute === 0) return;
  const trust = trusts(limit.trustedProxies);
  await scope.register(rateLimit, {
    global: false,
    max: limit.perMinute,
    timeWindow: 60_000,
    cache: mostAddresses,
    keyGenerator: (request) => `${request.routeOptions.url} ${addressOf(request, trust)}`,
  });
  const count = scope.createRateLimit();
  scope.addHook('onRequest', async (request, reply) => {
    if (!limited.has(request.routeOptions.url ?? '')) return;
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    reply.header('retry-after', String(Math.max(1, counted.ttlInSeconds)));
    const detail = 'Too many logins from this address. Wait as long as Retry-After says, and try again.';
    return refuse(reply, problem(429, 'too-many-logins', { detail, requestId: request.id }));
  });
}

type Trust = ReturnType<typeof proxyAddress.compile>;

function trusts(proxies: readonly string[]): Trust {
  try {
    return proxyAddress.compile([...proxies]);
  } catch {
    throw new StartUpProblem(
      'The setting TRUSTED_PROXIES is wrong: addresses or ranges with commas between, as in 10.0.0.0/8.',
    );
  }
}

/** The nearest address that is not a proxy of ours; of IPv6 the network, since one home has very many. */
function addressOf(request: FastifyRequest, trust: Trust): string {
  return normalizeIP(proxyAddress(request.raw, trust), 64);
}
