/** Dates, times and instants as FHIR writes them (https://hl7.org/fhir/R4/datatypes.html#date). */
const date = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const dateTime = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?$/;
const time = /^([01]\d|2[0-3]):[0-5]\d(?::([0-5]\d|60)(?:\.\d{1,9})?)?$/;

/** Null when the date exists, else what was expected. */
export function dateProblem(text: string): string | null {
  const parts = date.exec(text);
  if (!parts) return 'a date as yyyy-mm-dd';
  const [, year, month, day] = parts;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return 'a month from 01 to 12';
  if (day === undefined) return null;
  const last = new Date(Date.UTC(Number(year), Number(month), 0));
  last.setUTCFullYear(Number(year), Number(month), 0);
  return Number(day) >= 1 && Number(day) <= last.getUTCDate() ? null : 'a day that the month has';
}

export function dateTimeProblem(text: string): string | null {
  const parts = dateTime.exec(text);
  if (!parts) return date.test(text) ? dateProblem(text) : 'a date and time as yyyy-mm-ddThh:mm:ss+zz:zz';
  return dateProblem(parts[1] ?? '') ?? timeProblem(parts[2] ?? '');
}

export function timeProblem(text: string): string | null {
  return time.test(text) ? null : 'a time as hh:mm:ss';
}

/**
 * Order of two dates, times or instants; null when it can't be told, as between a month and a day in it. Instants
 * without a zone are compared as they are written.
 */
export function compareMoments(a: string, b: string): number | null {
  const instants = [a, b].map((one) => (/T.*(Z|[+-]\d{2}:\d{2})$/.test(one) ? Date.parse(one) : Number.NaN));
  const [first, second] = instants;
  if (first !== undefined && second !== undefined && !Number.isNaN(first) && !Number.isNaN(second))
    return Math.sign(first - second);
  const [x, y] = [plain(a), plain(b)];
  const shared = Math.min(x.length, y.length);
  const order = compareText(x.slice(0, shared), y.slice(0, shared));
  return order === 0 && x.length !== y.length ? null : order;
}

/** Without zone, seconds that are zero, and fractions, so that 12:30 and 12:30:00 are the same. */
function plain(text: string): string {
  return text
    .replace(/(?<=:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})$/, '')
    .replace(/(:\d{2}):00(?:\.0+)?$/, '$1');
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
