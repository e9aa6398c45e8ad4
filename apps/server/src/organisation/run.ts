import { readFileSync } from 'node:fs';
import type { Config } from '@skute/platform/config';
import { openDatabase } from '@skute/platform/db';
import { localWrapper, openKeyStore } from '@skute/platform/keys';
import { dateIn } from '@skute/platform/time';
import { checkKeyStore } from '../key-check.ts';
import { readOrganisation } from './read-file.ts';
import { type Done, type SetUp, setUpOrganisation } from './set-up.ts';
import type { WantedOrganisation } from './wanted.ts';

export interface CommandOutput {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const usage = 'npm run organisation -- check|apply FILE.yaml';

/** Gives the code to end with: 0 done, 1 something in the file or in the database says no, 2 asked in a wrong way. */
export async function runOrganisationCommand(
  given: readonly string[],
  config: Config,
  { out, err }: CommandOutput,
): Promise<number> {
  const [verb, file, ...more] = given;
  if ((verb !== 'check' && verb !== 'apply') || file === undefined || more.length > 0) {
    err(usage);
    return 2;
  }
  const read = readOrganisation(readFileSync(file, 'utf8'), {
    today: dateIn('Europe/Oslo', Date.now()),
    mode: config.mode,
  });
  if ('problems' in read) {
    for (const { line, field, message } of read.problems) err(`${file}:${line} ${field} ${message}.`);
    return 1;
  }
  if (verb === 'check') {
    out(`${file} can be applied.`);
    return 0;
  }
  const result = await apply(config, read.wanted);
  if ('refused' in result) {
    err(sentenceOfRefusal(result));
    return 1;
  }
  for (const line of tell(result.done, result.requestId)) out(line);
  return 0;
}

async function apply(config: Config, wanted: WantedOrganisation): Promise<SetUp> {
  const { databaseUrl, appDatabaseUrl, dataDir, keysDir } = config;
  const database = await openDatabase({ databaseUrl, appDatabaseUrl, dataDir });
  try {
    const wrapper = localWrapper(keysDir);
    const keys = openKeyStore(keysDir, wrapper);
    await checkKeyStore(database, keys, wrapper);
    return await setUpOrganisation({ database, keys, now: Date.now() }, wanted);
  } finally {
    await database.close();
  }
}

function tell(done: readonly Done[], requestId: string): string[] {
  if (done.length === 0) return ['Nothing to do: everything is as the file says.'];
  return [
    ...done.map(({ act, place }) => sentences[act.replace('organisation.', '')]?.(place ?? 0) ?? act),
    `In the access log as ${requestId}.`,
    ...(done.some(({ act }) => act === 'organisation.made')
      ? ['A server that is running knows the new organisation when it is started again.']
      : []),
  ];
}

/** By the place in the file: what a command says may be kept where names do not belong. */
const sentences: Record<string, (place: number) => string> = {
  made: () => 'The organisation is made.',
  changed: () => 'The organisation is changed.',
  'unit-made': (place) => `Unit ${place} is made.`,
  'unit-changed': (place) => `Unit ${place} is changed.`,
  'staff-made': (place) => `Staff ${place} is registered.`,
  'staff-changed': (place) => `Staff ${place} is changed.`,
  'role-given': (place) => `Staff ${place} is given a role.`,
  'role-taken': (place) => `A role of staff ${place} is ended.`,
};

function sentenceOfRefusal(result: Extract<SetUp, { refused: string }>): string {
  switch (result.refused) {
    case 'short-name-taken':
      return 'organisation.short is the short name of another organisation. Nothing is changed.';
    case 'in-another-country':
      return 'organisation.country is not that of the organisation with this number. Nothing is changed.';
    case 'hpr-taken':
      return `staff[${result.place}].hpr is that of somebody else on the staff. No unit and nobody is changed.`;
    case 'forgotten':
      return `staff[${result.place}] was known here and has been deleted. No unit and nobody is changed.`;
  }
}
