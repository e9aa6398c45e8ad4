/** A document with everything in it, for tests and for looking at. */
import type { PdfBlock, PdfDocument } from './document.ts';

export function aDocument(changes: Partial<PdfDocument> = {}): PdfDocument {
  return {
    title: 'Oppsummering av et halvt år til sjøs',
    language: 'nb-NO',
    madeAt: '2026-03-02T12:00:00Z',
    headerLines: ['Havneklinikken, Strandgata 4, 5003 Bergen', 'Bergen, mandag 2. mars 2026'],
    footerLine: 'Havneklinikken · laget 2. mars 2026',
    blocks: everyBlock,
    ...changes,
  };
}

export const longWord = 'Menneskerettighetsorganisasjonsmedlemskapskontingentinnkrevingskontor'.repeat(2);

export const everyBlock: readonly PdfBlock[] = [
  {
    kind: 'facts',
    facts: [
      { label: 'Skipper', value: 'Åse Ærlig Østensjø' },
      { label: 'Periode', value: '1. september 2025 til 28. februar 2026' },
      { label: 'Båt', value: [{ text: 'Måken', style: 'italic' }, { text: ', 27 fot, bygd i Risør' }] },
    ],
  },
  { kind: 'heading', level: 2, text: 'Hvordan det gikk' },
  {
    kind: 'paragraph',
    text: [
      { text: 'Farten gikk ' },
      { text: 'opp fra 4 til 6 knop', style: 'bold' },
      { text: '. Det er en forskjell de fleste merker om bord. Vinden kom mest fra ' },
      { text: 'sørvest', style: 'italic' },
      {
        text: ', og bare to dager ble avlyst. Alle målinger er gjort med den samme loggen, på samme strekning.',
      },
    ],
  },
  {
    kind: 'figure',
    width: 400,
    height: 130,
    alt: 'Linje som stiger fra 4 knop i september til 6 knop i februar.',
    caption: 'Fart i knop, målt den første dagen i måneden.',
    shapes: [
      { kind: 'path', d: 'M40 10H390V50H40Z', fill: '#CFDEE2' },
      { kind: 'path', d: 'M40 50H390V110H40Z', fill: '#E3ECEE' },
      { kind: 'path', d: 'M40 80H390', stroke: '#535F66', dash: [4, 3] },
      { kind: 'path', d: 'M50 90L150 80L270 60L380 30', stroke: '#0B5A6B', strokeWidth: 2 },
      { kind: 'path', d: 'M374 30a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z', fill: '#0B5A6B' },
      { kind: 'label', text: '6', x: 380, y: 20, size: 11, align: 'middle', bold: true },
      { kind: 'label', text: 'Frisk', x: 34, y: 34, size: 9, align: 'end' },
      { kind: 'label', text: 'Laber', x: 34, y: 84, size: 9, align: 'end' },
    ],
  },
  { kind: 'heading', level: 3, text: 'Å ta med videre' },
  {
    kind: 'list',
    items: [
      'Reve i god tid: når du tenker på det første gang.',
      [
        { text: 'Sjekk været', style: 'bold' },
        {
          text: ' kvelden før, og én gang til om morgenen. Skriv det i loggen, så ser dere sammenhengen når året er omme.',
        },
      ],
      `Si ifra på kanal 16. ${longWord} er et langt ord.`,
    ],
  },
  { kind: 'list', ordered: true, items: ['Kast loss.', 'Sett storseilet.', 'Fall av og sett focken.'] },
  {
    kind: 'note',
    title: 'Når det haster',
    text: 'Ring 120. Hold deg til båten så lenge den flyter. Ha flytevest på.',
  },
  {
    kind: 'paragraph',
    language: 'sv',
    text: 'På svenska: Vi seglar vidare i sjön, och åter hem när höststormarna börjar.',
  },
  { kind: 'paragraph', language: 'uk', text: 'Українською: ґанок, їжак, єдність, щастя.' },
  {
    kind: 'table',
    caption: 'Turene',
    rowHeaders: true,
    columns: [
      { header: 'Dato', width: 2 },
      { header: 'Fra og til', width: 4 },
      { header: 'Merknad', width: 4 },
      { header: 'Nautiske mil', width: 2, align: 'right' },
    ],
    rows: Array.from({ length: 48 }, (_, index) => [
      `${1 + (index % 28)}.${1 + (index % 12)}.2026`,
      index % 3 ? 'Bergen – Florø' : 'Florø – Måløy, om Kalvåg og Bremanger',
      index % 5 ? '' : 'Kuling fra sør, to rev i storseilet og lite søvn på de fleste om bord',
      `${12 + index},5`,
    ]),
  },
  { kind: 'paragraph', subtle: true, text: 'Tallene er fra skipets egen logg.' },
  { kind: 'signature', labels: ['Sted og dato', 'Skipper'] },
];
