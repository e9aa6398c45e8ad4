/** Accessibility faults of the page as it stands, and sideways scroll at 320 px. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { sizes } from './browser.ts';

type RunOptions = Parameters<AxeBuilder['options']>[0];

/**
 * `npm run accessible`: every screen in every state, in every size and colour. Among the other journeys each screen is looked
 * at once on a phone, in light colours, and once at a desk, in dark ones.
 */
export const longRun = process.env['JOURNEYS'] === 'accessible';

/** What 400 % zoom leaves of 1280 px (WCAG 1.4.10). */
const narrow = { width: 320, height: 640 };

const all = { resultTypes: ['violations'] } satisfies RunOptions;
/** Nothing else in the page is another one in dark colours. */
const whatColoursChange = {
  ...all,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'image-alt', 'svg-img-alt'] },
} satisfies RunOptions;

interface Look {
  readonly size: keyof typeof sizes;
  readonly colours: 'light' | 'dark';
  readonly rules: RunOptions;
}

const looks: readonly Look[] = longRun
  ? [
      { size: 'phone', colours: 'light', rules: all },
      { size: 'phone', colours: 'dark', rules: whatColoursChange },
      { size: 'desk', colours: 'light', rules: all },
      { size: 'desk', colours: 'dark', rules: whatColoursChange },
    ]
  : [
      { size: 'phone', colours: 'light', rules: all },
      { size: 'desk', colours: 'dark', rules: all },
    ];

/** One line for each fault; none is what we want. The page is left as it was found. */
export async function faultsOf(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const faults: string[] = [];
  for (const { size, colours, rules } of looks) {
    await page.setViewportSize(sizes[size]);
    await page.emulateMedia({ colorScheme: colours });
    faults.push(...(await violationsOf(page, `${size}, ${colours}`, rules)));
  }
  await page.emulateMedia({ colorScheme: null });
  faults.push(...(await narrowFaults(page, 'usual text')));
  if (longRun) faults.push(...(await largeTextFaults(page)));
  if (before) await page.setViewportSize(before);
  return [...new Set(faults)];
}

async function violationsOf(page: Page, look: string, rules: RunOptions): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(rules).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => `${look}: ${id} at ${target.join(' ')}: ${html.slice(0, 160)}`),
  );
}

/** With the largest text nothing may be cut off, or be too small to press. */
async function largeTextFaults(page: Page): Promise<string[]> {
  const usual = await page.evaluate(() => document.documentElement.dataset['size'] ?? '');
  await drawIn(page, usual === 'sm' ? 'lg' : 'xl');
  await page.setViewportSize(sizes.phone);
  const faults = await violationsOf(page, 'phone, largest text', all);
  faults.push(...(await narrowFaults(page, 'largest text')));
  await drawIn(page, usual);
  return faults;
}

/** As the setting for the text size does: the third A is `lg` in the portal, `xl` in the patient app. */
async function drawIn(page: Page, size: string): Promise<void> {
  await page.evaluate((wanted) => {
    document.documentElement.dataset['size'] = wanted;
  }, size);
}

async function narrowFaults(page: Page, text: string): Promise<string[]> {
  await page.setViewportSize(narrow);
  return (await widerThanPage(page)).map((what) => `320 px, ${text}: sideways scroll from ${what}`);
}

/** What sticks out when the page scrolls sideways. */
async function widerThanPage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth + 1,
    );
    return wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120));
  });
}
