/** The chart in a real browser: keys, table, widths, and what axe says. */
import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from '@skute/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChart, manyPoints, twoSeries } from './an-example.ts';
import { builtSpecimen, openSpecimen, type SpecimenLook } from './in-browser.ts';
import type { ScoreChartModel } from './model.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof builtSpecimen>>;

beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), builtSpecimen()]);
});
afterAll(() => browser?.close());

async function shown(model: ScoreChartModel, look: Partial<SpecimenLook> = {}): Promise<Page> {
  const { page, show } = await openSpecimen(browser, built, { width: 390, ...look });
  await show(model);
  return page;
}

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

async function press(page: Page, ...keys: readonly string[]): Promise<string | null> {
  for (const key of keys) await page.keyboard.press(key);
  return focused(page);
}

describe('a chart on the screen', () => {
  test('is a figure with its sentence first, and a picture with name and description', async () => {
    const page = await shown(aChart());
    const figure = page.getByRole('figure');
    expect(await figure.locator('> *').first().innerText()).toMatch(
      /^Plager siste ti dager\s+Tallet ditt gikk ned/,
    );
    const picture = page.getByRole('img', { name: 'Plager siste ti dager' });
    expect(await picture.getByText('321', { exact: true }).count()).toBe(1);
    expect(await page.getByText('↓ Lavere er bedre', { exact: true }).isVisible()).toBe(true);
    await page.close();
  });

  test('takes one stop of the tab key, and arrows go from point to point', async () => {
    const page = await shown(aChart());
    expect(await press(page, 'Tab')).toBe('29. juni: 208, Moderat');
    expect(await press(page, 'ArrowLeft')).toBe('4. mai: 251, Moderat');
    expect(await press(page, 'Home', 'ArrowRight')).toBe('2. feb.: 288, Moderat');
    expect(await page.locator('.chart-chosen').innerText()).toContain('Sov dårlig hele uka.');
    expect(await press(page, 'ArrowRight')).toBe('2. mars: ikke besvart');
    expect(await press(page, 'End', 'ArrowRight')).toBe('29. juni: 208, Moderat');
    expect(await press(page, 'Tab')).toBe(null);
    expect(await press(page, 'Shift+Tab')).toBe('29. juni: 208, Moderat');
    await page.close();
  });

  test('chooses a point that is pressed', async () => {
    const page = await shown(aChart());
    await page.getByRole('button', { name: '6. april: 240' }).click();
    expect(await page.locator('.chart-chosen').innerText()).toBe('6. april: 240, Moderat');
    await page.close();
  });

  test('is shown as a table when asked for', async () => {
    const page = await shown(aChart());
    await page.getByRole('button', { name: 'Vis som tabell' }).click();
    const table = page.getByRole('table', { name: 'Plager siste ti dager' });
    expect(await table.getByRole('row').allInnerTexts()).toEqual([
      'Dato\tPoeng\tNivå\tNotat',
      '5. jan.\t321\tAlvorlig\t',
      '2. feb.\t288\tModerat\tSov dårlig hele uka.',
      '2. mars\tikke besvart\t\t',
      '6. april\t240\tModerat\t',
      '4. mai\t251\tModerat\t',
      '29. juni\t208\tModerat\tPå ferie. Spiste det jeg ville.',
    ]);
    await page.getByRole('button', { name: 'Skjul tabellen' }).click();
    expect(await table.count()).toBe(0);
    await page.close();
  });

  test.each([
    ['no point', []],
    ['one point', aChart().points.slice(0, 1)],
    ['one answer of two', aChart().points.slice(1, 3)],
  ])('with %s is a sentence', async (_name, points) => {
    const page = await shown(aChart({ points }));
    expect(await page.locator('.chart').innerText()).toContain('Neste måling er mandag 9. mars.');
    expect(await page.locator('.chart svg, .chart button').count()).toBe(0);
    await page.close();
  });
});

describe('looks', () => {
  const looks: readonly SpecimenLook[] = [
    { width: 320, scheme: 'light', size: 'xl' },
    { width: 390, scheme: 'dark', size: 'md' },
    { width: 1280, scheme: 'light', size: 'sm' },
  ];
  const charts = { one: aChart(), two: twoSeries, many: aChart({ points: manyPoints(26) }) };
  const cases = Object.entries(charts).flatMap(([name, model]) =>
    looks.map((look) => ({ name, model, look })),
  );

  test.each(cases)(
    '$name at $look.width in $look.scheme has no fault that axe knows',
    async ({ model, look }) => {
      const page = await shown(model, look);
      await page.getByRole('button', { name: 'Vis som tabell' }).click();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await textOnText(page)).toEqual([]);
      await page.close();
    },
  );

  test('follow the width of the window', async () => {
    const page = await shown(aChart(), { width: 1280 });
    const width = (): Promise<number> => page.locator('.chart-drawing').evaluate((svg) => svg.clientWidth);
    const before = await width();
    await page.setViewportSize({ width: 320, height: 800 });
    await page.waitForFunction(() =>
      document.querySelector('.chart-drawing')?.getAttribute('viewBox')?.startsWith('0 0 2'),
    );
    expect([before > 600, (await width()) < 300, await sidewaysScroll(page)]).toEqual([true, true, 0]);
    await page.close();
  });
});

const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));

/** Words in the picture that lie on each other as the browser draws them. */
function textOnText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = [...document.querySelectorAll('.chart-drawing text')].map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      // A line's box is higher than its letters.
      const spare = (bottom - top) * 0.2;
      return { text: element.textContent, left, right, top: top + spare, bottom: bottom - spare };
    });
    return words.flatMap((one, index) =>
      words
        .slice(index + 1)
        .filter(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        )
        .map((other) => `${one.text} on ${other.text}`),
    );
  });
}
