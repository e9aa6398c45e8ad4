import { z } from 'zod';

/** Somebody to log in as. None of them exists: numbers are synthetic. */
export const TestPerson = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['patient', 'clinician']),
  /** As shown on the page: a name, and what is special about the person. */
  label: z.string().min(1),
  nationalNumber: z.string(),
  hprNumber: z.string().optional(),
  /** The organisation and the unit a clinician logs in for. */
  organisationNumber: z.string().optional(),
  unitNumber: z.string().optional(),
  /** How the person proves who she is. MinID, the lower level, must never get anybody in. */
  acr: z.enum(['idporten-loa-high', 'idporten-loa-substantial']).default('idporten-loa-high'),
});
export type TestPerson = z.output<typeof TestPerson>;

type Claims = Readonly<Record<string, string>>;

/** What ID-porten says of a person. https://docs.digdir.no/docs/idporten/oidc/oidc_protocol_id_token */
export function idPortenClaims(person: TestPerson): Claims {
  return { pid: person.nationalNumber, locale: 'nb' };
}

/**
 * What HelseID says: long names, and the level as a number instead of `acr`.
 * https://utviklerportal.nhn.no/informasjonstjenester/helseid/bruksmoenstre-og-eksempelkode/bruk-av-helseid/docs/teknisk-referanse/claims_enmd/
 */
export function helseIdClaims(person: TestPerson): Claims {
  return {
    'helseid://claims/identity/pid': person.nationalNumber,
    'helseid://claims/identity/security_level': person.acr === 'idporten-loa-high' ? '4' : '3',
    ...(person.hprNumber && { 'helseid://claims/hpr/hpr_number': person.hprNumber }),
    ...(person.organisationNumber && {
      'helseid://claims/client/claims/orgnr_parent': person.organisationNumber,
    }),
    ...(person.unitNumber && { 'helseid://claims/client/claims/orgnr_child': person.unitNumber }),
  };
}
