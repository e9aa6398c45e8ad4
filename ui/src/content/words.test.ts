import type { Block } from '@skute/programmes/rules';
import { expect, test } from 'vitest';
import { wordsOf } from './words.ts';

test('a page is read aloud in its order, boxes and pictures with it', () => {
  const page: Block[] = [
    { kind: 'heading', text: [{ kind: 'text', value: 'Rolig' }] },
    {
      kind: 'paragraph',
      text: [
        { kind: 'text', value: 'Pust ' },
        { kind: 'strong', text: [{ kind: 'text', value: 'sakte' }] },
        { kind: 'break' },
        { kind: 'link', to: 'step:x', text: [{ kind: 'text', value: 'ut.' }] },
      ],
    },
    { kind: 'picture', file: 'a.svg', alt: 'En båt.' },
    { kind: 'breathing', inSeconds: 4, outSeconds: 6, rounds: 2 },
    {
      kind: 'box',
      box: 'try',
      title: 'Prøv',
      blocks: [
        {
          kind: 'list',
          ordered: false,
          items: [[{ kind: 'paragraph', text: [{ kind: 'text', value: 'Gå' }] }]],
        },
      ],
    },
  ];
  expect(wordsOf(page)).toEqual(['Rolig', 'Pust sakte ut.', 'En båt.', 'Prøv', 'Gå']);
});
