import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';

/** Ends every process of the browser that uses a profile, without a word to it, as an empty battery would. */
export async function killBrowserOf(profile: string, context: BrowserContext): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve));
  if (existsSync('/proc')) for (const pid of processesWith(profile)) process.kill(pid, 'SIGKILL');
  else execFileSync('pkill', ['-9', '-f', profile]);
  await gone;
}

/** Those that say the profile's folder in their arguments; children may end while we look. */
function processesWith(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => argumentsOf(pid).includes(`--user-data-dir=${profile}`))
    .map(Number);
}

function argumentsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
