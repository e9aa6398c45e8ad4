/** As much of a browser as a login needs: cookies, one step at a time. */
export interface SimpleBrowser {
  readonly cookies: Map<string, string>;
  get(address: string): Promise<Response>;
  post(address: string, form: Record<string, string>): Promise<Response>;
  /** Follows redirects until a page comes. */
  follow(answer: Response): Promise<{ readonly page: Response; readonly address: string }>;
}

export function aBrowser(origin: string): SimpleBrowser {
  const cookies = new Map<string, string>();
  const send = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const url = new URL(address, origin);
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'nb' },
    });
    for (const line of answer.headers.getSetCookie()) keep(cookies, line);
    // Redirects are given in full, so that `follow` knows where it came from.
    Object.defineProperty(answer, 'asked', { value: url.href });
    return answer;
  };
  return {
    cookies,
    get: (address) => send(address),
    post: (address, form) => send(address, { method: 'POST', body: new URLSearchParams(form) }),
    async follow(answer) {
      let page = answer;
      let address = (answer as Response & { asked: string }).asked;
      for (let steps = 0; page.status >= 300 && page.status < 400; steps += 1) {
        if (steps > 10) throw new Error(`no page after ten redirects, now at ${address}`);
        address = new URL(page.headers.get('location') ?? '', address).href;
        page = await send(address);
      }
      return { page, address };
    },
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(/; */);
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  const expires = attributes.find((one) => /^expires=/i.test(one))?.slice('expires='.length);
  const isGone = value === '' || (expires !== undefined && Date.parse(expires) <= Date.now());
  if (isGone) cookies.delete(name);
  else cookies.set(name, value);
}
