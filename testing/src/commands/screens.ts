/**
 * `npm run screens`: pictures of the real screens, in docs/screens: on a phone and at a desk, in light and in dark colours.
 * The clock of the server and of the browser stands still, so that the same screens give the same pictures.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Running, startServer } from '@skute/server';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, sessionCookieOf, sizes } from '../browser.ts';
import { type Screen, screens } from '../browser-screens.ts';
import { smaller } from '../png.ts';
import { signInWith } from '../server.ts';

/**
 * A Tuesday morning in opening hours. It lies behind us, since the database keeps its own time and lets nobody in before a
 * care relation has begun; sessions alone begin in earnest.
 */
const now = Date.parse('2026-03-10T09:20:00+01:00');
const colours = ['light', 'dark'] as const;
/** A page that is longer than the screen is drawn longer, up to this many times. */
const longest = 2;
/** What is fixed to an edge, and the controls of a film, come to rest a little after the size has changed. */
const restingMs = 300;
const folder = path.join(import.meta.dirname, '../../../docs/screens');
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'skute-screens-'));

const running = await startServer(
  {
    mode: 'practice',
    port: 0,
    host: '127.0.0.1',
    publicUrl: undefined,
    dataDir,
    databaseUrl: undefined,
    appDatabaseUrl: undefined,
    poolSize: 10,
    keysDir: path.join(dataDir, 'keys'),
    ledgerDir: path.join(dataDir, 'ledger'),
    loginProvidersFile: undefined,
    logLevel: 'silent',
  },
  { clock: () => now },
);
const browser = await launchBrowser();
try {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (file.endsWith('.png')) rmSync(path.join(folder, file));
  let bytes = 0;
  for (const screen of screens) bytes += await pictures(running, browser, screen);
  writeFileSync(path.join(folder, 'README.md'), readme());
  console.log(`${screens.length} screens in docs/screens, ${Math.round(bytes / 1000)} kB.`);
} finally {
  await browser.close();
  await running.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function pictures(server: Running, from: Browser, screen: Screen): Promise<number> {
  const context = await from.newContext({
    baseURL: server.origin,
    viewport: screen.app === 'patient' ? sizes.phone : sizes.desk,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
  });
  await context.clock.setFixedTime(now);
  if (screen.as) {
    const { cookie } = await signInWith(server, Date.now)(screen.as);
    await context.addCookies([sessionCookieOf(server.origin, cookie)]);
  }
  const page = await context.newPage();
  await page.goto(screen.address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await screen.act?.(page);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  let bytes = 0;
  for (const size of ['phone', 'desk'] as const) {
    await fit(page, size, screen.firstSight ? 1 : longest);
    for (const colorScheme of colours) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(restingMs);
      const picture = smaller(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
      writeFileSync(path.join(folder, fileOf(screen, size, colorScheme)), picture);
      bytes += picture.length;
    }
  }
  await context.close();
  return bytes;
}

/** As high as the page is, within reason, so that little is hidden below the edge. */
async function fit(page: Page, size: keyof typeof sizes, times: number): Promise<void> {
  const { width, height } = sizes[size];
  await page.setViewportSize({ width, height });
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(whole, height * times) });
  await page.evaluate(() => window.scrollTo(0, 0));
}

function fileOf({ name }: Screen, size: keyof typeof sizes, colour: (typeof colours)[number]): string {
  return `${name}-${size}-${colour}.png`;
}

function readme(): string {
  const part = (app: Screen['app']): string =>
    screens
      .filter((screen) => screen.app === app)
      .map((screen) => `### ${screen.name}\n\n${screen.says}\n\n${table(screen)}\n`)
      .join('\n');
  return `# Screens

Pictures of the running apps with the practice clinic, made by \`npm run screens\`. Nobody in them exists.
A phone is ${sizes.phone.width} px wide, a desk ${sizes.desk.width}; what is longer than ${longest} screens is cut.

## The patient's app

${part('patient')}
## The clinic's portal

${part('clinic')}`;
}

function table(screen: Screen): string {
  const cells = (['phone', 'desk'] as const).flatMap((size) =>
    colours.map((colour) => {
      const width = size === 'phone' ? 130 : 330;
      return `<img src="${fileOf(screen, size, colour)}" width="${width}" alt="${screen.name}, ${size}, ${colour}">`;
    }),
  );
  return cells.join('\n');
}
