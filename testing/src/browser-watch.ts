/** What no journey may meet without having said so: errors on the console, requests to elsewhere, dialogs of the browser. */
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

export interface Watch {
  readonly complaints: readonly string[];
  /** From now on an answer with this status, to an address that matches, is no surprise. */
  expect(status: number, address: RegExp): void;
  /** Between the two calls requests without an answer are no surprise. */
  networkGone(): void;
  networkBack(): void;
}

interface Expected {
  readonly status: number;
  readonly address: RegExp;
}

export function watch(context: BrowserContext, origin: string): Watch {
  const complaints: string[] = [];
  const expected: Expected[] = [];
  // Everybody's first page asks who is signed in and, in the same breath, for what it shows; browsers log the refusals.
  let isIn = false;
  let gone = false;
  const hear = (message: ConsoleMessage): void => {
    if (message.type() !== 'error') return;
    const text = message.text();
    const { url } = message.location();
    const status = Number(/with a status of (\d{3})/.exec(text)?.[1]);
    if (status === 401 && !isIn && url.includes('/api/')) return;
    if (expected.some((one) => one.status === status && one.address.test(url))) return;
    if (gone && /net::ERR_|Failed to fetch/.test(text)) return;
    complaints.push(`on the console: ${text} (${url})`);
  };
  context.on('page', (page) => watchPage(page, complaints));
  for (const page of context.pages()) watchPage(page, complaints);
  context.on('console', hear);
  context.on('response', (response) => {
    if (/\/api\/session$/.test(response.url()) && response.ok()) isIn = true;
    if (/\/api\/session\/end$/.test(response.url()) && response.ok()) isIn = false;
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin)
      complaints.push(`a request to ${url.origin}`);
  });
  return {
    complaints,
    expect: (status, address) => void expected.push({ status, address }),
    networkGone: () => {
      gone = true;
    },
    networkBack: () => {
      gone = false;
    },
  };
}

function watchPage(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`an error in the page: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog of the browser: ${dialog.message()}`);
    void dialog.dismiss().catch(() => undefined);
  });
}
