import { acceptInvitation } from '@skute/treatment/contract';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { journeys } from '../src/browser.ts';
import { follow, press, sees, seesHeading, seesNo, seesWords } from './verbs.ts';

const harbour = journeys();
const opensOnDaySeven = ['Mat og hverdag', 'Stress og kropp'];
const because =
  'De første 7 dagene var til å bli kjent med tarmen, og nå er det åpent for mat og for stress og kropp.';

test('on day 0 the patient sees the date on which more opens', async () => {
  for (const key of ['kari', 'per']) {
    expect((await (await harbour.server.as(key)).call(acceptInvitation)).status).toBe(200);
  }
  const { page } = await harbour.arrive('phone', { as: 'kari' });
  await page.goto('/programme');
  await hurriesPastWelcome(page);
  for (const title of opensOnDaySeven) await sees(moduleOf(page, title).getByText(/^Åpner /));
});

test('Ingrid holds the rule for Per Arne, and winds the clock a week on', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await openProgrammeOf(page, 'Per Arne Skjær');
  await press(page, `Hold: ${because}`);
  const dialog = page.getByRole('dialog', { name: 'Hold regelen tilbake' });
  await dialog.getByRole('textbox', { name: 'Grunn' }).fill('Vil vente til etter ferien');
  await dialog.getByRole('button', { name: 'Hold' }).click();
  await seesWords(page, 'Regelen er holdt tilbake.');

  await press(page, /^Øvingsklokke/);
  await press(page, 'Spol fram 7 dager');
  await seesWords(page, /^Klokka er nå /);
});

test('the modules have opened for Kari, with the same because for her and for Ingrid', async () => {
  const { page: phone } = await harbour.arrive('phone', { as: 'kari' });
  await phone.goto('/');
  // After a week away there is one thing to do, and nothing of what has come meanwhile.
  await seesHeading(phone, 'Fint at du er tilbake');
  await follow(phone, 'Program');
  await follow(phone, /^Velkommen om bord/);
  await sees(phone.getByRole('button', { name: 'Neste' }));
  await follow(phone, 'I dag');
  const card = phone.getByRole('link', { name: opensOnDaySeven.join(', ') });
  await sees(card.getByText(because));

  const { page: desk } = await harbour.arrive('desk', { as: 'ingrid' });
  await openProgrammeOf(desk, 'Kari Seilmoen');
  for (const title of opensOnDaySeven) {
    await sees(moduleOf(desk, title).getByText(because));
    await sees(desk.getByRole('button', { name: `Lukk: ${title}` }));
  }
});

test('for Per Arne they are closed, with the clinic’s own words', async () => {
  const { page } = await harbour.arrive('phone', { as: 'per' });
  await page.goto('/programme');
  await hurriesPastWelcome(page);
  for (const title of opensOnDaySeven)
    await sees(moduleOf(page, title).getByText('Vil vente til etter ferien'));
});

test('taking back what the rule did closes them for Kari again; letting it go opens them', async () => {
  const { page: desk } = await harbour.arrive('desk', { as: 'ingrid' });
  await openProgrammeOf(desk, 'Kari Seilmoen');
  await press(desk, `Ta tilbake: ${because}`);
  const dialog = desk.getByRole('dialog', { name: 'Ta tilbake det regelen gjorde' });
  await dialog.getByRole('textbox', { name: 'Grunn' }).fill('Litt mye på en gang');
  await dialog.getByRole('button', { name: 'Ta tilbake' }).click();
  await seesWords(desk, 'Det regelen gjorde, er tatt tilbake.');

  const { page: phone } = await harbour.arrive('phone', { as: 'kari' });
  await phone.goto('/programme');
  for (const title of opensOnDaySeven) await sees(moduleOf(phone, title).getByText('Litt mye på en gang'));
  await press(desk, `Slipp: ${because}`);
  await seesWords(desk, 'Regelen gjelder igjen.');
  await phone.reload();
  for (const title of opensOnDaySeven) await sees(moduleOf(phone, title).getByText(because));
  await seesNo(phone.getByText('Litt mye på en gang'));
});

function moduleOf(page: Page, title: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}

async function openProgrammeOf(page: Page, name: string): Promise<void> {
  await page.goto('/clinic/patients');
  await follow(page, name);
  await seesHeading(page, name);
  await page.getByRole('main').getByRole('link', { name: 'Program', exact: true }).click();
  await sees(page.getByRole('heading', { name: 'Regler' }));
}

async function hurriesPastWelcome(page: Page): Promise<void> {
  await press(page, 'Hopp over');
  await press(page, 'Kom i gang');
  await follow(page, 'Program');
}
