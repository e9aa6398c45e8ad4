/** Accessibility faults of the page as it stands: in light and dark colours, on a phone and a desk; and at 320 px sideways scroll. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { sizes } from './browser.ts';

type RunOptions = Parameters<AxeBuilder['options']>[0];

/** What 400 % zoom leaves of 1280 px (WCAG 1.4.10). */
const narrow = { width: 320, height: 640 };

const all = { resultTypes: ['violations'] } satisfies RunOptions;
/** Nothing else in the page is another one in dark colours. */
const whatColoursChange = {
  ...all,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'image-alt', 'svg-img-alt'] },
} satisfies RunOptions;

/** One line for each fault; none is what we want. The page is left as it was found. */
export async function faultsOf(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const faults: string[] = [];
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options(colorScheme === 'light' ? all : whatColoursChange)
        .analyze();
      for (const { id, nodes } of violations) {
        for (const { html, target } of nodes) {
          faults.push(`${name}, ${colorScheme}: ${id} at ${target.join(' ')}: ${html.slice(0, 160)}`);
        }
      }
    }
  }
  await page.setViewportSize(narrow);
  faults.push(...(await widerThanPage(page)).map((what) => `320 px: sideways scroll from ${what}`));
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
  return [...new Set(faults)];
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
