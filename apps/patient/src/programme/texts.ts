import { defineTexts } from '@skute/ui/i18n';

export const programmeTexts = defineTexts('programme', {
  none: {
    nb: 'Programmet ditt kommer her når klinikken har invitert deg.',
    nn: 'Programmet ditt kjem her når klinikken har invitert deg.',
    sv: 'Ditt program kommer här när kliniken har bjudit in dig.',
    en: 'Your programme comes here when the clinic has invited you.',
  },
  begin: { nb: 'Begynn', nn: 'Begynn', sv: 'Börja', en: 'Begin' },
  goOn: { nb: 'Fortsett', nn: 'Hald fram', sv: 'Fortsätt', en: 'Carry on' },
  minutes: { nb: '{count} min', nn: '{count} min', sv: '{count} min', en: '{count} min' },
  oneByOne: {
    nb: 'Stegene åpner ett for ett.',
    nn: 'Stega opnar eitt for eitt.',
    sv: 'Stegen öppnas ett i taget.',
    en: 'The steps open one by one.',
  },
  opensLater: {
    nb: 'Åpner når du er kommet litt lenger.',
    nn: 'Opnar når du er komen litt lenger.',
    sv: 'Öppnas när du har kommit lite längre.',
    en: 'Opens when you have come a little further.',
  },
  opensByClinic: {
    nb: 'Klinikken åpner denne delen sammen med deg.',
    nn: 'Klinikken opnar denne delen saman med deg.',
    sv: 'Kliniken öppnar den här delen tillsammans med dig.',
    en: 'The clinic opens this part together with you.',
  },
  kept: { nb: 'Tatt vare på', nn: 'Teke vare på', sv: 'Sparat', en: 'Kept' },
  example: {
    nb: 'Eksempelinnhold, skal vurderes klinisk',
    nn: 'Eksempelinnhald, skal vurderast klinisk',
    sv: 'Exempelinnehåll, ska granskas kliniskt',
    en: 'Example content, to be reviewed clinically',
  },
});
