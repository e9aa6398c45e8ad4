import type { z } from 'zod';
import { knownFile } from './known-files.ts';
import { measuresYaml, toMeasurementPoint } from './measure-schemas.ts';
import { programmeYaml, textsYaml } from './package-schemas.ts';
import type { PackageFiles } from './package-files.ts';
import type { Language, Programme, Rule, Texts } from './programme.ts';
import { languages } from './programme.ts';
import type { Place, Report } from './problems.ts';
import { readText } from './read-text.ts';
import { rulesYaml, toCondition, toEffect } from './rule-schemas.ts';
import { checkShape, type Shaped } from './yaml/check-shape.ts';
import { readYaml, type YamlSource } from './yaml/read-yaml.ts';

export type IdKind = 'modules' | 'sections' | 'steps' | 'eligibility' | 'rules' | 'measures';

/** programme.yaml, rules.yaml, measures.yaml and the texts, read, with the way back to the lines they stand on. */
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
  const rules = readShaped(files, 'rules.yaml', rulesYaml, report);
  const measures = readShaped(files, 'measures.yaml', measuresYaml, report);
  const texts = readTexts(files, report);
  const places = placesOfIds({ structure, rules, measures }, report);
  return {
    programme:
      structure.shaped === undefined
        ? undefined
        : {
            ...structureOf(structure.shaped.value),
            rules: (rules.shaped?.value ?? []).map(toRule),
            forms: formIds(files),
            measures: (measures.shaped?.value ?? []).map(toMeasurementPoint),
            texts: texts.values,
          },
    whole: [structure, rules, measures].every(isWhole) && structure.shaped !== undefined,
    textSources: texts.sources,
    placeOf: (kind, id) => places.get(`${kind} ${id}`) ?? { file: fileOf[kind] },
    placeOfKey: (key) => structure.source?.placeOf([key]) ?? { file: 'programme.yaml' },
  };
}

const fileOf: Record<IdKind, string> = {
  modules: 'programme.yaml',
  sections: 'programme.yaml',
  steps: 'programme.yaml',
  eligibility: 'programme.yaml',
  rules: 'rules.yaml',
  measures: 'measures.yaml',
};

interface ReadShaped<T> {
  /** rules.yaml and measures.yaml may be left out. */
  readonly there: boolean;
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
  if (source === undefined) return { there: files.has(file) };
  const shaped = checkShape(source, schema, report);
  return shaped === undefined ? { there: true, source } : { there: true, source, shaped };
}

function isWhole({ there, shaped }: ReadShaped<unknown>): boolean {
  return !there || shaped?.whole === true;
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

interface Sources {
  readonly structure: ReadShaped<unknown>;
  readonly rules: ReadShaped<unknown>;
  readonly measures: ReadShaped<unknown>;
}

/** Finds every id and says where one is used twice. */
function placesOfIds({ structure, rules, measures }: Sources, report: Report): Map<string, Place> {
  const places = new Map<string, Place>();
  const take = (kind: IdKind, { source }: ReadShaped<unknown>, key: string | undefined): void => {
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
  take('measures', measures, undefined);
  return places;
}

/** A form goes by the name of its file. */
function formIds(files: PackageFiles): string[] {
  return [...files.keys()].flatMap((file) => {
    const known = knownFile(file);
    return known?.kind === 'form' ? [known.form] : [];
  });
}

function structureOf({ format: _format, evidence: _evidence, ...rest }: z.output<typeof programmeYaml>) {
  return rest;
}

function toRule(rule: z.output<typeof rulesYaml>[number]): Rule {
  return { id: rule.id, when: toCondition(rule.when), then: rule.then.map(toEffect) };
}
