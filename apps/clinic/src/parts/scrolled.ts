/** For a part of a page that may scroll in its own place: without focus it can't be scrolled by key. */
export const scrolled = { tabIndex: 0 } as const;
