import { expect, test } from 'vitest';
import { journeys } from '../src/browser.ts';
import { follow, logInAs, press, seesHeading, seesWords } from './verbs.ts';

const harbour = journeys();

test('Kari, newly invited, logs in, says yes, and takes the first module step by step', async () => {
  const { page } = await harbour.arrive('phone');
  await page.goto('/');
  await logInAs(page, 'Kari Seilmoen');
  await seesHeading(page, 'Hvem følger deg');
  console.log(await page.locator('body').innerText());
});
