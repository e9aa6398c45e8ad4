import type { PackageFiles } from '../package-files.ts';
import type { Problem, ProblemCode } from '../problems.ts';
import { readPackage } from '../read-package.ts';
import { aForm } from './a-form.ts';

/** New content for a file, a change to what it holds, or undefined for no such file. */
export type Changes = Record<string, string | Uint8Array | ((text: string) => string) | undefined>;

/** A small programme without a fault: two modules, a hidden step, a picture, a film and a weekly form, in two full languages and one summary language. */
export function aPackage(changes: Changes = {}): PackageFiles {
  const files = new Map<string, Uint8Array>();
  for (const [file, content] of Object.entries(faultless)) files.set(file, Buffer.from(content));
  for (const [file, change] of Object.entries(changes)) {
    if (change === undefined) files.delete(file);
    else if (typeof change !== 'function') files.set(file, Buffer.from(change));
    else files.set(file, Buffer.from(changed(file, change)));
  }
  return files;
}

export function problemsOf(changes: Changes): readonly Problem[] {
  return readPackage(aPackage(changes)).problems;
}

/** The problems other than the notes that the faultless package has too. */
export function codesOf(changes: Changes): ProblemCode[] {
  return problemsOf(changes)
    .map(({ code }) => code)
    .filter((code) => code !== 'step-only-by-clinician');
}

/** A change to a text that fails when the text is not as the test thought. */
export function put(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`"${from}" is not in the file`);
    return text.replace(from, to);
  };
}

/** Puts Markdown into the Norwegian welcome page, after its first line of text, which is line 5. */
export function inWelcome(markdown: string): Changes {
  return { [welcome]: (text) => `${text}\n${markdown}\n` };
}

export const welcome = 'steps/start/welcome.nb.md';
/** The first line that `inWelcome` adds. */
export const firstAddedLine = 13;

export function drawing(inside = '<path d="M0 0h10v10z" fill="var(--ink, #1F2D35)"/>'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">\n${inside}\n</svg>\n`;
}

/** The first bytes of a film, which is all that is looked at. */
export const webm = Buffer.concat([
  Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'),
  Buffer.alloc(64),
]);
export const mp4 = Buffer.concat([
  Buffer.from('0000001c66747970', 'hex'),
  Buffer.from('isom'),
  Buffer.alloc(64),
]);

function changed(file: string, change: (text: string) => string): string {
  const content = faultless[file];
  if (content === undefined) throw new Error(`the faultless package has no ${file}`);
  return change(content.toString());
}

function page(title: string, summary: string, body = ''): string {
  return `---\ntitle: ${title}\nsummary: ${summary}\n---\n${body}`;
}

function texts(welcomeText: string, media: boolean): string {
  return `programme: { title: Ro, summary: Et program., welcome: ${welcomeText} }
eligibility:
  adult: { question: Er du 18 år?, help: Programmet er for voksne. }
modules:
  start: { title: Start, summary: Her begynner du. }
  later: { title: Senere, summary: Litt etter. }
sections:
  first: { title: Først }
  second: { title: Så }
rules:
  after-a-week: { because: Du har hatt 7 dager. }
${media ? 'media:\n  gut.svg: { alt: En tarm. }\n  calm.webm: { title: Ro, alt: En båt på sjøen. }\n' : ''}measures:
  each-week: { title: Uka, why: Så vi ser hvordan det går. }
`;
}

const captions = 'WEBVTT\n\n00:00.000 --> 00:04.000\nPust inn.\n\n00:04.000 --> 00:10.000\nPust ut.\n';

const body = `Vent i 7 dager.

::picture{src="gut.svg"}

::film{src="calm"}

Les [mer](step:more).
`;

const faultless: Record<string, string | Buffer> = {
  'programme.yaml': `format: skute-programme/1
id: calm
version: 1.0.0
status: example
languages: { nb: full, sv: full, en: summary }
licence: CC-BY-4.0
clinicalOwner: { name: Example Clinic, role: dietitian }
evidence: evidence.md
days: 30
eligibility:
  - { id: adult, kind: age, atLeast: 18, exceptionFrom: 16 }
modules:
  - id: start
    access: open
    days: 7
    sections:
      - id: first
        steps:
          - { id: welcome, minutes: 3 }
          - { id: more, minutes: 4 }
  - id: later
    access: closed
    days: 7
    sections:
      - id: second
        steps:
          - { id: deeper, minutes: 5 }
          - { id: answer, minutes: 2, hidden: true }
`,
  'rules.yaml': `- id: after-a-week
  when: { day: 7 }
  then: [ { open: later } ]
`,
  'measures.yaml': `- id: each-week
  forms: [week]
  when: { everyDays: 7, fromDay: 7, toDay: 28 }
  dueDays: 2
  expireDays: 6
`,
  'forms/week.json': aForm(),
  'texts/nb.yaml': texts('Velkommen.', true),
  'texts/sv.yaml': texts('Välkommen.', true),
  'texts/en.yaml': texts('Welcome.', false),
  [welcome]: page('Velkommen', 'Slik begynner du.', body),
  'steps/start/welcome.sv.md': page(
    'Välkommen',
    'Så börjar du.',
    body.replace('Vent i 7 dager', 'Vänta i 7 dagar'),
  ),
  'steps/start/welcome.en.md': page('Welcome', 'How to begin.'),
  'steps/start/more.nb.md': page('Mer', 'Litt til.', 'Her er mer.\n'),
  'steps/start/more.sv.md': page('Mer', 'Lite till.', 'Här är mer.\n'),
  'steps/start/more.en.md': page('More', 'A little more.'),
  'steps/later/deeper.nb.md': page('Dypere', 'Det vi vet.', 'Dette vet vi.\n'),
  'steps/later/deeper.sv.md': page('Djupare', 'Det vi vet.', 'Detta vet vi.\n'),
  'steps/later/deeper.en.md': page('Deeper', 'What we know.'),
  'steps/later/answer.nb.md': page('Svar', 'Et svar.', 'Her er svaret.\n'),
  'steps/later/answer.sv.md': page('Svar', 'Ett svar.', 'Här är svaret.\n'),
  'steps/later/answer.en.md': page('Answer', 'An answer.'),
  'media/gut.svg': drawing(),
  'media/calm-poster.svg': drawing(),
  'media/calm.webm': webm,
  'media/calm.mp4': mp4,
  'media/calm.nb.vtt': captions,
  'media/calm.sv.vtt': captions,
  'media/calm.nb.md': 'En båt på sjøen. Pust inn. Pust ut.\n',
  'media/calm.sv.md': 'En båt på havet. Andas in. Andas ut.\n',
  'evidence.md': 'Sources.\n',
  LICENCE: 'CC-BY-4.0\n',
};
