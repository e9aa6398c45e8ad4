/**
 * `npm run licence -- --organisation SLUG --instrument ID --holder NAME --terms TEXT --languages nb,sv --from DATE [--to DATE]`
 *
 * Records an organisation's right to use a measure whose wording somebody owns. Without it no programme version that
 * measures it can be imported there. The same right recorded anew replaces what was recorded.
 */
import { parseArgs } from 'node:util';
import { organisations } from '@skute/access';
import { recordLicence } from '@skute/forms';
import { instruments } from '@skute/forms/rules';
import { readConfig } from '@skute/platform/config';
import { IsoDate } from '@skute/platform/contract';
import { inTenant, openDatabase } from '@skute/platform/db';
import { z } from 'zod';

const text = z.string().trim().min(1).max(300);
const Wanted = z.strictObject({
  organisation: text,
  instrument: z.string().refine((id) => instruments[id]?.licence.kind === 'licensed', {
    error: `one of those that need a licence: ${licensed().join(', ')}`,
  }),
  holder: text,
  terms: text,
  languages: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(['nb', 'nn', 'sv', 'en', 'uk'])).min(1)),
  from: IsoDate,
  to: IsoDate.optional(),
});

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof z.ZodError ? problemsOf(error) : (error as Error).message);
  return 1;
});

async function main(): Promise<number> {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      organisation: option,
      instrument: option,
      holder: option,
      terms: option,
      languages: option,
      from: option,
      to: option,
    },
  });
  const wanted = Wanted.parse({ ...values });
  const { databaseUrl, appDatabaseUrl, dataDir } = readConfig(process.env);
  const database = await openDatabase({ databaseUrl, appDatabaseUrl, dataDir });
  try {
    const all = await organisations(database.pool);
    const tenant = all.find(({ slug }) => slug === wanted.organisation);
    if (!tenant)
      throw new Error(
        `There is no organisation ${wanted.organisation}; there are ${all.map(({ slug }) => slug).join(', ')}.`,
      );
    await inTenant(database.pool, tenant.id, async (tx) =>
      recordLicence(tx, {
        instrument: wanted.instrument,
        holder: wanted.holder,
        terms: wanted.terms,
        languages: wanted.languages,
        fromOn: wanted.from,
        toOn: wanted.to ?? null,
      }),
    );
    console.log(
      `${tenant.name} may use ${wanted.instrument} from ${wanted.from}${wanted.to ? ` to ${wanted.to}` : ''}.`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

function licensed(): string[] {
  return Object.values(instruments)
    .filter(({ licence }) => licence.kind === 'licensed')
    .map(({ id }) => id);
}

function problemsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `--${path.join('.')}: expected ${message}.`).join('\n');
}
