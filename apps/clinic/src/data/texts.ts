import { defineTexts } from '@skute/ui/i18n';

export const outboxTexts = defineTexts('outbox', {
  waiting_one: {
    nb: '{count} handling venter på nett. Vi sender den så snart det går.',
    nn: '{count} handling ventar på nett. Vi sender ho så snart det går.',
    sv: '{count} åtgärd väntar på nät. Vi skickar den så snart det går.',
    en: '{count} act is waiting for the network. We send it as soon as we can.',
  },
  waiting_other: {
    nb: '{count} handlinger venter på nett. Vi sender dem så snart det går.',
    nn: '{count} handlingar ventar på nett. Vi sender dei så snart det går.',
    sv: '{count} åtgärder väntar på nät. Vi skickar dem så snart det går.',
    en: '{count} acts are waiting for the network. We send them as soon as we can.',
  },
  refused: {
    nb: 'En handling ble ikke tatt imot. Noen andre kan ha vært der først. Lista er lest på nytt.',
    nn: 'Ei handling vart ikkje teken imot. Nokon andre kan ha vore der først. Lista er lesen på nytt.',
    sv: 'En åtgärd togs inte emot. Någon annan kan ha varit där först. Listan är läst på nytt.',
    en: 'One act was not accepted. Someone else may have been there first. The list has been read again.',
  },
});
