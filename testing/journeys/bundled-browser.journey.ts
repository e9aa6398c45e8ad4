import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser } from '../src/browser-finder.ts';
import { journeys } from '../src/browser.ts';
import { faultsOf } from '../src/browser-axe.ts';
import { press, seesHeading, seesWords } from './verbs.ts';

const isBundled = process.platform === 'linux' && process.arch === 'x64';

test('a browser that is named is taken, and one that is not there is told', async () => {
  const { executablePath } = await findBrowser({ CHROMIUM_PATH: process.execPath });
  expect(executablePath).toBe(process.execPath);
  await expect(findBrowser({ CHROMIUM_PATH: '/nowhere/chromium' })).rejects.toThrow('there is nothing there');
});

// On other systems the journeys fail where no browser is installed, and say so.
test.runIf(!isBundled)('elsewhere there is none bundled', async () => {
  await expect(findBrowser({ CHROMIUM: 'bundled' })).rejects.toThrow('there is none bundled');
});

test.runIf(isBundled)('the bundled one comes with the libraries that small machines lack', async () => {
  const { executablePath, env } = await findBrowser({ CHROMIUM: 'bundled' });
  expect(existsSync(executablePath)).toBe(true);
  const [libraries = ''] = (env['LD_LIBRARY_PATH'] ?? '').split(':');
  for (const name of ['libnss3.so', 'libnspr4.so']) expect(existsSync(path.join(libraries, name))).toBe(true);
});

const harbour = journeys(isBundled ? { browser: { CHROMIUM: 'bundled' } } : {});

test.runIf(isBundled)('a patient and her dietitian are at work in the browser from npm', async () => {
  const { page: phone } = await harbour.arrive('phone', { as: 'ola' });
  const { page: desk, context } = await harbour.arrive('desk', { as: 'ingrid' });
  await phone.goto('/step/drinks');
  await seesHeading(phone, 'Det du drikker');
  await press(phone, 'Neste');
  await seesHeading(phone, 'Mat som kan utløse plager');
  await desk.goto('/clinic/worklist');
  await seesWords(desk, 'Amina Solbakk');
  expect(await faultsOf(desk)).toEqual([]);
  expect(context.browser()?.version()).toMatch(/^153\./);
});
