import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import type { Interaction } from 'oidc-provider';
import type { TestClient } from './clients.ts';
import { languageOf } from './page-texts.ts';
import { choicePage, messagePage, pageHeaders } from './pages.ts';
import type { TestPerson } from './people.ts';

export interface InteractionParts {
  readonly provider: () => Provider;
  readonly origin: () => string;
  readonly people: readonly TestPerson[];
  readonly clients: readonly TestClient[];
}

/** Where a real provider asks for BankID, this one asks whom to be. */
export async function interactionRoutes(app: FastifyInstance, parts: InteractionParts): Promise<void> {
  const form = 'application/x-www-form-urlencoded';
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(form, { parseAs: 'string', bodyLimit: 4096 }, (_request, body, done) =>
    done(null, new URLSearchParams(body.toString())),
  );
  const send = (reply: FastifyReply, status: number, html: string): FastifyReply =>
    reply.code(status).headers(pageHeaders(parts.origin())).send(html);
  app.get('/interaction/:uid', async (request, reply) => {
    const asked = await find(parts, request, reply);
    if (!asked) return send(reply, 400, messagePage('failed'));
    const { params } = asked;
    const kind = parts.clients.find(({ clientId }) => clientId === params.client_id)?.id ?? 'patient';
    const language = languageOf(params.ui_locales);
    return send(reply, 200, choicePage(language, parts.people, kind, request.url));
  });
  app.post('/interaction/:uid', async (request, reply) => {
    const asked = await find(parts, request, reply);
    if (!asked) return send(reply, 400, messagePage('failed'));
    const chosen = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const person = parts.people.find(({ id }) => id === chosen.get('person'));
    // Whoever cancels has chosen nobody; so has whoever sends a person that is not on the list.
    const result = person
      ? { login: { accountId: person.id, acr: person.acr, amr: ['TestID'], remember: false } }
      : { error: 'access_denied', error_description: 'nobody was chosen' };
    return reply.redirect(await parts.provider().interactionResult(request.raw, reply.raw, result), 303);
  });
}

/** The login under way in this browser, if the address names it. */
async function find(
  parts: InteractionParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Interaction | undefined> {
  const { uid } = request.params as { uid: string };
  const asked = await parts
    .provider()
    .interactionDetails(request.raw, reply.raw)
    .catch(() => undefined);
  return asked?.uid === uid ? asked : undefined;
}
