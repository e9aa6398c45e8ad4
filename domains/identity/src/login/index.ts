/** Signing in through an identity provider: the relying party of OpenID Connect, and its routes. */
export type { Begun, Wanted } from './begin-login.ts';
export { createLogin, type Login, type LoginConfig } from './create-login.ts';
export type { RefusedLogin } from './failure.ts';
export type { Finished, Verified } from './finish-login.ts';
export type { EndedAtProvider } from './logout-token.ts';
export type { SessionRefusal } from './page-texts.ts';
export type { CookieSeal } from './pending-login.ts';
export {
  backChannelPath,
  callbackPath,
  Device,
  LoginProvider,
  LoginProviders,
  signedOutPath,
} from './provider.ts';
export { isRefused, type LoginRefusal, type LoginRefused } from './refusals.ts';
export { loginCookie, type LoginRouteDeps, loginRoutes } from './routes.ts';
export { home, type SameOriginPath, sameOriginPath } from './same-origin-path.ts';
