import type { LoginRefusal } from './refusals.ts';

export const languages = ['nb', 'nn', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** Refusals of the domain that keeps sessions, after the provider has vouched for the person. */
export type SessionRefusal = 'not-known-here' | 'no-role-here';

type Group = 'again' | 'cancelled' | 'stronger' | 'unavailable' | 'bad-link' | SessionRefusal;

interface Words {
  readonly title: string;
  readonly text: string;
}

export interface PageTexts {
  readonly failed: Readonly<Record<Group, Words>>;
  readonly logIn: string;
  readonly reference: string;
  readonly urgent: Readonly<Record<'NO' | 'SE', string>>;
  readonly onTheWay: Words;
  readonly goOn: string;
  readonly signedOut: Words;
}

/** Most refusals mean the same to a person: try once more. The log tells them apart. */
export function groupOf(refused: LoginRefusal | SessionRefusal | 'unexpected', said?: string): Group {
  if (refused === 'not-known-here' || refused === 'no-role-here') return refused;
  if (refused === 'low-acr') return 'stronger';
  if (refused === 'bad-return-address' || refused === 'unknown-provider') return 'bad-link';
  if (refused === 'provider-unreachable' || said === 'temporarily_unavailable') return 'unavailable';
  return said === 'access_denied' ? 'cancelled' : 'again';
}

const nb: PageTexts = {
  failed: {
    again: {
      title: 'Innloggingen ble ikke ferdig',
      text: 'Noe stoppet underveis, og ingen ble sluppet inn. Prøv en gang til.',
    },
    cancelled: { title: 'Du avbrøt innloggingen', text: 'Ingenting er endret. Du kan logge inn når du vil.' },
    stronger: {
      title: 'Logg inn på en sikrere måte',
      text: 'Helseopplysninger krever høyeste nivå. Bruk for eksempel BankID, Buypass eller Commfides. MinID er ikke nok.',
    },
    unavailable: {
      title: 'Innloggingen svarer ikke nå',
      text: 'Tjenesten som sier hvem du er, er borte en stund. Prøv igjen om noen minutter.',
    },
    'bad-link': {
      title: 'Lenken virker ikke',
      text: 'Adressen er skrevet feil, eller den er gammel. Gå til innloggingen i stedet.',
    },
    'not-known-here': {
      title: 'Vi finner deg ikke her',
      text: 'Innloggingen gikk bra, men du er ikke lagt til hos oss ennå. Ta kontakt med klinikken din.',
    },
    'no-role-here': {
      title: 'Du har ingen rolle her',
      text: 'Innloggingen gikk bra, men ingen avdeling har gitt deg tilgang. Spør den som styrer tilganger hos dere.',
    },
  },
  logIn: 'Logg inn',
  reference: 'Referanse, hvis du ringer oss:',
  urgent: {
    NO: 'Haster det? Ring 116 117. Ved fare for liv: ring 113.',
    SE: 'Haster det? Ring 1177. Ved fare for liv: ring 112.',
  },
  onTheWay: { title: 'Du er logget inn', text: 'Vi sender deg videre.' },
  goOn: 'Gå videre',
  signedOut: {
    title: 'Du er logget ut',
    text: 'Bruker andre denne enheten? Lukk nettleseren også.',
  },
};

const nn: PageTexts = {
  failed: {
    again: {
      title: 'Innlogginga vart ikkje ferdig',
      text: 'Noko stoppa undervegs, og ingen vart sleppte inn. Prøv ein gong til.',
    },
    cancelled: { title: 'Du avbraut innlogginga', text: 'Ingenting er endra. Du kan logge inn når du vil.' },
    stronger: {
      title: 'Logg inn på ein tryggare måte',
      text: 'Helseopplysningar krev høgaste nivå. Bruk til dømes BankID, Buypass eller Commfides. MinID er ikkje nok.',
    },
    unavailable: {
      title: 'Innlogginga svarar ikkje no',
      text: 'Tenesta som seier kven du er, er borte ei stund. Prøv igjen om nokre minutt.',
    },
    'bad-link': {
      title: 'Lenkja verkar ikkje',
      text: 'Adressa er skriven feil, eller ho er gammal. Gå til innlogginga i staden.',
    },
    'not-known-here': {
      title: 'Vi finn deg ikkje her',
      text: 'Innlogginga gjekk bra, men du er ikkje lagd til hos oss enno. Ta kontakt med klinikken din.',
    },
    'no-role-here': {
      title: 'Du har inga rolle her',
      text: 'Innlogginga gjekk bra, men inga avdeling har gitt deg tilgang. Spør den som styrer tilgangar hos dykk.',
    },
  },
  logIn: 'Logg inn',
  reference: 'Referanse, dersom du ringjer oss:',
  urgent: {
    NO: 'Hastar det? Ring 116 117. Ved fare for liv: ring 113.',
    SE: 'Hastar det? Ring 1177. Ved fare for liv: ring 112.',
  },
  onTheWay: { title: 'Du er logga inn', text: 'Vi sender deg vidare.' },
  goOn: 'Gå vidare',
  signedOut: {
    title: 'Du er logga ut',
    text: 'Brukar andre denne eininga? Lukk nettlesaren òg.',
  },
};

const sv: PageTexts = {
  failed: {
    again: {
      title: 'Inloggningen blev inte klar',
      text: 'Något stannade på vägen, och ingen släpptes in. Försök en gång till.',
    },
    cancelled: { title: 'Du avbröt inloggningen', text: 'Inget har ändrats. Du kan logga in när du vill.' },
    stronger: {
      title: 'Logga in på ett säkrare sätt',
      text: 'Uppgifter om hälsa kräver högsta nivån. Använd till exempel BankID.',
    },
    unavailable: {
      title: 'Inloggningen svarar inte nu',
      text: 'Tjänsten som säger vem du är är borta en stund. Försök igen om några minuter.',
    },
    'bad-link': {
      title: 'Länken fungerar inte',
      text: 'Adressen är felskriven, eller så är den gammal. Gå till inloggningen i stället.',
    },
    'not-known-here': {
      title: 'Vi hittar dig inte här',
      text: 'Inloggningen gick bra, men du finns inte hos oss än. Kontakta din klinik.',
    },
    'no-role-here': {
      title: 'Du har ingen roll här',
      text: 'Inloggningen gick bra, men ingen enhet har gett dig tillgång. Fråga den som styr behörigheter hos er.',
    },
  },
  logIn: 'Logga in',
  reference: 'Referens, om du ringer oss:',
  urgent: {
    NO: 'Kan det inte vänta? Ring 116 117. Vid fara för liv: ring 113.',
    SE: 'Kan det inte vänta? Ring 1177. Vid fara för liv: ring 112.',
  },
  onTheWay: { title: 'Du är inloggad', text: 'Vi skickar dig vidare.' },
  goOn: 'Gå vidare',
  signedOut: {
    title: 'Du är utloggad',
    text: 'Använder andra den här enheten? Stäng webbläsaren också.',
  },
};

const en: PageTexts = {
  failed: {
    again: {
      title: 'The login was not completed',
      text: 'Something stopped on the way, and nobody was let in. Try once more.',
    },
    cancelled: { title: 'You stopped the login', text: 'Nothing has changed. You can log in when you like.' },
    stronger: {
      title: 'Log in in a safer way',
      text: 'Health information needs the highest level. Use BankID, Buypass or Commfides, for example. MinID is not enough.',
    },
    unavailable: {
      title: 'The login does not answer now',
      text: 'The service that says who you are is away for a while. Try again in a few minutes.',
    },
    'bad-link': {
      title: 'The link does not work',
      text: 'The address is mistyped, or it is old. Go to the login instead.',
    },
    'not-known-here': {
      title: 'We cannot find you here',
      text: 'The login went well, but you have not been added here yet. Get in touch with your clinic.',
    },
    'no-role-here': {
      title: 'You have no role here',
      text: 'The login went well, but no unit has given you access. Ask the person who manages access where you work.',
    },
  },
  logIn: 'Log in',
  reference: 'Reference, if you call us:',
  urgent: {
    NO: 'Can it not wait? Call 116 117. Life at risk: call 113.',
    SE: 'Can it not wait? Call 1177. Life at risk: call 112.',
  },
  onTheWay: { title: 'You are logged in', text: 'We are sending you on.' },
  goOn: 'Go on',
  signedOut: {
    title: 'You are logged out',
    text: 'Do others use this device? Close the browser too.',
  },
};

export const pageTexts: Readonly<Record<Language, PageTexts>> = { nb, nn, sv, en };
