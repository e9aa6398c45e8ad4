/** A number that was searched for without a hit, on its way to the invitation form. In memory only. */
let offered: string | undefined;

export function offerNumber(search: string): void {
  const digits = search.replace(/[\s-]/g, '');
  offered = /^\d{10,12}$/.test(digits) ? search.trim() : undefined;
}

export function takeOfferedNumber(): string | undefined {
  const number = offered;
  offered = undefined;
  return number;
}
