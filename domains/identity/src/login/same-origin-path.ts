/** A path of our own site, safe to send a browser to. */
export type SameOriginPath = string & { readonly __brand: 'SameOriginPath' };

export const home = '/' as SameOriginPath;

/**
 * Visible ASCII, one leading slash, no second slash or backslash after it, and no control characters anywhere:
 * browsers read `//x`, `/\x` and `/<tab>/x` as another site.
 * https://url.spec.whatwg.org/#relative-slash-state
 */
const pattern = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/;

/** The path, or undefined where following it could leave our site. Paths of the login itself would only loop. */
export function sameOriginPath(value: unknown): SameOriginPath | undefined {
  if (typeof value !== 'string' || value.length > 1000 || !pattern.test(value)) return undefined;
  const url = URL.parse(value, 'https://here.invalid');
  if (url?.origin !== 'https://here.invalid') return undefined;
  const path = `${url.pathname}${url.search}${url.hash}`;
  // Dot segments may turn `/.//x` into `//x`; what would change on the way is not what was asked for.
  if (path !== value || /^\/(login|idp)(\/|$)/.test(url.pathname)) return undefined;
  return value as SameOriginPath;
}
