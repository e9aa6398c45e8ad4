/** What people do and see, said as they would say it. Everything is found by its role and its words. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What is so in a moment, when it is not so at once. */
export function soon<T>(what: () => T | Promise<T>) {
  return expect.poll(what, { timeout: 20_000 });
}

export async function sees(what: Locator): Promise<void> {
  await what.first().waitFor();
}

/** Also waits for what is still going away. */
export async function seesNo(what: Locator): Promise<void> {
  await soon(() => what.count()).toBe(0);
}

export async function seesWords(page: Page, ...words: (string | RegExp)[]): Promise<void> {
  for (const word of words) await sees(page.getByText(word));
}

export async function seesHeading(page: Page, name: string | RegExp): Promise<void> {
  await sees(page.getByRole('heading', { level: 1, name }));
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
}

export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('link', { name }).first().click();
}

/** Logs in with the test e-ID, from the page that asks for it, by choosing who to be. */
export async function logInAs(page: Page, name: string): Promise<void> {
  await follow(page, 'Logg inn');
  await seesHeading(page, 'Velg en testperson');
  await press(page, new RegExp(name));
}

export async function hasFocus(what: Locator): Promise<void> {
  await soon(() => what.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** With the Tab key alone. */
export async function tabTo(page: Page, what: Locator): Promise<void> {
  await what.waitFor();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await what.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`80 presses of Tab do not lead to ${what.toString()}`);
}

/** What a screen reader would read of a list, line by line. */
export async function linesOf(list: Locator): Promise<string[]> {
  return list.evaluateAll((elements) => elements.map((element) => element.textContent ?? ''));
}
