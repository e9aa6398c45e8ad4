/**
 * What the app keeps on the patient's own phone, so that it can be read without a network. On a shared device it keeps
 * nothing: every write asks first. Signing out, or saying that the device is shared, takes all of it away.
 */
const prefix = 'skute.';
const ownerKey = `${prefix}owner`;
export const mediaCache = 'skute-media';

/** True when the person signed in here has said that the device is their own. */
export function isOwnDevice(): boolean {
  return read(ownerKey) !== null;
}

/** Called with every session read from the server. Another person's things are forgotten first. */
export async function keepFor(session: { personId: string; sharedDevice: boolean }): Promise<void> {
  if (session.sharedDevice) return forgetAll();
  if (read(ownerKey) === session.personId) return;
  await forgetAll();
  write(ownerKey, session.personId);
}

export async function forgetAll(): Promise<void> {
  for (const key of ownKeys()) localStorage.removeItem(key);
  if ('caches' in window) await caches.delete(mediaCache).catch(() => false);
}

export function keep(name: string, value: unknown): void {
  if (isOwnDevice()) write(prefix + name, JSON.stringify(value));
}

export function takeOut<T>(name: string): T | undefined {
  const stored = isOwnDevice() ? read(prefix + name) : null;
  if (stored === null) return undefined;
  try {
    return JSON.parse(stored) as T;
  } catch {
    return undefined;
  }
}

/** Hears what another tab keeps under a name. Returns how to stop. */
export function watchKept<T>(name: string, heard: (value: T) => void): () => void {
  const listen = ({ key }: StorageEvent): void => {
    const value = key === prefix + name ? takeOut<T>(name) : undefined;
    if (value !== undefined) heard(value);
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}

export function drop(name: string): void {
  localStorage.removeItem(prefix + name);
}

/** Names under a folder: `step/` gives every page that has been opened. */
export function keptNames(folder: string): string[] {
  const start = prefix + folder;
  return ownKeys()
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(prefix.length));
}

function ownKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** Storage may be full or forbidden. Then nothing is kept, and the app works as on a shared device. */
function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to do: what can't be kept is read from the server next time.
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
