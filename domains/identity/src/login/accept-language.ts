import { type Language, languages } from './page-texts.ts';

/** The best of our languages for a browser; bokmål where it asks for none of them. https://www.rfc-editor.org/rfc/rfc9110.html#section-12.5.4 */
export function languageFor(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map(readRange)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    const known = languages.find((one) => one === language);
    if (known) return known;
  }
  return 'nb';
}

function readRange(range: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
  const primary = tag.split('-')[0] ?? '';
  const weight = parameters
    .map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1])
    .find((one) => one !== undefined);
  // Browsers say `no` where they mean Norwegian of either form.
  return { language: primary === 'no' ? 'nb' : primary, weight: weight === undefined ? 1 : Number(weight) };
}
