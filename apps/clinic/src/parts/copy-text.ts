import { sayNotice } from './notices.tsx';

/** Puts text on the clipboard and says whether that went well. Where the browser refuses, the text is still on the page. */
export async function copyText(text: string, said: { done: string; failed: string }): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    sayNotice(said.done);
  } catch {
    sayNotice(said.failed, 'trouble');
  }
}
