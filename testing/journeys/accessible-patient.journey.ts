import { savePreferences } from '@skute/access/contract';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { faultsOf, longRun } from '../src/browser-axe.ts';
import { journeys, type Visitor } from '../src/browser.ts';
import { follow, press, sees, seesHeading, seesWords } from './verbs.ts';

const harbour = journeys();

interface Screen {
  readonly name: string;
  readonly as?: string;
  readonly address: string;
  /** The heading that tells that the screen is there. */
  readonly heading: string | RegExp;
  /** What is opened or gone wrong. */
  readonly act?: (page: Page, visitor: Visitor) => Promise<void>;
  /** A state of a screen that stands in this list already: for the long run. */
  readonly again?: true;
}

const screens: readonly Screen[] = [
  { name: 'signing in', address: '/', heading: 'Velkommen om bord' },
  { name: 'help, signed out', address: '/help', heading: 'Trenger du hjelp nå?', act: unfoldAll },
  { name: 'help, signed in', again: true, as: 'ola', address: '/help', heading: 'Trenger du hjelp nå?' },
  { name: 'welcome, 1', as: 'kari', address: '/', heading: 'Hvem følger deg' },
  { name: 'welcome, 2', as: 'kari', address: '/#welcome-2', heading: 'Ikke for noe som haster' },
  { name: 'welcome, 3', as: 'kari', address: '/#welcome-3', heading: 'Slik vil jeg ha det' },
  { name: 'welcome, 4', as: 'kari', address: '/#welcome-4', heading: 'Telefonen og varsler' },
  { name: 'invited anew', as: 'per', address: '/', heading: 'Du er invitert' },
  {
    name: 'an invitation that has run out',
    again: true,
    as: 'liv',
    address: '/',
    heading: 'Invitasjonen har gått ut',
  },
  { name: 'Today', as: 'ola', address: '/', heading: /^(God|Hei)/ },
  { name: 'Today after a while', again: true, as: 'jorunn', address: '/', heading: 'Fint at du er tilbake' },
  { name: 'Today on hold', as: 'hanne', address: '/', heading: 'Programmet har pause' },
  { name: 'Programme', as: 'ola', address: '/programme', heading: 'En roligere mage', act: unfoldModules },
  { name: 'a step', as: 'ola', address: '/step/how-the-gut-works', heading: 'Slik arbeider tarmen' },
  { name: 'a step with a film', as: 'amina', address: '/step/breathing', heading: 'Pust med magen' },
  {
    name: 'a step in another language',
    again: true,
    as: 'jorunn',
    address: '/step/what-is-ibs',
    heading: 'Hva er IBS?',
  },
  {
    name: 'a step kept, with its undo',
    again: true,
    as: 'ola',
    address: '/step/plate',
    heading: /tallerken/,
    act: keepAndNot,
  },
  { name: 'after a module', as: 'ola', address: '/step/welcome/finished', heading: /havnen/ },
  {
    name: 'a step not open',
    as: 'ola',
    address: '/step/recipes',
    heading: 'Dette steget er ikke åpent ennå',
  },
  { name: 'More', as: 'ola', address: '/more', heading: 'Mer', act: unfoldAll },
  {
    name: 'an address that is nowhere',
    again: true,
    as: 'ola',
    address: '/nowhere',
    heading: 'Denne siden finnes ikke',
  },
  {
    name: 'a clinician here',
    again: true,
    as: 'ingrid',
    address: '/',
    heading: 'Dette er appen for pasienter',
  },
  {
    name: 'no answer',
    again: true,
    as: 'ola',
    address: '/programme',
    heading: 'En roligere mage',
    act: loseServer,
  },
  {
    name: 'no network',
    again: true,
    as: 'amina',
    address: '/programme',
    heading: 'En roligere mage',
    act: loseNetwork,
  },
  { name: 'before the time-out', again: true, as: 'ola', address: '/', heading: /^(God|Hei)/, act: waitLong },
];

beforeAll(async () => {
  const known = { language: 'nb', textSize: 'md', theme: 'auto', welcomed: true };
  for (const key of ['per', 'liv']) {
    await (await harbour.server.as(key)).call(savePreferences, { body: known });
  }
});

const seen = screens.filter(({ again }) => longRun || !again);

test.each(seen)('$name has no accessibility fault', async (screen) => {
  const visitor = await harbour.arrive('phone', screen.as ? { as: screen.as } : {});
  const { page, watch } = visitor;
  for (const refused of [404, 409]) watch.expect(refused, /\/open$|\/patient\/today$/);
  if (screen.act === waitLong) await page.clock.install();
  await page.goto(screen.address);
  await seesHeading(page, screen.heading);
  await screen.act?.(page, visitor);
  expect(await faultsOf(page)).toEqual([]);
});

test('a fault is found where there is one', async () => {
  const { page } = await harbour.arrive('phone');
  await page.goto('/help');
  await seesHeading(page, 'Trenger du hjelp nå?');
  await page.getByRole('main').evaluate((main) => {
    main.insertAdjacentHTML(
      'beforeend',
      '<p style="color: #8a8a8a; width: 500px">Grå ord på grått</p><button></button>',
    );
  });
  const faults = (await faultsOf(page)).join('\n');
  expect(faults).toMatch(/phone, light: color-contrast/);
  expect(faults).toMatch(/desk, \w+: button-name/);
  expect(faults).toMatch(/320 px, usual text: sideways scroll/);
});

async function unfoldAll(page: Page): Promise<void> {
  for (const summary of await page.locator('summary').all()) await summary.click();
}

async function unfoldModules(page: Page): Promise<void> {
  const folded = page.getByRole('main').getByRole('button', { expanded: false });
  while ((await folded.count()) > 0) await folded.first().click();
}

async function keepAndNot(page: Page): Promise<void> {
  await press(page, 'Ta vare på');
  await press(page, 'Tatt vare på');
  await sees(page.getByRole('button', { name: 'Angre' }));
}

async function loseServer(page: Page, { watch }: Visitor): Promise<void> {
  watch.networkGone();
  await page.route('**/api/patient/steps/**', (route) => route.abort());
  await page.goto('/step/fibre');
  await seesHeading(page, 'Vi når ikke tjenesten nå');
}

async function loseNetwork(page: Page, { context, watch }: Visitor): Promise<void> {
  watch.networkGone();
  await context.setOffline(true);
  await seesWords(page, 'Uten nett. Du kan fortsette.');
  await follow(page, 'I dag');
}

async function waitLong(page: Page): Promise<void> {
  await page.clock.runFor('28:30');
  await sees(page.getByRole('dialog', { name: 'Er du her ennå?' }));
}
