/**
 * Which browser the journeys run in. A machine without one still has the bundled one (Linux, x64); where there is none at
 * all the journeys fail, they are never skipped.
 */
import { existsSync } from 'node:fs';
import { bundledBrowser } from './browser-bundled.ts';

export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** What the browser needs in its environment besides ours. */
  readonly env: Readonly<Record<string, string>>;
}

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** No sandbox, since tests often run as root in a container; and nothing of the browser's own goes out on the network. */
const args = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** `CHROMIUM_PATH` names one; `CHROMIUM=bundled` asks for the one that npm installed. */
export async function findBrowser(asked: NodeJS.ProcessEnv = process.env): Promise<FoundBrowser> {
  if (asked['CHROMIUM'] === 'bundled') return withBundled();
  const named = asked['CHROMIUM_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, and there is nothing there.`);
    return { executablePath: named, args, env: {} };
  }
  const executablePath = places.find((place) => existsSync(place));
  return executablePath ? { executablePath, args, env: {} } : withBundled();
}

async function withBundled(): Promise<FoundBrowser> {
  const { platform, arch } = process;
  if (platform !== 'linux' || arch !== 'x64') {
    throw new Error(
      `No browser was found, and there is none bundled for ${platform} ${arch}. Install Chromium or Chrome, or set CHROMIUM_PATH.`,
    );
  }
  const { executablePath, env } = await bundledBrowser();
  // Of the package's own flags none is taken over: among them are a single process and no web security.
  return { executablePath, env, args: ['--no-sandbox', '--disable-background-networking', '--disable-quic'] };
}
