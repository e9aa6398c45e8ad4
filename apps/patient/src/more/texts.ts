import { defineTexts } from '@skute/ui/i18n';

export const moreTexts = defineTexts('more', {
  title: { nb: 'Mer', nn: 'Meir', sv: 'Mer', en: 'More' },
  bookmarks: {
    nb: 'Det du har tatt vare på',
    nn: 'Det du har teke vare på',
    sv: 'Det du har sparat',
    en: 'What you have kept',
  },
  noBookmarks: {
    nb: 'Trykk «Ta vare på» på en side, så finner du den igjen her.',
    nn: 'Trykk «Ta vare på» på ei side, så finn du ho igjen her.',
    sv: 'Tryck ”Spara” på en sida, så hittar du den igen här.',
    en: 'Press “Keep” on a page, and you find it again here.',
  },
  minutes: { nb: '{count} min', nn: '{count} min', sv: '{count} min', en: '{count} min' },
  look: { nb: 'Slik ser appen ut', nn: 'Slik ser appen ut', sv: 'Så ser appen ut', en: 'How the app looks' },
  about: { nb: 'Om Skute', nn: 'Om Skute', sv: 'Om Skute', en: 'About Skute' },
  who: { nb: 'Hvem kan lese', nn: 'Kven kan lese', sv: 'Vem kan läsa', en: 'Who can read' },
  whoText: {
    nb: 'Bare de som behandler deg ved {unit}, kan se hvor langt du er kommet. Hver gang noen leser, blir det skrevet i en logg.',
    nn: 'Berre dei som behandlar deg ved {unit}, kan sjå kor langt du er komen. Kvar gong nokon les, blir det skrive i ein logg.',
    sv: 'Bara de som behandlar dig på {unit} kan se hur långt du har kommit. Varje gång någon läser skrivs det i en logg.',
    en: 'Only those who treat you at {unit} can see how far you have come. Each time someone reads, it is written in a log.',
  },
  kept: {
    nb: 'Hva som lagres hvor',
    nn: 'Kva som blir lagra kvar',
    sv: 'Vad som sparas var',
    en: 'What is kept where',
  },
  keptText: {
    nb: 'Klinikken lagrer hvilke sider du har åpnet. Kryss på egne lister blir aldri sendt. På din egen telefon ligger sidene så du kan lese uten nett. De blir borte når du logger ut.',
    nn: 'Klinikken lagrar kva sider du har opna. Kryss på eigne lister blir aldri sende. På din eigen telefon ligg sidene så du kan lese utan nett. Dei blir borte når du loggar ut.',
    sv: 'Kliniken sparar vilka sidor du har öppnat. Kryss på egna listor skickas aldrig. På din egen mobil ligger sidorna så att du kan läsa utan nät. De tas bort när du loggar ut.',
    en: 'The clinic keeps which pages you have opened. Ticks on your own lists are never sent. On your own phone the pages are kept so that you can read offline. They are removed when you sign out.',
  },
  open: { nb: 'Åpen kildekode', nn: 'Open kjeldekode', sv: 'Öppen källkod', en: 'Open source' },
  openText: {
    nb: 'Skute er fri programvare. Alle kan se hvordan den er laget.',
    nn: 'Skute er fri programvare. Alle kan sjå korleis han er laga.',
    sv: 'Skute är fri programvara. Alla kan se hur den är gjord.',
    en: 'Skute is free software. Everyone can see how it is made.',
  },
  signOut: { nb: 'Logg ut', nn: 'Logg ut', sv: 'Logga ut', en: 'Sign out' },
  signedInAs: {
    nb: 'Du er logget inn som {name}.',
    nn: 'Du er logga inn som {name}.',
    sv: 'Du är inloggad som {name}.',
    en: 'You are signed in as {name}.',
  },
  unsent_one: {
    nb: '{count} ting er ikke sendt ennå. Logger du ut nå, blir den borte.',
    nn: '{count} ting er ikkje sendt enno. Loggar du ut no, blir han borte.',
    sv: '{count} sak är inte skickad än. Loggar du ut nu försvinner den.',
    en: '{count} thing has not been sent yet. If you sign out now, it is lost.',
  },
  unsent_other: {
    nb: '{count} ting er ikke sendt ennå. Logger du ut nå, blir de borte.',
    nn: '{count} ting er ikkje sendt enno. Loggar du ut no, blir dei borte.',
    sv: '{count} saker är inte skickade än. Loggar du ut nu försvinner de.',
    en: '{count} things have not been sent yet. If you sign out now, they are lost.',
  },
  stay: {
    nb: 'Vent med å logge ut',
    nn: 'Vent med å logge ut',
    sv: 'Vänta med att logga ut',
    en: 'Stay signed in',
  },
  signOutAnyway: { nb: 'Logg ut likevel', nn: 'Logg ut likevel', sv: 'Logga ut ändå', en: 'Sign out anyway' },
  notEnded: {
    nb: 'Telefonen er tømt, men vi nådde ikke tjenesten. Prøv igjen når du er på nett.',
    nn: 'Telefonen er tømd, men vi nådde ikkje tenesta. Prøv igjen når du er på nett.',
    sv: 'Mobilen är tömd, men vi nådde inte tjänsten. Försök igen när du är på nätet.',
    en: 'The phone is cleared, but we could not reach the service. Try again when you are online.',
  },
});
