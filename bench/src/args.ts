/** Options of a command: `--name` or `--name=value`. Another one than those known is an error. */
export function readArgs<K extends string>(
  known: readonly K[],
  given = process.argv.slice(2),
): Partial<Record<K, string>> {
  const args: Partial<Record<K, string>> = {};
  for (const arg of given) {
    const match = /^--([a-z-]+)(?:=(.*))?$/.exec(arg);
    const name = known.find((one) => one === match?.[1]);
    if (!name) throw new Error(`${arg} is unknown; there is ${known.map((one) => `--${one}`).join(', ')}`);
    args[name] = match?.[2] ?? 'true';
  }
  return args;
}

export function numberOf(value: string | undefined, otherwise: number): number {
  const number = value === undefined ? otherwise : Number(value);
  if (!Number.isInteger(number) || number < 0) throw new Error(`${value} is not a whole number`);
  return number;
}
