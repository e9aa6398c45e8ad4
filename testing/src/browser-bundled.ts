/** Unpacks the browser that npm installed, once for each version of it, with the libraries that small machines lack. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const packageFolder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
  '..',
);

export async function bundledBrowser(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const folder = path.join(os.tmpdir(), `skute-chromium-${version()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const libraries = [path.join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']]
    .filter(Boolean)
    .join(':');
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries,
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }),
    },
  };
}

/** The package unpacks into the folder for temporary files, whatever that is: so in a process of its own, with its own. */
const unpack = `
import { inflate } from '@sparticuz/chromium';
for (const file of process.argv.slice(1)) await inflate(file);
`;
const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/** Beside its place first, and then moved there whole: several test files may want it in the same moment. */
async function unpackInto(folder: string): Promise<void> {
  const own = mkdtempSync(`${folder}-`);
  const files = parts.map((name) => path.join(packageFolder, 'bin', name));
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack, ...files], {
    cwd: packageFolder,
    env: { ...process.env, TMPDIR: own },
  });
  moveTo(folder, own);
}

function moveTo(folder: string, own: string): void {
  try {
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(path.join(folder, 'chromium'))) throw error;
  }
}

function version(): string {
  const { version: found } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return found;
}
