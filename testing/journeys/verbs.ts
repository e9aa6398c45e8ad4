/** What people do and see, said as they would say it. Everything is found by its role and its words. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export async function sees(what: Locator): Promise<void> {
  await what.first().waitFor();
}

export async function seesNo(what: Locator): Promise<void> {
  await what.first().waitFor({ state: 'hidden' });
}

export async function seesWords(page: Page, ...words: string[]): Promise<void> {
  for (const word of words) await sees(page.getByText(word));
}

export async function seesHeading(page: Page, name: string | RegExp): Promise<void> {
  await sees(page.getByRole('heading', { level: 1, name }));
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
}

export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('link', { name }).click();
}

/** Logs in with the test e-ID, by choosing who to be. */
export async function logInAs(page: Page, name: string): Promise<void> {
  await follow(page, 'Logg inn');
  await seesHeading(page, 'Velg en testperson');
  await press(page, new RegExp(name));
}

export async function hasFocus(what: Locator): Promise<void> {
  await expect.poll(() => what.evaluate((element) => element === document.activeElement)).toBe(true);
}
