import type { TextPiece } from '../markdown/reading.ts';
import { type FoundNumber, isWrittenInLetters, missingFrom, numbersOf } from '../measure/numbers.ts';
import type { KnownDraft } from '../read-package.ts';
import type { Coverage, Language } from '../programme.ts';
import type { Place, Report } from '../problems.ts';
import type { YamlSource } from '../yaml/read-yaml.ts';

/**
 * A dose, an age or a phone number that differs between languages is the most dangerous slip of a translation, so
 * every number is compared with the first full language. A reviewer decides: some differ on purpose, such as phone numbers.
 */
export function checkNumbers(draft: KnownDraft, report: Report): void {
  const { languages } = draft.programme;
  const covered = Object.entries(languages) as [Language, Coverage][];
  const full = covered.filter(([, coverage]) => coverage === 'full').map(([language]) => language);
  const original = full.includes('nb') ? 'nb' : full[0];
  if (original === undefined) return;
  for (const [language, coverage] of covered) {
    if (language === original) continue;
    for (const [ours, theirs] of pairs(draft, original, language)) {
      const left = coverage === 'full' ? ours : headOf(ours);
      compareNumbers(left, coverage === 'full' ? theirs : headOf(theirs), report);
    }
    compareTexts(draft, original, language, report);
  }
}

/** A text in one language, with the lines it stands on. */
export interface Written {
  readonly language: Language;
  readonly place: Place;
  readonly pieces: readonly TextPiece[];
}

function pairs(draft: KnownDraft, original: Language, language: Language): [Written, Written][] {
  const pages = draft.pages.map(({ file, module, page, body, pieces }) => {
    return { key: `${module}/${page.stepId}`, language: page.language, place: { ...body, file }, pieces };
  });
  const transcripts = draft.transcripts.map(({ file, name, language: own, pieces }) => {
    return { key: `media/${name}`, language: own, place: { file, line: 1 }, pieces };
  });
  const all = [...pages, ...transcripts];
  const theirs = new Map(all.filter((each) => each.language === language).map((each) => [each.key, each]));
  return all.flatMap((ours): [Written, Written][] => {
    const other = ours.language === original ? theirs.get(ours.key) : undefined;
    return other === undefined ? [] : [[ours, other]];
  });
}

/** A summary language has titles and summaries only. */
function headOf(written: Written): Written {
  return { ...written, pieces: written.pieces.filter(({ part }) => part !== 'body') };
}

function compareTexts(
  { structure }: KnownDraft,
  original: Language,
  language: Language,
  report: Report,
): void {
  const ours = structure.textSources.get(original);
  const theirs = structure.textSources.get(language);
  if (ours === undefined || theirs === undefined) return;
  const theirTexts = new Map(textsIn(theirs.value).map(([path, text]) => [path.join('.'), text]));
  for (const [path, text] of textsIn(ours.value)) {
    const other = theirTexts.get(path.join('.'));
    if (other === undefined) continue;
    compareNumbers(writtenAt(ours, original, path, text), writtenAt(theirs, language, path, other), report);
  }
}

function writtenAt(source: YamlSource, language: Language, path: readonly string[], text: string): Written {
  const place = source.placeOf(path);
  return { language, place, pieces: [{ text, line: place.line ?? 1, part: 'body' }] };
}

function textsIn(value: unknown, path: readonly string[] = []): [string[], string][] {
  if (typeof value === 'string') return [[[...path], value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, [...path, key]));
}

interface PlacedNumber extends FoundNumber {
  readonly line: number;
}

export function compareNumbers(ours: Written, theirs: Written, report: Report): void {
  const [left, right] = [placedNumbers(ours), placedNumbers(theirs)];
  const lacking = notInLetters(missingFrom(left, right), theirs);
  const extra = notInLetters(missingFrom(right, left), ours);
  if (lacking.length === 0 && extra.length === 0) return;
  const sentences = [
    lacking.length > 0 ? `${ours.language} has ${listed(lacking)}, which ${theirs.language} lacks` : '',
    extra.length > 0 ? `${theirs.language} has ${listed(extra)}, which ${ours.language} lacks` : '',
  ].filter((sentence) => sentence !== '');
  const line = extra[0]?.line ?? theirs.place.line ?? 1;
  const message = `${sentences.join('; ')}. Expected the same numbers in both.`;
  report('numbers-differ', { file: theirs.place.file, line }, message);
}

function placedNumbers({ pieces, language }: Written): PlacedNumber[] {
  return pieces.flatMap(({ text, line, numbers = [] }) => [
    ...numbersOf(text, language).map((number) => ({ ...number, line })),
    ...numbers.map((number) => ({ value: String(number), written: String(number), line })),
  ]);
}

function notInLetters(numbers: readonly PlacedNumber[], other: Written): PlacedNumber[] {
  const text = other.pieces.map((piece) => piece.text).join(' ');
  return numbers.filter(({ value }) => !isWrittenInLetters(value, text, other.language));
}

function listed(numbers: readonly PlacedNumber[]): string {
  return numbers.map(({ written, line }) => `"${written}" (line ${line})`).join(', ');
}
