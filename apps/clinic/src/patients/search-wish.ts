/** Search text is a name or a number, so it lives in memory only: never in an address, and gone with the page. */
let text = '';
let wished = false;
const wishEvent = 'skute:search';

export function searchText(): string {
  return text;
}

export function keepSearchText(next: string): void {
  text = next;
}

/** From anywhere: the search field is wanted, perhaps with words already in it. */
export function askForSearch(words?: string): void {
  if (words !== undefined) text = words;
  wished = true;
  window.dispatchEvent(new Event(wishEvent));
}

/** True once for each wish. */
export function takeSearchWish(): boolean {
  const had = wished;
  wished = false;
  return had;
}

export function watchSearchWish(wish: () => void): () => void {
  window.addEventListener(wishEvent, wish);
  return () => window.removeEventListener(wishEvent, wish);
}
