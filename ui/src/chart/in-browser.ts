/** The specimen built and shown in a real browser: widths, focus and colours are what is tested. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { ScoreChartModel } from './model.ts';

export interface SpecimenLook {
  /** Of the window, in px. */
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
  /** Of the text. */
  readonly size?: 'sm' | 'md' | 'lg' | 'xl';
}

export interface ShownChart {
  readonly page: Page;
  readonly show: (model: ScoreChartModel) => Promise<void>;
}

/** One script and one style, as text. */
export async function builtSpecimen(): Promise<{ readonly script: string; readonly style: string }> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [react()],
    build: {
      write: false,
      minify: false,
      // With the font in it: the page has no address to fetch it from.
      assetsInlineLimit: 1_000_000,
      rolldownOptions: { input: fileURLToPath(new URL('./specimen.tsx', import.meta.url)) },
    },
  });
  const files = (Array.isArray(result) ? result : 'output' in result ? [result] : []).flatMap(
    ({ output }) => output,
  );
  const text = (ending: string): string =>
    files
      .filter(({ fileName }) => fileName.endsWith(ending))
      .map((file) => (file.type === 'chunk' ? file.code : String(file.source)))
      .join('\n');
  return { script: text('.js'), style: text('.css') };
}

export async function openSpecimen(
  browser: Browser,
  { script, style }: { readonly script: string; readonly style: string },
  { width, scheme = 'light', size = 'md' }: SpecimenLook,
): Promise<ShownChart> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(
    `<!doctype html><html lang="nb" data-color-scheme="${scheme}" data-color="accent" data-size="${size}"><title>En tavle</title></html>`,
  );
  await page.addStyleTag({ content: style });
  await page.addScriptTag({ content: script, type: 'module' });
  await page.waitForFunction(() => 'showChart' in window);
  return {
    page,
    async show(model) {
      await page.evaluate((given) => window.showChart(given), model);
      await page.waitForSelector('.chart');
      await page.evaluate(async () => void (await document.fonts.ready));
    },
  };
}
