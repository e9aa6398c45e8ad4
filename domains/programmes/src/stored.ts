import { z } from 'zod';
import { measuresYaml } from './measure-schemas.ts';
import { programmeYaml, textsYaml } from './package-schemas.ts';
import { type Block, type Inline, type Language, languages, type Programme } from './programme.ts';
import { rulesYaml } from './rule-schemas.ts';
import { id } from './schema-parts.ts';

/** What lies in the database as JSON, parsed once when it is loaded: it may have been written by another version of the server. */

const { format: _format, evidence: _evidence, ...structure } = programmeYaml.shape;

export const storedProgramme: z.ZodType<Programme> = z.object({
  ...structure,
  // The schemas of the files have made sure that a condition, an effect and a timing have the keys of exactly one kind.
  rules: rulesYaml as unknown as z.ZodType<Programme['rules']>,
  // Versions stored before there were forms have none.
  forms: z.array(id).default([]),
  measures: measuresYaml.default([]) as unknown as z.ZodType<Programme['measures']>,
  texts: z.partialRecord(z.enum(languages), textsYaml),
});

export const storedLanguage: z.ZodType<Language> = z.enum(languages);

const inline: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), value: z.string() }),
    z.strictObject({ kind: z.literal('strong'), text: z.array(inline) }),
    z.strictObject({ kind: z.literal('emphasis'), text: z.array(inline) }),
    z.strictObject({ kind: z.literal('link'), to: z.string(), text: z.array(inline) }),
    z.strictObject({ kind: z.literal('break') }),
  ]),
);

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('heading'), text: z.array(inline) }),
    z.strictObject({ kind: z.literal('paragraph'), text: z.array(inline) }),
    z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(block)) }),
    z.strictObject({ kind: z.literal('quote'), blocks: z.array(block) }),
    z.strictObject({ kind: z.literal('picture'), file: z.string(), alt: z.string() }),
    film,
    z.strictObject({
      kind: z.literal('breathing'),
      inSeconds: z.number(),
      outSeconds: z.number(),
      rounds: z.number(),
    }),
    z.strictObject({
      kind: z.literal('box'),
      box: z.enum(['fact', 'try', 'care', 'recipe', 'foods', 'more']),
      title: z.string(),
      blocks: z.array(block),
    }),
  ]),
);

const film = z.strictObject({
  kind: z.literal('film'),
  title: z.string(),
  alt: z.string(),
  sources: z.array(z.strictObject({ file: z.string(), type: z.string() })),
  captions: z.string(),
  poster: z.exactOptional(z.string()),
  transcript: z.array(block),
});

export const storedBlocks: z.ZodType<readonly Block[]> = z.array(block);
