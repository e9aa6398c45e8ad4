import { knownFile } from '../known-files.ts';
import type { KnownDraft } from '../read-package.ts';
import type { Language } from '../programme.ts';
import { languageNames, type Place, type Report } from '../problems.ts';
import { posterOf } from '../read-media.ts';
import { valueAt } from '../yaml/check-shape.ts';

/** Whoever cannot see a picture or hear a film gets the same in words, in each language it is shown in. */
export function checkMediaUse(draft: KnownDraft, report: Report): void {
  const shown = shownMedia(draft);
  for (const [file, languages] of shown.pictures) {
    for (const language of languages) requireAlt(draft, file, language, report);
  }
  for (const [name, languages] of shown.films) {
    requireFilms(draft, name, report);
    for (const language of languages) requireWords(draft, name, language, report);
  }
  reportUnused(draft, shown, report);
}

interface ShownMedia {
  readonly pictures: ReadonlyMap<string, ReadonlySet<Language>>;
  readonly films: ReadonlyMap<string, ReadonlySet<Language>>;
}

function shownMedia({ pages }: KnownDraft): ShownMedia {
  const pictures = new Map<string, Set<Language>>();
  const films = new Map<string, Set<Language>>();
  for (const { page, references } of pages) {
    for (const { kind, to } of references) {
      if (kind === 'step') continue;
      const shown = kind === 'picture' ? pictures : films;
      shown.set(to, (shown.get(to) ?? new Set()).add(page.language));
    }
  }
  return { pictures, films };
}

function requireAlt(draft: KnownDraft, file: string, language: Language, report: Report): void {
  const { text, place } = textOf(draft, file, 'alt', language);
  if (text !== undefined) return;
  const message = `"media.${file}" has no alt in ${languageNames[language]}; expected what the picture shows, in words.`;
  report('alt-missing', place, message);
}

/** Missing altogether is a broken reference, which is reported where the film is shown. */
function requireFilms({ files }: KnownDraft, name: string, report: Report): void {
  const missing = [`media/${name}.webm`, `media/${name}.mp4`].filter((file) => !files.has(file));
  const [file] = missing;
  if (missing.length !== 1 || file === undefined) return;
  report(
    'film-incomplete',
    { file },
    `The film "${name}" lacks this file; expected both .webm and .mp4, for all browsers.`,
  );
}

function requireWords(draft: KnownDraft, name: string, language: Language, report: Report): void {
  requireAlt(draft, `${name}.webm`, language, report);
  const title = textOf(draft, `${name}.webm`, 'title', language);
  if (title.text === undefined) {
    const message = `"media.${name}.webm" has no title in ${languageNames[language]}; expected one.`;
    report('film-title-missing', title.place, message);
  }
  const captions = `media/${name}.${language}.vtt`;
  if (!draft.files.has(captions)) {
    report(
      'captions-missing',
      { file: captions },
      `The film "${name}" has no captions in ${languageNames[language]}; expected this file.`,
    );
  }
  const transcript = draft.transcripts.find((each) => each.name === name && each.language === language);
  if (transcript === undefined || transcript.blocks.length === 0) {
    const file = `media/${name}.${language}.md`;
    report(
      'transcript-missing',
      { file },
      `The film "${name}" has no transcript in ${languageNames[language]}; expected this file, with text.`,
    );
  }
}

function textOf(
  { structure }: KnownDraft,
  file: string,
  part: string,
  language: Language,
): { text: unknown; place: Place } {
  const source = structure.textSources.get(language);
  if (source === undefined) return { text: undefined, place: { file: `texts/${language}.yaml` } };
  return { text: valueAt(source.value, ['media', file, part]), place: source.placeOf(['media', file, part]) };
}

function reportUnused(draft: KnownDraft, shown: ShownMedia, report: Report): void {
  const posters = new Set([...shown.films.keys()].map(posterOf));
  for (const file of draft.files.keys()) {
    const known = knownFile(file);
    if (known === undefined || !('name' in known)) continue;
    const picture = `${known.name}.svg`;
    const used =
      known.kind === 'picture'
        ? shown.pictures.has(picture) || posters.has(picture)
        : shown.films.has(known.name);
    if (used) continue;
    report('media-unused', { file }, 'No page shows this file; expected a page to use it, or no file.');
  }
  reportUnusedTexts(draft, report);
}

function reportUnusedTexts({ files, structure }: KnownDraft, report: Report): void {
  for (const source of structure.textSources.values()) {
    const texts = valueAt(source.value, ['media']);
    for (const file of Object.keys(typeof texts === 'object' && texts !== null ? texts : {})) {
      if (files.has(`media/${file}`)) continue;
      const message = `"media.${file}" is a text for a file that is not in media/.`;
      report('text-unused', source.placeOf(['media', file]), message);
    }
  }
}
