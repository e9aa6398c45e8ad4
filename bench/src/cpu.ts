/** Processor time, which other people’s work on the machine disturbs far less than the clock on the wall. Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Milliseconds of processor time that a process has used. */
export function cpuOf(pid: number): number {
  const fields = statOf(pid);
  return fields ? ((fields.user + fields.system) * 1000) / ticksPerSecond : 0;
}

/** Of a PostgreSQL server: the postmaster with all its children, and those that have ended since. */
export function cpuOfServer(postmaster: number): number {
  const own = statOf(postmaster);
  if (!own) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === postmaster);
  const living = children.reduce((sum, stat) => sum + (stat?.user ?? 0) + (stat?.system ?? 0), 0);
  return ((own.user + own.system + own.ended + living) * 1000) / ticksPerSecond;
}

function statOf(pid: number): { parent: number; user: number; system: number; ended: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in brackets may hold spaces; what follows it is fixed (proc(5)).
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return {
      parent: fields[1] ?? 0,
      user: fields[11] ?? 0,
      system: fields[12] ?? 0,
      ended: (fields[13] ?? 0) + (fields[14] ?? 0),
    };
  } catch {
    return undefined;
  }
}
