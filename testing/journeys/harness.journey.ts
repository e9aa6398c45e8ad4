import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser } from '../src/browser-finder.ts';
import { journeys } from '../src/browser.ts';
import { faultsOf } from '../src/browser-axe.ts';
import { watch } from '../src/browser-watch.ts';
import { press, seesHeading, seesWords, soon } from './verbs.ts';

const isBundled = process.platform === 'linux' && process.arch === 'x64';

test('a browser that is named is taken, and one that is not there is told', async () => {
  const { executablePath } = await findBrowser({ CHROMIUM_PATH: process.execPath });
  expect(executablePath).toBe(process.execPath);
  await expect(findBrowser({ CHROMIUM_PATH: '/nowhere/chromium' })).rejects.toThrow('there is nothing there');
});

// On other systems the journeys fail where no browser is installed, and say so.
testOn(!isBundled)('elsewhere there is none bundled', async () => {
  await expect(findBrowser({ CHROMIUM: 'bundled' })).rejects.toThrow('there is none bundled');
});

testOn(isBundled)('the bundled one comes with the libraries that small machines lack', async () => {
  const { executablePath, env } = await findBrowser({ CHROMIUM: 'bundled' });
  expect(existsSync(executablePath)).toBe(true);
  const [libraries = ''] = (env['LD_LIBRARY_PATH'] ?? '').split(':');
  for (const name of ['libnss3.so', 'libnspr4.so']) expect(existsSync(path.join(libraries, name))).toBe(true);
});

const harbour = journeys(isBundled ? { browser: { CHROMIUM: 'bundled' } } : {});

testOn(isBundled)('a patient and her dietitian are at work in the browser from npm', async () => {
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

/** A test that belongs to the other kind of machine does not exist on this one. */
function testOn(thisMachine: boolean): (name: string, body: () => Promise<void>) => void {
  return (name, body) => {
    if (thisMachine) test(name, body);
  };
}

test('whatever no journey may meet is complained of', async () => {
  const { context } = await harbour.arrive('phone');
  const other = await context.browser()?.newContext({ baseURL: harbour.server.origin });
  if (!other) throw new Error('there is no browser');
  const { complaints } = watch(other, harbour.server.origin);
  const page = await other.newPage();
  await page.goto('/help');
  await page.evaluate(() => {
    console.error('said aloud');
    setTimeout(() => {
      throw new Error('thrown away');
    });
    document.head.append(Object.assign(document.createElement('script'), { text: '1' }));
    void fetch('/api/nowhere');
    document.body.append(Object.assign(document.createElement('img'), { src: 'http://localhost:9/x.png' }));
    setTimeout(() => alert('look here'), 50);
  });
  for (const complaint of [
    /on the console: said aloud/,
    /an error in the page: thrown away/,
    /on the console: .*Content Security Policy/,
    /on the console: .*status of 404/,
    /a dialog of the browser: look here/,
  ]) {
    await soon(() => complaints.join('\n')).toMatch(complaint);
  }
  await other.close();
});
