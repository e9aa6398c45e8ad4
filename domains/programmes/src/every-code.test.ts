import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { type ProblemCode, severities } from './problems.ts';
import { aForm } from './testing/a-form.ts';
import {
  type Changes,
  drawing,
  firstAddedLine,
  inWelcome,
  problemsOf,
  put,
  welcome,
} from './testing/a-package.ts';

const added = `${welcome}:${firstAddedLine}`;
const welcomeSv = 'steps/start/welcome.sv.md';
const words = (count: number) => 'Et ord. '.repeat(count / 2);
/** Sixty words in one sentence, half of them long. */
const hard = `${'ord langtords '.repeat(30)}.`;

/** For every code, the smallest change to a faultless package that provokes it, and the place where it is reported. */
const provocations: Record<ProblemCode, { readonly change: Changes; readonly at: string }> = {
  'file-missing': { change: { LICENCE: undefined }, at: 'LICENCE' },
  'file-unexpected': { change: { 'steps/start/Notes.docx': 'x' }, at: 'steps/start/Notes.docx' },
  'file-too-large': { change: { 'evidence.md': 'x'.repeat(limits.textBytes + 1) }, at: 'evidence.md' },
  'package-too-large': {
    change: Object.fromEntries(
      Array.from({ length: limits.files }, (_, n) => [`steps/start/p${n}.nb.md`, 'x']),
    ),
    at: 'programme.yaml',
  },
  'file-encoding': { change: { 'texts/sv.yaml': Buffer.from('d\xe5lig', 'latin1') }, at: 'texts/sv.yaml' },
  'odd-character': { change: inWelcome('Ord\u202Edro'), at: `${added}:4` },
  'content-hash-differs': { change: { 'content-hash.json': '{}' }, at: 'content-hash.json' },
  'yaml-syntax': { change: { 'rules.yaml': '- id: [a\n' }, at: 'rules.yaml:2:1' },
  'yaml-duplicate-key': {
    change: { 'programme.yaml': put('days: 30', 'days: 30\ndays: 31') },
    at: 'programme.yaml:10:1',
  },
  'yaml-alias': { change: { 'rules.yaml': (text) => `${text}- &a\n- *a\n` }, at: 'rules.yaml:4:5' },
  'yaml-tag': { change: { 'programme.yaml': put('days: 30', 'days: !!int 30') }, at: 'programme.yaml:9:13' },
  'key-unknown': {
    change: { 'programme.yaml': put('days: 30', 'days: 30\ndauer: 3') },
    at: 'programme.yaml:10:1',
  },
  'value-missing': { change: { 'programme.yaml': put('days: 30\n', '') }, at: 'programme.yaml:1:1' },
  'value-wrong': {
    change: { 'programme.yaml': put('access: closed', 'access: shut') },
    at: 'programme.yaml:22:5',
  },
  'id-duplicate': { change: { 'programme.yaml': put('id: deeper', 'id: more') }, at: 'programme.yaml:27:19' },
  'checks-waiting': { change: { 'programme.yaml': put('days: 30\n', '') }, at: 'programme.yaml' },
  'front-matter-missing': { change: { [welcome]: 'Bare tekst.\n' }, at: `${welcome}:1` },
  'page-missing': { change: { [welcomeSv]: undefined }, at: 'programme.yaml:19:19' },
  'page-empty': {
    change: { 'steps/start/more.nb.md': put('Her er mer.', '') },
    at: 'steps/start/more.nb.md:5',
  },
  'page-unused': {
    change: { 'steps/start/lost.nb.md': put0('Bort', 'Borte.') },
    at: 'steps/start/lost.nb.md',
  },
  'body-in-summary-language': {
    change: { 'steps/start/more.en.md': (text) => `${text}Text.\n` },
    at: 'steps/start/more.en.md:5',
  },
  'language-not-listed': { change: { 'texts/uk.yaml': '{}' }, at: 'texts/uk.yaml' },
  'markdown-html': { change: inWelcome('<b>fet</b>'), at: `${added}:1` },
  'markdown-not-allowed': { change: inWelcome('Et ![bilde](https://a.no/b.png)'), at: `${added}:4` },
  'heading-level': { change: inWelcome('# Tittel'), at: `${added}:1` },
  'nesting-too-deep': { change: inWelcome('> > > > > > > > > for dypt'), at: added },
  'directive-unknown': { change: inWelcome('::video{src="a"}'), at: `${added}:1` },
  'directive-attribute': { change: inWelcome('::breathing{in=4 out=6 rounds=800}'), at: `${added}:1` },
  'directive-broken': { change: inWelcome('::picture{src="gut.svg"} og mer'), at: added },
  'directive-unclosed': { change: inWelcome(':::fact[Tittel]\nTekst.'), at: `${added}:1` },
  'box-title-missing': { change: inWelcome(':::fact\nTekst.\n:::'), at: `${added}:1` },
  'words-many': { change: inWelcome(words(302)), at: `${welcome}:5` },
  'words-too-many': { change: inWelcome(words(602)), at: `${welcome}:5` },
  'lix-high': { change: inWelcome(hard), at: `${welcome}:5` },
  'lix-mean-high': { change: inWelcome(hard), at: 'programme.yaml' },
  'numbers-differ': { change: { [welcomeSv]: put('7 dagar', '8 dagar') }, at: `${welcomeSv}:5` },
  'link-not-allowed': { change: inWelcome('[her](http://a.no)'), at: `${added}:1` },
  'link-unknown-step': { change: inWelcome('[her](step:nowhere)'), at: `${added}:1` },
  'text-missing': { change: { 'texts/sv.yaml': put('  later:', '  other:') }, at: 'texts/sv.yaml:4:1' },
  'text-unused': { change: { 'texts/sv.yaml': put('  later:', '  other:') }, at: 'texts/sv.yaml:6:3' },
  'form-unreadable': { change: { 'forms/week.json': '{' }, at: 'forms/week.json' },
  'form-problem': {
    change: { 'forms/week.json': put('"linkId": "week-gut"', '"linkId": "week-pain"') },
    at: 'forms/week.json:32',
  },
  'form-unsupported': {
    change: { 'forms/week.json': aForm({ modifierExtension: [{ url: 'urn:unknown', valueBoolean: true }] }) },
    at: 'forms/week.json',
  },
  'form-feature-ignored': {
    change: {
      'forms/week.json': put(
        '"extension": [',
        '"extension": [{ "url": "urn:unknown", "valueBoolean": true },',
      ),
    },
    at: 'forms/week.json',
  },
  'form-instrument-unknown': {
    change: { 'forms/week.json': put('skute-ibs-week|1.0.0', 'skute-ibs-week|0.9.0') },
    at: 'forms/week.json',
  },
  'form-language-missing': {
    change: { 'forms/week.json': (text) => text.replaceAll('"sv"', '"en"') },
    at: 'forms/week.json',
  },
  'form-text-missing': { change: { 'forms/week.json': put('"Annat?"', '""') }, at: 'forms/week.json:220' },
  'form-unknown': { change: { 'measures.yaml': put('[week]', '[weak]') }, at: 'measures.yaml:1:7' },
  'form-unused': { change: { 'forms/spare.json': aForm() }, at: 'forms/spare.json' },
  'measure-unknown': { change: atTime('afterModule: nowhere'), at: 'measures.yaml:1:7' },
  'measure-days': { change: { 'measures.yaml': put('dueDays: 2', 'dueDays: 7') }, at: 'measures.yaml:1:7' },
  'measure-beyond-end': { change: atTime('day: 31'), at: 'measures.yaml:1:7' },
  'measure-cycle': { change: atTime('afterPoint: each-week'), at: 'measures.yaml:1:7' },
  'measure-cannot-open': {
    change: { ...atTime('afterModule: later'), 'rules.yaml': undefined },
    at: 'measures.yaml:1:7',
  },
  'measure-overlap': {
    change: { 'measures.yaml': put('expireDays: 6', 'expireDays: 7') },
    at: 'measures.yaml:1:7',
  },
  'measure-by-clinician': { change: atTime('onDemand: true'), at: 'measures.yaml:1:7' },
  'rule-unknown-item': { change: aRule('answer: { form: week, item: weak, is: 1 }'), at: 'rules.yaml:4:9' },
  'rule-unknown-answer': {
    change: aRule('answer: { form: week, item: contact, is: perhaps }'),
    at: 'rules.yaml:4:9',
  },
  'rule-unknown-score': {
    change: aRule('score: { form: week, score: sum, atLeast: 3 }'),
    at: 'rules.yaml:4:9',
  },
  'rule-score-range': {
    change: aRule('score: { form: week, score: total, atLeast: 31 }'),
    at: 'rules.yaml:4:9',
  },
  'rule-unknown-point': { change: aRule('late: { point: nowhere, days: 1 }'), at: 'rules.yaml:4:9' },
  'rule-flag-without-form': { change: aRule('day: 3', 'flag: safety-answer'), at: 'rules.yaml:4:9' },
  'rule-unknown-module': { change: { 'rules.yaml': put('open: later', 'open: latr') }, at: 'rules.yaml:1:7' },
  'rule-unknown-step': {
    change: { 'rules.yaml': put('open: later', 'show: nowhere') },
    at: 'rules.yaml:1:7',
  },
  'rule-beyond-end': { change: { 'rules.yaml': put('day: 7', 'day: 31') }, at: 'rules.yaml:1:7' },
  'rule-cannot-fire': { change: { 'rules.yaml': aRuleAfterClosedModule() }, at: 'rules.yaml:1:7' },
  'rule-cycle': { change: { 'rules.yaml': put('day: 7', 'moduleDone: later') }, at: 'rules.yaml:1:7' },
  'rule-without-effect': {
    change: { 'rules.yaml': put('open: later', 'open: start') },
    at: 'rules.yaml:1:7',
  },
  'module-unreachable': { change: { 'rules.yaml': undefined }, at: 'programme.yaml:21:9' },
  'module-only-by-clinician': {
    change: {
      'rules.yaml': undefined,
      'programme.yaml': put('access: closed', 'access: closed\n    optional: true'),
    },
    at: 'programme.yaml:21:9',
  },
  'module-shown-by-clinician': {
    change: { 'programme.yaml': put('access: closed', 'access: closed\n    hidden: true') },
    at: 'programme.yaml:21:9',
  },
  'step-only-by-clinician': { change: {}, at: 'programme.yaml:28:19' },
  'media-missing': { change: { 'media/gut.svg': undefined }, at: `${welcome}:7:1` },
  'media-unused': { change: { 'media/spare.svg': drawing() }, at: 'media/spare.svg' },
  'media-wrong-type': { change: { 'media/calm.mp4': 'not a film' }, at: 'media/calm.mp4' },
  'alt-missing': {
    change: { 'texts/sv.yaml': put('  gut.svg: { alt: En tarm. }\n', '') },
    at: 'texts/sv.yaml:12:1',
  },
  'film-incomplete': { change: { 'media/calm.mp4': undefined }, at: 'media/calm.mp4' },
  'film-title-missing': {
    change: { 'texts/sv.yaml': put('{ title: Ro, alt: En båt', '{ alt: En båt') },
    at: 'texts/sv.yaml:14:3',
  },
  'captions-missing': { change: { 'media/calm.sv.vtt': undefined }, at: 'media/calm.sv.vtt' },
  'transcript-missing': { change: { 'media/calm.sv.md': undefined }, at: 'media/calm.sv.md' },
  'vtt-syntax': { change: { 'media/calm.nb.vtt': put('00:04.000', '0:04') }, at: 'media/calm.nb.vtt:3' },
  'vtt-order': { change: { 'media/calm.nb.vtt': put('00:00.000', '00:05.000') }, at: 'media/calm.nb.vtt:3' },
  'svg-syntax': { change: { 'media/gut.svg': drawing('<g>') }, at: 'media/gut.svg:3' },
  'svg-element': { change: { 'media/gut.svg': drawing('<script/>') }, at: 'media/gut.svg:2' },
  'svg-attribute': { change: { 'media/gut.svg': drawing('<g onload="a"/>') }, at: 'media/gut.svg:2' },
  'svg-reference': {
    change: { 'media/gut.svg': drawing('<use href="https://a.no/b.svg#c"/>') },
    at: 'media/gut.svg:2',
  },
  'svg-text': { change: { 'media/gut.svg': drawing('<text/>') }, at: 'media/gut.svg:2' },
  'svg-colour': {
    change: { 'media/gut.svg': drawing('<path d="M0 0" fill="red"/>') },
    at: 'media/gut.svg:2',
  },
  'svg-size': {
    change: { 'media/gut.svg': (text) => text.replace('viewBox', 'width') },
    at: 'media/gut.svg:1',
  },
};

describe('every code of the checker', () => {
  for (const [code, { change, at }] of Object.entries(provocations)) {
    it(`${code} is reported at its place`, () => {
      const places = problemsOf(change)
        .filter((problem) => problem.code === code)
        .map(({ file, line, column }) => [file, line, column].filter((part) => part !== undefined).join(':'));
      expect(places).toContain(at);
    });
  }

  it('is explained in the authors’ manual, with its severity', () => {
    const manual = readFileSync(new URL('../../../docs/programme-format.md', import.meta.url), 'utf8');
    const missing = Object.entries(severities).filter(
      ([code, severity]) => !new RegExp(`^\\| \`${code}\` \\| ${severity} \\| .{20,} \\|$`, 'm').test(manual),
    );
    expect(missing).toEqual([]);
  });

  it('and no other is in the manual', () => {
    const manual = readFileSync(new URL('../../../docs/programme-format.md', import.meta.url), 'utf8');
    const listed = [...manual.matchAll(/^\| `([a-z-]+)` \| (?:error|warning|note) \|/gm)].map(
      ([, code]) => code,
    );
    expect(new Set(listed)).toEqual(new Set(Object.keys(severities)));
  });
});

function put0(title: string, body: string): string {
  return `---\ntitle: ${title}\nsummary: ${title}.\n---\n${body}\n`;
}

function atTime(when: string): Changes {
  return { 'measures.yaml': put('everyDays: 7, fromDay: 7, toDay: 28', when) };
}

/** One more rule, whose id stands at `rules.yaml:4:9`. */
function aRule(when: string, then = 'flag: form-saved'): Changes {
  return { 'rules.yaml': (text) => `${text}- { id: more, when: { ${when} }, then: [ { ${then} } ] }\n` };
}

function aRuleAfterClosedModule(): string {
  return '- id: after-a-week\n  when: { moduleDone: later }\n  then: [ { flag: no-activity } ]\n';
}
