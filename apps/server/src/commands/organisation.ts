/** `npm run organisation -- check|apply FILE.yaml`: makes an organisation, its units and its staff what a file says. */
import { readConfig } from '@skute/platform/config';
import { StartUpProblem } from '@skute/platform/db';
import { runOrganisationCommand } from '../organisation/run.ts';

try {
  process.exitCode = await runOrganisationCommand(process.argv.slice(2), readConfig(process.env), {
    out: (line) => console.log(line),
    err: (line) => console.error(line),
  });
} catch (error) {
  const isTheirs = error instanceof StartUpProblem || (error as { code?: string }).code === 'ENOENT';
  console.error(isTheirs ? (error as Error).message : error);
  process.exitCode = 1;
}
