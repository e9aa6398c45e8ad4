import { makePdf } from '@skute/platform/pdf';
import { describe, expect, test } from 'vitest';
import { composePaper } from '../composing/compose-paper.ts';
import { aSource } from '../testing/a-source.ts';
import { pdfReply } from './make.ts';
import { paperDocument } from './paper-document.ts';
import { progressDocument } from './progress-document.ts';
import { responseDocument } from './response-document.ts';
import { stepDocument } from './step-document.ts';

const source = aSource({
  now: '2026-06-08',
  answered: [
    { form: 'symptoms', key: 'start.0', on: '2026-03-03', total: 321, band: 'severe' },
    { form: 'symptoms', key: 'three-months.0', on: '2026-06-03', total: 208, band: 'moderate' },
  ],
  finished: ['welcome'],
});
const madeAt = '2026-06-08T10:00:00.000Z';

describe('the PDF of a paper', () => {
  const paper = composePaper(source, 'gp-letter-3-months', { assessment: 'Bra.\n\nEn linje til.' });
  const document = paperDocument(paper, { unit: 'Havneklinikken', madeAt });

  test('holds every word of the paper', () => {
    const said = JSON.stringify(document);
    const { facts, modules, measures, parts, contact } = paper;
    const words = [
      ...facts.flatMap(({ label, value }) => [label, value]),
      ...modules.lines,
      ...measures.tables.flatMap(({ columns, rows, notes }) => [...columns, ...rows.flat(), ...notes]),
      ...parts.filter(({ text }) => text !== '').flatMap(({ title, text }) => [title, ...text.split('\n\n')]),
      ...contact.lines,
      paper.example,
    ];
    for (const word of words) expect(said).toContain(word);
  });

  test('leaves out the heading of a part that is empty', () => {
    expect(JSON.stringify(document)).not.toContain('Råd videre');
  });

  test('is tagged, says its language, and how many pages it has', async () => {
    const bytes = await makePdf(document);
    const text = Buffer.from(bytes).toString('latin1');
    for (const part of ['/Lang (nb)', '/StructTreeRoot', '<pdfuaid:part>1</pdfuaid:part>']) {
      expect(text).toContain(part);
    }
    const reply = pdfReply(bytes, '2026-06-08');
    expect(reply.pages).toBe((text.match(/\/Type \/Page\b(?!s)/g) ?? []).length);
    expect(reply.fileName).toBe('dokument-2026-06-08.pdf');
  });
});

describe('a patient’s own pages', () => {
  test('a step has its text, with its lists and boxes', () => {
    const document = stepDocument(source.view, 'welcome');
    expect(document?.title).toBe('Om welcome');
    expect(document?.blocks).toEqual([
      { kind: 'heading', level: 2, text: 'Først' },
      { kind: 'paragraph', text: [{ text: 'Spis ' }, { text: 'rolig', style: 'bold' }] },
      { kind: 'list', ordered: false, items: [[{ text: 'Tygg godt' }]] },
      { kind: 'heading', level: 3, text: 'Prøv' },
      { kind: 'paragraph', text: 'Pust inn i 4 sekunder og ut i 6 sekunder, 5 ganger.' },
    ]);
  });

  test('the course shows every answer, and no word of responders', () => {
    const said = JSON.stringify(progressDocument(source));
    for (const word of ['321 av 500', '208 av 500', '113 lavere', 'Kari Fjord', 'ikke validert']) {
      expect(said).toContain(word);
    }
    expect(said).not.toMatch(/[Rr]esponder|122/);
  });

  test('a response shows each question as it was asked, and what was not answered', () => {
    const line = { level: 1, kind: 'question', calculated: false } as const;
    const document = responseDocument(
      source.view,
      {
        response: {
          id: '0195a000-0000-7000-8000-000000000100',
          formId: 'symptoms',
          title: 'Magen',
          answeredAt: madeAt,
          minutes: null,
          readAt: null,
        },
        timeZone: 'Europe/Oslo',
        language: 'nb',
        scores: [],
        lines: [
          { ...line, linkId: 'g', kind: 'group', text: 'Vondt', answers: [], state: 'answered' },
          { ...line, linkId: 'a', text: 'Hvor vondt?', answers: ['70'], state: 'answered' },
          { ...line, linkId: 'b', text: 'Hvor ofte?', answers: [], state: 'missing' },
          { ...line, linkId: 'c', text: 'Hvorfor?', answers: [], state: 'declined' },
        ],
      },
      source.patient,
    );
    expect(document.blocks.slice(1)).toEqual([
      { kind: 'heading', level: 2, text: 'Vondt' },
      {
        kind: 'table',
        rowHeaders: true,
        columns: [
          { header: 'Spørsmål', width: 2 },
          { header: 'Svar', width: 1 },
        ],
        rows: [
          ['Hvor vondt?', '70'],
          ['Hvor ofte?', 'ikke besvart'],
          ['Hvorfor?', 'vil ikke svare'],
        ],
      },
    ]);
  });
});
