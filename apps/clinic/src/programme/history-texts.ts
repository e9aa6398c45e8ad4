import { defineTexts } from '@skute/ui/i18n';

/** What has happened, as sentences. */
export const historyTexts = defineTexts('history', {
  invited: {
    nb: 'Klinikken inviterte.',
    nn: 'Klinikken inviterte.',
    sv: 'Kliniken bjöd in.',
    en: 'The clinic invited.',
  },
  'invitation-renewed': {
    nb: 'Klinikken inviterte på nytt.',
    nn: 'Klinikken inviterte på nytt.',
    sv: 'Kliniken bjöd in på nytt.',
    en: 'The clinic invited again.',
  },
  'invitation-lapsed': {
    nb: 'Invitasjonen gikk ut.',
    nn: 'Invitasjonen gjekk ut.',
    sv: 'Inbjudan gick ut.',
    en: 'The invitation lapsed.',
  },
  accepted: {
    nb: 'Pasienten sa ja.',
    nn: 'Pasienten sa ja.',
    sv: 'Patienten tackade ja.',
    en: 'The patient said yes.',
  },
  paused: {
    nb: 'Klinikken satte på pause.',
    nn: 'Klinikken sette på pause.',
    sv: 'Kliniken pausade.',
    en: 'The clinic paused.',
  },
  resumed: {
    nb: 'Klinikken fortsatte.',
    nn: 'Klinikken heldt fram.',
    sv: 'Kliniken fortsatte.',
    en: 'The clinic resumed.',
  },
  'maintenance-started': {
    nb: 'Lesetiden begynte.',
    nn: 'Lesetida byrja.',
    sv: 'Lästiden började.',
    en: 'Reading time began.',
  },
  ended: {
    nb: 'Behandlingen ble avsluttet.',
    nn: 'Behandlinga vart avslutta.',
    sv: 'Behandlingen avslutades.',
    en: 'The treatment ended.',
  },
  reopened: {
    nb: 'Behandlingen ble åpnet igjen.',
    nn: 'Behandlinga vart opna igjen.',
    sv: 'Behandlingen öppnades igen.',
    en: 'The treatment was reopened.',
  },
  purged: {
    nb: 'Behandlingen ble slettet.',
    nn: 'Behandlinga vart sletta.',
    sv: 'Behandlingen gallrades.',
    en: 'The treatment was purged.',
  },
  'module-opened': {
    nb: 'Klinikken åpnet «{about}».',
    nn: 'Klinikken opna «{about}».',
    sv: 'Kliniken öppnade ”{about}”.',
    en: 'The clinic opened “{about}”.',
  },
  'module-closed': {
    nb: 'Klinikken lukket «{about}».',
    nn: 'Klinikken lukka «{about}».',
    sv: 'Kliniken stängde ”{about}”.',
    en: 'The clinic closed “{about}”.',
  },
  'module-shown': {
    nb: 'Klinikken viste «{about}».',
    nn: 'Klinikken viste «{about}».',
    sv: 'Kliniken visade ”{about}”.',
    en: 'The clinic showed “{about}”.',
  },
  'module-hidden': {
    nb: 'Klinikken skjulte «{about}».',
    nn: 'Klinikken skjulte «{about}».',
    sv: 'Kliniken dolde ”{about}”.',
    en: 'The clinic hid “{about}”.',
  },
  'step-shown': {
    nb: 'Klinikken viste «{about}».',
    nn: 'Klinikken viste «{about}».',
    sv: 'Kliniken visade ”{about}”.',
    en: 'The clinic showed “{about}”.',
  },
  'step-hidden': {
    nb: 'Klinikken skjulte «{about}».',
    nn: 'Klinikken skjulte «{about}».',
    sv: 'Kliniken dolde ”{about}”.',
    en: 'The clinic hid “{about}”.',
  },
  'rule-held': {
    nb: 'Klinikken holdt tilbake: {about}',
    nn: 'Klinikken heldt tilbake: {about}',
    sv: 'Kliniken höll tillbaka: {about}',
    en: 'The clinic held: {about}',
  },
  'rule-released': {
    nb: 'Klinikken lot gjelde igjen: {about}',
    nn: 'Klinikken lét gjelde igjen: {about}',
    sv: 'Kliniken lät gälla igen: {about}',
    en: 'The clinic let apply again: {about}',
  },
  'rule-undone': {
    nb: 'Klinikken tok tilbake: {about}',
    nn: 'Klinikken tok tilbake: {about}',
    sv: 'Kliniken tog tillbaka: {about}',
    en: 'The clinic undid: {about}',
  },
  'rule-fired': { nb: 'Regel: {about}', nn: 'Regel: {about}', sv: 'Regel: {about}', en: 'Rule: {about}' },
  other: { nb: 'Noe ble endret.', nn: 'Noko vart endra.', sv: 'Något ändrades.', en: 'Something changed.' },
  reason: { nb: 'Grunn: {reason}', nn: 'Grunn: {reason}', sv: 'Skäl: {reason}', en: 'Reason: {reason}' },
});
