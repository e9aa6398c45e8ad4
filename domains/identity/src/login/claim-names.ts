import { z } from 'zod';
import type { LoginProvider } from './provider.ts';

interface ClaimNames {
  /** The level of assurance that `acceptedAcr` is compared with. */
  readonly level: string;
  readonly nationalNumber: string;
  readonly hprNumber?: string;
  readonly hsaId?: string;
  readonly organisationNumber?: string;
  readonly unitNumber?: string;
}

/**
 * ID-porten: https://docs.digdir.no/docs/idporten/oidc/oidc_protocol_id_token
 *
 * HelseID issues no `acr`; the level is a claim of its own, "3" or "4":
 * https://utviklerportal.nhn.no/informasjonstjenester/helseid/bruksmoenstre-og-eksempelkode/bruk-av-helseid/docs/teknisk-referanse/claims_enmd/
 *
 * Inera's IdP for SITHS: https://inera.atlassian.net/wiki/spaces/ST/pages/3475212719/2.0+Attributlista
 */
export const claimNames: Readonly<Record<LoginProvider['claims'], ClaimNames>> = {
  'id-porten': { level: 'acr', nationalNumber: 'pid' },
  'helse-id': {
    level: 'helseid://claims/identity/security_level',
    nationalNumber: 'helseid://claims/identity/pid',
    hprNumber: 'helseid://claims/hpr/hpr_number',
    organisationNumber: 'helseid://claims/client/claims/orgnr_parent',
    unitNumber: 'helseid://claims/client/claims/orgnr_child',
  },
  siths: {
    level: 'acr',
    nationalNumber: 'personalIdentityNumber',
    hsaId: 'employeeHsaId',
    organisationNumber: 'healthCareProviderHsaId',
    unitNumber: 'healthCareUnitHsaId',
  },
};

/** One value: HelseID gives some numbers as a list, and more than one is not for us to choose from. */
function one(pattern: RegExp) {
  const value = z.union([z.string(), z.number().transform(String)]).pipe(z.string().regex(pattern));
  return z.union([value, z.tuple([value]).transform(([only]) => only)]).optional();
}

const shapes = {
  /** Eleven digits in Norway, twelve in Sweden. Check digits are for the domain that keeps identities. */
  nationalNumber: one(/^\d{11,12}$/),
  hprNumber: one(/^\d{1,9}$/),
  hsaId: one(/^[A-Za-z0-9-]{1,32}$/),
  /** A Norwegian organisation number or a Swedish HSA id. */
  organisationNumber: one(/^[A-Za-z0-9-]{1,32}$/),
  unitNumber: one(/^[A-Za-z0-9-]{1,32}$/),
};

/** What the provider says of the person, in our words. */
export type PersonClaims = { readonly [Name in keyof typeof shapes]?: string };

/** Undefined where a claim is there but has another form than it must have. */
export function readPersonClaims(
  kind: LoginProvider['claims'],
  claims: Readonly<Record<string, unknown>>,
): PersonClaims | undefined {
  const names = claimNames[kind];
  const found: Record<string, string> = {};
  for (const [ours, shape] of Object.entries(shapes)) {
    const theirs = names[ours as keyof typeof shapes];
    const parsed = shape.safeParse(theirs === undefined ? undefined : (claims[theirs] ?? undefined));
    if (!parsed.success) return undefined;
    if (parsed.data !== undefined) found[ours] = parsed.data;
  }
  return found;
}
