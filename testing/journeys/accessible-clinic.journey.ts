import { generateSynthetic } from '@skute/identity';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf, longRun } from '../src/browser-axe.ts';
import { journeys, type Visitor } from '../src/browser.ts';
import { follow, press, sees, seesHeading, seesWords } from './verbs.ts';

const harbour = journeys();

interface Screen {
  readonly name: string;
  readonly as?: string;
  /** Below `/clinic/`. */
  readonly address: string;
  /** The heading that tells that the screen is there. */
  readonly heading: string;
  /** What is opened or gone wrong. */
  readonly act?: (page: Page, visitor: Visitor) => Promise<void>;
  /** A state of a screen that stands in this list already: for the long run. */
  readonly again?: true;
}

const worklist = { as: 'ingrid', address: 'worklist', heading: 'Arbeidsliste' };
const patients = { as: 'ingrid', address: 'patients', heading: 'Pasienter' };
const invite = { as: 'ingrid', address: 'invite', heading: 'Tildel program' };
const programmes = { as: 'ingrid', address: 'programmes', heading: 'Programmer' };

const screens: readonly Screen[] = [
  { name: 'signing in', address: '', heading: 'For deg som behandler' },
  {
    name: 'a patient here',
    again: true,
    as: 'ola',
    address: '',
    heading: 'Du er logget inn som pasient. Denne siden er for',
  },
  { name: 'the worklist', ...worklist },
  { name: 'the worklist, empty', as: 'morten', address: 'worklist', heading: 'Arbeidsliste' },
  { name: 'the worklist, of all', ...worklist, address: 'worklist?split=all', again: true },
  { name: 'work to be put off', ...worklist, act: byKey('s', 'Senere: ') },
  { name: 'work to be called about', ...worklist, act: byKey('o', 'Ring '), again: true },
  { name: 'work just done, with its undo', ...worklist, act: doneAndSeesUndo, again: true },
  { name: 'the palette', ...worklist, act: byKey('Control+k', 'Søk eller gjør') },
  { name: 'the shortcuts', ...worklist, act: byKey('?', 'Snarveier') },
  { name: 'the profile menu', ...worklist, act: (page) => press(page, /^Meny for/), again: true },
  { name: 'the practice clock', ...worklist, act: (page) => press(page, /^Øvingsklokke/), again: true },
  { name: 'no network', ...worklist, act: loseNetwork, again: true },
  { name: 'no answer', ...worklist, act: loseServer, again: true },
  { name: 'before the time-out', ...worklist, act: waitLong, again: true },
  { name: 'the patients', ...patients },
  { name: 'a search without a hit', ...patients, act: (page) => searchFor(page, 'qqq'), again: true },
  {
    name: 'a filter with nobody',
    as: 'morten',
    address: 'patients?filter=mine',
    heading: 'Pasienter',
    again: true,
  },
  { name: 'a patient', ...patients, act: (page) => openPatient(page, 'Tomas Båtvik') },
  { name: 'a patient, invited', ...patients, act: (page) => openPatient(page, 'Kari Seilmoen'), again: true },
  { name: 'a patient’s programme', ...patients, act: openProgramme },
  { name: 'a step beside the programme', ...patients, act: openStep },
  { name: 'a reason asked for, and missing', ...patients, act: askReason },
  { name: 'somebody else’s patient', ...patients, act: openNobody, again: true },
  { name: 'an invitation', ...invite },
  { name: 'an invitation with faults', ...invite, act: sendEmpty, again: true },
  { name: 'an invitation that was sent', ...invite, act: sendWhole },
  { name: 'the programmes', ...programmes },
  { name: 'one programme', ...programmes, act: (page) => openProgrammePage(page) },
  {
    name: 'an address that is nowhere',
    ...worklist,
    address: 'nowhere',
    heading: 'Denne siden finnes ikke',
    again: true,
  },
];

const seen = screens.filter(({ again }) => longRun || !again);

test.each(seen)('$name has no accessibility fault', async (screen) => {
  const visitor = await harbour.arrive('desk', screen.as ? { as: screen.as } : {});
  const { page, watch } = visitor;
  watch.expect(404, /\/api\/clinic\//);
  if (screen.act === waitLong) await page.clock.install();
  await page.goto(`/clinic/${screen.address}`);
  await seesHeading(page, screen.heading);
  await screen.act?.(page, visitor);
  expect(await faultsOf(page)).toEqual([]);
});

function byKey(key: string, dialog: string) {
  return async (page: Page): Promise<void> => {
    if (key.length === 1) await page.locator('main').getByRole('listitem').getByRole('link').first().focus();
    await page.keyboard.press(key);
    await sees(page.getByRole('dialog', { name: dialog }));
  };
}

async function doneAndSeesUndo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ferdig: Jorunn Lien' }).click();
  await sees(page.getByRole('button', { name: 'Angre' }));
}

async function loseNetwork(page: Page, { context, watch }: Visitor): Promise<void> {
  watch.networkGone();
  await context.setOffline(true);
  await seesWords(page, 'Uten nett. Du kan fortsette.');
}

async function loseServer(page: Page, { watch }: Visitor): Promise<void> {
  watch.networkGone();
  await page.route('**/api/clinic/patients/find', (route) => route.abort());
  await follow(page, 'Pasienter');
  await seesWords(page, /^Vi fikk ikke hentet dette\./);
}

async function waitLong(page: Page): Promise<void> {
  await page.clock.runFor('13:30');
  await sees(page.getByRole('dialog', { name: 'Er du her ennå?' }));
}

async function searchFor(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await seesWords(page, /^Ingen av pasientene du behandler, passer med dette\./);
}

async function openPatient(page: Page, name: string): Promise<void> {
  await follow(page, name);
  await seesHeading(page, name);
  await sees(page.getByRole('heading', { name: 'Behandlingen' }));
}

async function openProgramme(page: Page): Promise<void> {
  await openPatient(page, 'Ola Bris');
  await page.getByRole('main').getByRole('link', { name: 'Program', exact: true }).click();
  await sees(page.getByRole('heading', { name: 'Regler' }));
}

async function openStep(page: Page): Promise<void> {
  await openProgramme(page);
  await page.getByRole('button', { name: 'Pust med magen', exact: true }).click();
  await sees(page.getByRole('heading', { name: 'Pust med magen' }));
}

async function askReason(page: Page): Promise<void> {
  await openProgramme(page);
  await press(page, 'Lukk: Mat og hverdag');
  await page.getByRole('dialog').getByRole('button', { name: 'Lukk' }).click();
  await seesWords(page, 'Skriv grunnen med minst tre tegn.');
}

async function openNobody(page: Page): Promise<void> {
  await page.goto('/clinic/treatments/99999999-9999-4999-8999-999999999999/overview');
  await seesWords(page, /^Dette finnes ikke/);
}

async function sendEmpty(page: Page): Promise<void> {
  await press(page, 'Inviter');
  await sees(page.getByRole('alert'));
}

async function sendWhole(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Fødselsnummer' }).fill(generateSynthetic('NO', '1981-02-03', 5));
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Fornavn' }).fill('Runa');
  await page.getByRole('textbox', { name: 'Etternavn' }).fill('Tind');
  for (const yes of await page.getByRole('radio', { name: 'Ja' }).all()) await yes.check();
  await press(page, 'Inviter');
  await seesHeading(page, 'Runa Tind er invitert');
}

async function openProgrammePage(page: Page): Promise<void> {
  await follow(page, 'En roligere mage');
  await sees(page.getByRole('heading', { name: 'Når det åpner' }));
}
