/** Journeys: the whole server with its cast, a real browser, and visitors at a phone or a desk. */
import os from 'node:os';
import path from 'node:path';
import { sessionCookie } from '@skute/server';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findBrowser } from './browser-finder.ts';
import { type Watch, watch } from './browser-watch.ts';
import { type TestServer, testServer } from './server.ts';

export const sizes = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 800 },
} as const;

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
}

export interface Arrival {
  /** Somebody of the cast who is signed in already; otherwise nobody is. */
  readonly as?: string;
  readonly sharedDevice?: boolean;
  readonly locale?: string;
  /** A folder on disk where the browser keeps its profile; otherwise it is kept in memory. */
  readonly profile?: string;
}

export interface Harbour {
  /** There from `beforeAll` on. */
  readonly server: TestServer;
  arrive(size: keyof typeof sizes, arrival?: Arrival): Promise<Visitor>;
}

export interface BrowserOptions {
  /** Pages are put by for the Back button, as browsers do; Playwright turns that off. */
  readonly putsPagesBy?: boolean;
  /** What asks for a certain browser, in place of the environment. */
  readonly browser?: NodeJS.ProcessEnv;
}

export async function launchBrowser({ putsPagesBy = false, browser }: BrowserOptions = {}): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser(browser);
  return chromium.launch({
    executablePath,
    args: [...args],
    env: withOurs(env),
    ignoreDefaultArgs: putsPagesBy ? ['--disable-back-forward-cache'] : [],
  });
}

/** Call once at the top of a journey's file: one server and one browser for all its tests. */
export function journeys(options: BrowserOptions = {}): Harbour {
  let server: TestServer;
  let browser: Browser;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), launchBrowser(options)]);
  });
  afterEach(async ({ task }) => {
    const left = visitors.splice(0);
    if (task.result?.state === 'fail') await takePictures(left, task.name);
    await Promise.all(left.map(({ context }) => context.close()));
    expect(left.flatMap(({ watch: { complaints } }) => complaints)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get server() {
      return server;
    },
    async arrive(size, arrival = {}) {
      const visitor = await arriveAt(server, browser, size, arrival);
      visitors.push(visitor);
      return visitor;
    },
  };
}

async function arriveAt(
  server: TestServer,
  browser: Browser,
  size: keyof typeof sizes,
  { as, sharedDevice = false, locale = 'nb-NO', profile }: Arrival,
): Promise<Visitor> {
  const looks = {
    baseURL: server.origin,
    viewport: sizes[size],
    hasTouch: size === 'phone',
    locale,
    reducedMotion: 'reduce',
  } as const;
  const context = profile ? await openProfile(profile, looks) : await browser.newContext(looks);
  context.setDefaultTimeout(20_000);
  const watched = watch(context, server.origin);
  if (as) {
    const { cookie } = await server.as(as, { sharedDevice });
    await context.addCookies([sessionCookieOf(server.origin, cookie)]);
  }
  return { context, page: context.pages()[0] ?? (await context.newPage()), watch: watched };
}

/** What the visitors saw when a journey failed. */
async function takePictures(visitors: readonly Visitor[], test: string): Promise<void> {
  const folder = path.join(os.tmpdir(), 'skute-journeys');
  for (const [place, { page }] of visitors.entries()) {
    const file = path.join(folder, `${test.replace(/\W+/g, '-').slice(0, 80)}-${place + 1}.png`);
    await page.screenshot({ path: file, timeout: 5_000 }).catch(() => undefined);
    console.error(`The journey ended at ${page.url()}: see ${file}`);
  }
}

async function openProfile(folder: string, looks: object): Promise<BrowserContext> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launchPersistentContext(folder, {
    executablePath,
    args: [...args],
    env: withOurs(env),
    ...looks,
  });
}

/**
 * A session's cookie, as the login leaves it in the browser. Playwright refuses a secure cookie for an http address, which
 * browsers take from this machine; cookies don't care about the scheme of what they are read by.
 */
export function sessionCookieOf(origin: string, value: string) {
  const { hostname } = new URL(origin);
  return {
    name: sessionCookie,
    value,
    url: `https://${hostname}/`,
    secure: true,
    httpOnly: true,
    sameSite: 'Strict',
  } as const;
}

function withOurs(env: Readonly<Record<string, string>>): Record<string, string> {
  const ours = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(ours), ...env };
}
