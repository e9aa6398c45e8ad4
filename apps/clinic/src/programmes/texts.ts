import { defineTexts } from '@skute/ui/i18n';

export const programmesTexts = defineTexts('programmes', {
  title: { nb: 'Programmer', nn: 'Program', sv: 'Program', en: 'Programmes' },
  active: {
    nb: 'Aktive i enheten',
    nn: 'Aktive i eininga',
    sv: 'Aktiva i enheten',
    en: 'Active in the unit',
  },
  none: {
    nb: 'Her kommer programmene enheten har slått på. Lederen for enheten kan slå på det første.',
    nn: 'Her kjem programma eininga har slått på. Leiaren for eininga kan slå på det første.',
    sv: 'Här kommer programmen som enheten har aktiverat. Enhetens chef kan aktivera det första.',
    en: 'The programmes that the unit has turned on will be here. The head of the unit can turn on the first.',
  },
  version: {
    nb: 'Versjon {version}',
    nn: 'Versjon {version}',
    sv: 'Version {version}',
    en: 'Version {version}',
  },
  size: {
    nb: '{modules} moduler, {steps} steg, {days} dager',
    nn: '{modules} modular, {steps} steg, {days} dagar',
    sv: '{modules} moduler, {steps} steg, {days} dagar',
    en: '{modules} modules, {steps} steps, {days} days',
  },
  example: {
    nb: 'Eksempelinnhold. Skal vurderes klinisk før bruk.',
    nn: 'Eksempelinnhald. Skal vurderast klinisk før bruk.',
    sv: 'Exempelinnehåll. Ska granskas kliniskt före användning.',
    en: 'Example content. To be reviewed clinically before use.',
  },
  outline: { nb: 'Innhold', nn: 'Innhald', sv: 'Innehåll', en: 'Contents' },
  optional: { nb: 'Valgfritt', nn: 'Valfritt', sv: 'Frivilligt', en: 'Optional' },
  calendar: { nb: 'Når det åpner', nn: 'Når det opnar', sv: 'När det öppnas', en: 'When it opens' },
  day: { nb: 'Dag {day}', nn: 'Dag {day}', sv: 'Dag {day}', en: 'Day {day}' },
  byHand: {
    nb: 'Resten åpner klinikken, eller en regel, for den enkelte.',
    nn: 'Resten opnar klinikken, eller ein regel, for den einskilde.',
    sv: 'Resten öppnar kliniken, eller en regel, för var och en.',
    en: 'The clinic, or a rule, opens the rest for each patient.',
  },
  eligibility: {
    nb: 'Hvem det passer for',
    nn: 'Kven det passar for',
    sv: 'Vem det passar för',
    en: 'Whom it fits',
  },
  invitation: {
    nb: 'En invitasjon gjelder i {count} dager.',
    nn: 'Ein invitasjon gjeld i {count} dagar.',
    sv: 'En inbjudan gäller i {count} dagar.',
    en: 'An invitation holds for {count} days.',
  },
  invite: { nb: 'Tildel program', nn: 'Tildel program', sv: 'Tilldela program', en: 'Assign a programme' },
  notActive: {
    nb: 'Dette programmet er ikke aktivt her nå.',
    nn: 'Dette programmet er ikkje aktivt her no.',
    sv: 'Programmet är inte aktivt här nu.',
    en: 'This programme is not active here now.',
  },
  back: { nb: 'Alle programmer', nn: 'Alle program', sv: 'Alla program', en: 'All programmes' },
});
