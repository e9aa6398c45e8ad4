import { describe, expect, it } from 'vitest';
import { languageOrder, nearestHeading, nearestPage } from './language-order.ts';
import type { Language, StepPage } from './programme.ts';

const page = (language: Language, full = true): StepPage => ({
  stepId: 's',
  language,
  title: language,
  summary: '',
  ...(full ? { blocks: [] } : {}),
});

describe('the nearest language', () => {
  it('is one’s own, then its neighbours, then the rest', () => {
    expect(languageOrder(['nn'])).toEqual(['nn', 'nb', 'sv', 'en', 'uk']);
    expect(languageOrder(['sv', 'en'])).toEqual(['sv', 'en', 'nb', 'nn', 'uk']);
    expect(languageOrder([])).toHaveLength(5);
  });

  it('for reading is one that has the whole page', () => {
    const pages = [page('en', false), page('nb'), page('sv')];
    expect(nearestPage(pages, ['en'])?.language).toBe('nb');
    expect(nearestPage([page('en', false)], ['sv'])?.language).toBe('en');
    expect(nearestPage([], ['sv'])).toBeUndefined();
  });

  it('for a title is one’s own, with or without a page behind it', () => {
    expect(nearestHeading([page('nb'), page('en', false)], ['en'])?.language).toBe('en');
  });
});
