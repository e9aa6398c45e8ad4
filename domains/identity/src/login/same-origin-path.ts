/** A path of our own site, safe to send a browser to. */
export type SameOriginPath = string & { readonly __brand: 'SameOriginPath' };

export const home = '/' as SameOriginPath;

/** A slash, then visible ASCII without the backslash, which browsers read as a slash. */
const pattern = /^\/[\x21-\x5b\x5d-\x7e]*$/;

/** The path, or undefined where following it could leave our site. Paths of the login itself would only loop. */
export function sameOriginPath(value: unknown): SameOriginPath | undefined {
  if (typeof value !== 'string' || value.length > 1000 || !pattern.test(value)) return undefined;
  const url = URL.parse(value, 'https://here.invalid');
  // `//x` is another site and `/.//x` becomes one: what a browser reads otherwise than it is written is not followed.
  // https://url.spec.whatwg.org/#relative-slash-state
  if (!url || `${url.pathname}${url.search}${url.hash}` !== value) return undefined;
  if (/^\/(login|idp)(\/|$)/.test(url.pathname)) return undefined;
  return value as SameOriginPath;
}
