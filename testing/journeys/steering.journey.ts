import { openStep } from '@skute/treatment/contract';
import { expect, test } from 'vitest';
import { journeys } from '../src/browser.ts';
import { follow, hasFocus, logInAs, press, sees, seesHeading, seesNo, seesWords, tabTo } from './verbs.ts';

const harbour = journeys();
const reason = 'Vi ble enige om å øve på bussturen';

test('Ingrid logs in, reads who needs her and why, and opens a module with the keyboard alone', async () => {
  const { page } = await harbour.arrive('desk');
  await page.goto('/clinic/');
  await logInAs(page, 'Ingrid Havn');
  await seesHeading(page, 'Arbeidsliste');
  const amina = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Amina Solbakk' }) });
  await sees(amina.getByText('Veien videre er lest, så nå er det fint å se seg tilbake'));
  await sees(amina.getByText(/^(Frist|Over fristen)/));

  const { keyboard } = page;
  await tabTo(page, page.getByRole('link', { name: 'Amina Solbakk' }));
  await keyboard.press('Enter');
  await seesHeading(page, 'Amina Solbakk');
  await keyboard.press(']');
  const module = page.getByRole('button', { name: 'Øve på det du unngår', exact: true });
  await tabTo(page, page.getByRole('button', { name: 'Start her', exact: true }));
  for (let rows = 0; rows < 60; rows += 1) {
    if (await module.evaluate((element) => element === document.activeElement)) break;
    await keyboard.press('j');
  }
  await hasFocus(module);
  await keyboard.press('o');
  await sees(page.getByRole('dialog', { name: 'Åpne «Øve på det du unngår»' }));
  await keyboard.type(reason);
  await keyboard.press('Control+Enter');
  await seesWords(page, '«Øve på det du unngår» er åpen.');
});

test('she hides a step: without a reason it is not done', async () => {
  const { page } = await harbour.arrive('desk', { as: 'ingrid' });
  await page.goto('/clinic/patients');
  await follow(page, 'Amina Solbakk');
  await seesHeading(page, 'Amina Solbakk');
  await page.getByRole('main').getByRole('link', { name: 'Program' }).click();
  await page.getByRole('button', { name: 'Skjul: Hva skjer nå?' }).click();
  const dialog = page.getByRole('dialog', { name: 'Skjul «Hva skjer nå?»' });
  await dialog.getByRole('button', { name: 'Skjul' }).click();
  await sees(dialog.getByText('Skriv grunnen med minst tre tegn.'));
  await dialog.getByRole('textbox', { name: 'Grunn' }).fill('Det snakker vi om på fredag');
  await dialog.getByRole('button', { name: 'Skjul' }).click();
  await seesWords(page, '«Hva skjer nå?» er skjult.', 'Skjult for pasienten', 'Det snakker vi om på fredag');
});

test('the patient sees what was opened and why, and goes past what was hidden', async () => {
  const { page } = await harbour.arrive('phone', { as: 'amina' });
  await page.goto('/');
  await sees(page.getByRole('link', { name: 'Øve på det du unngår' }).filter({ hasText: reason }));
  await follow(page, 'Program');
  await sees(page.getByRole('heading', { name: 'Øve på det du unngår' }));
  await seesWords(page, reason);
  await press(page, 'Hvordan gikk det?');
  await sees(page.getByRole('link', { name: /Se tilbake/ }));
  await seesNo(page.getByText('Hva skjer nå?'));

  const amina = await harbour.server.as('amina');
  const opened = await amina.call(openStep, { params: { stepId: 'next-steps' } });
  expect(opened.status).toBe(409);
});
