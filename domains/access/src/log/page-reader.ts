export interface PageReader<Item> {
  /** Hands over items as long as the test holds. The first for which it doesn't is kept for the next call. */
  takeWhile(test: (item: Item) => boolean, use: (item: Item) => void): Promise<void>;
}

/**
 * Reads a long list a page at a time. `load` gives the page after an item, and an empty one at the end. The next page is
 * on its way while one is used.
 */
export function pageReader<Item>(
  load: (last: Item | undefined) => Promise<readonly Item[]>,
): PageReader<Item> {
  let page: readonly Item[] = [];
  let place = 0;
  let ended = false;
  let next = ahead(undefined);

  function ahead(last: Item | undefined): Promise<readonly Item[]> {
    const loading = load(last);
    // Whoever takes the page gets the failure; if nobody does it doesn't matter.
    loading.catch(() => undefined);
    return loading;
  }

  return {
    async takeWhile(test, use) {
      while (!ended) {
        for (; place < page.length; place += 1) {
          const item = page[place] as Item;
          if (!test(item)) return;
          use(item);
        }
        page = await next;
        place = 0;
        ended = page.length === 0;
        if (!ended) next = ahead(page.at(-1));
      }
    },
  };
}
