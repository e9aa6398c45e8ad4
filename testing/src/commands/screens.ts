/**
 * `npm run screens`: pictures of the real screens, in docs/screens. The clock of the server and of the browser stands
 * still, so that the same screens give the same pictures.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Running, startServer } from '@skute/server';
import type { Browser } from 'playwright-core';
import { launchBrowser, sessionCookieOf, sizes } from '../browser.ts';
import { type Screen, screens } from '../browser-screens.ts';
import { signInWith } from '../server.ts';

/**
 * A Tuesday morning in opening hours. It lies behind us, since the database keeps its own time and lets nobody in before a
 * care relation has begun; sessions alone begin in earnest.
 */
const now = Date.parse('2026-03-10T09:20:00+01:00');
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
  for (const screen of screens) await picture(running, browser, screen);
  writeFileSync(path.join(folder, 'README.md'), readme());
  const total = screens.reduce((sum, { name }) => sum + statSync(fileOf(name)).size, 0);
  console.log(`${screens.length} screens in docs/screens, ${Math.round(total / 1000)} kB.`);
} finally {
  await browser.close();
  await running.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function picture(server: Running, from: Browser, screen: Screen): Promise<void> {
  const context = await from.newContext({
    baseURL: server.origin,
    viewport: screen.app === 'patient' ? sizes.phone : sizes.desk,
    colorScheme: screen.dark ? 'dark' : 'light',
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
  await page.screenshot({ path: fileOf(screen.name), animations: 'disabled', caret: 'hide' });
  await context.close();
}

function fileOf(name: string): string {
  return path.join(folder, `${name}.png`);
}

function readme(): string {
  const part = (app: Screen['app']): string =>
    screens
      .filter((screen) => screen.app === app)
      .map(({ name, says }) => `### ${name}\n\n${says}\n\n![${says}](${name}.png)\n`)
      .join('\n');
  return `# Screens

Pictures of the running apps with the practice clinic, made by \`npm run screens\`. Nobody in them exists.
The patient's app is drawn at ${sizes.phone.width} × ${sizes.phone.height}, the clinic's portal at ${sizes.desk.width} × ${sizes.desk.height}.

## The patient's app

${part('patient')}
## The clinic's portal

${part('clinic')}`;
}
