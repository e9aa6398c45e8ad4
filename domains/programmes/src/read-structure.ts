import type { z } from 'zod';
import { programmeYaml, rulesYaml, textsYaml, toCondition, toEffect } from './package-schemas.ts';
import type { PackageFiles } from './package-files.ts';
import type { Language, Programme, Rule, Texts } from './programme.ts';
import { languages } from './programme.ts';
import type { Place, Report } from './problems.ts';
import { readText } from './read-text.ts';
import { checkShape, type Shaped } from './yaml/check-shape.ts';
import { readYaml, type YamlSource } from './yaml/read-yaml.ts';

export type IdKind = 'modules' | 'sections' | 'steps' | 'eligibility' | 'rules';

/** programme.yaml, rules.yaml and the texts, read, with the way back to the lines they stand on. */
export interface ReadStructure {
  readonly programme: Programme | undefined;
  /** False when something wrong was left out; then what is not there proves nothing. */
  readonly whole: boolean;
  readonly textSources: ReadonlyMap<Language, YamlSource>;
  placeOf(kind: IdKind, id: string): Place;
  placeOfKey(key: string): Place;
}

export function readStructure(files: PackageFiles, report: Report): ReadStructure {
  const structure = readShaped(files, 'programme.yaml', programmeYaml, report);
  const rules = files.has('rules.yaml') ? readShaped(files, 'rules.yaml', rulesYaml, report) : undefined;
  const texts = readTexts(files, report);
  const places = placesOfIds(structure.source, rules?.source, report);
  const programme =
    structure.shaped === undefined
      ? undefined
      : assemble(structure.shaped.value, rules?.shaped?.value ?? [], texts.values);
  return {
    programme,
    whole: structure.shaped?.whole === true && (rules === undefined || rules.shaped?.whole === true),
    textSources: texts.sources,
    placeOf: (kind, id) =>
      places.get(`${kind} ${id}`) ?? { file: kind === 'rules' ? 'rules.yaml' : 'programme.yaml' },
    placeOfKey: (key) => structure.source?.placeOf([key]) ?? { file: 'programme.yaml' },
  };
}

interface ReadShaped<T> {
  readonly source?: YamlSource;
  readonly shaped?: Shaped<T>;
}

function readShaped<T>(
  files: PackageFiles,
  file: string,
  schema: z.ZodType<T>,
  report: Report,
): ReadShaped<T> {
  const text = readText(files, file, report);
  const source = text === undefined ? undefined : readYaml(file, text, report);
  if (source === undefined) return {};
  const shaped = checkShape(source, schema, report);
  return shaped === undefined ? { source } : { source, shaped };
}

function readTexts(files: PackageFiles, report: Report) {
  const values: Partial<Record<Language, Texts>> = {};
  const sources = new Map<Language, YamlSource>();
  for (const language of languages) {
    const { source, shaped } = readShaped(files, `texts/${language}.yaml`, textsYaml, report);
    if (source !== undefined) sources.set(language, source);
    if (shaped !== undefined) values[language] = shaped.value;
  }
  return { values, sources };
}

/** Finds every id and says where one is used twice. */
function placesOfIds(
  structure: YamlSource | undefined,
  rules: YamlSource | undefined,
  report: Report,
): Map<string, Place> {
  const places = new Map<string, Place>();
  const take = (kind: IdKind, source: YamlSource | undefined, key: string | undefined): void => {
    for (const { id, place } of source?.idsUnder(key) ?? []) {
      const first = places.get(`${kind} ${id}`);
      if (first === undefined) places.set(`${kind} ${id}`, place);
      else
        report(
          'id-duplicate',
          place,
          `The id "${id}" is also used on line ${first.line}; expected each once among ${kind}.`,
        );
    }
  };
  for (const kind of ['modules', 'sections', 'steps', 'eligibility'] as const) take(kind, structure, kind);
  take('rules', rules, undefined);
  return places;
}

function assemble(
  structure: z.output<typeof programmeYaml>,
  rules: z.output<typeof rulesYaml>,
  texts: Partial<Record<Language, Texts>>,
): Programme {
  const { format: _format, evidence: _evidence, ...rest } = structure;
  return { ...rest, rules: rules.map(toRule), texts };
}

function toRule(rule: z.output<typeof rulesYaml>[number]): Rule {
  return { id: rule.id, when: toCondition(rule.when), then: rule.then.map(toEffect) };
}
