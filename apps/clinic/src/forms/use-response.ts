import type { ResponseView } from '@skute/treatment/contract';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { measuresQuery, responseQuery } from '../data/queries.ts';

/** One response item by item, if there is one. When it was unread until now, the list is told. */
export function useResponse(
  treatmentId: string,
  responseId: string | undefined,
): UseQueryResult<ResponseView> {
  const client = useQueryClient();
  const query = useQuery({
    ...responseQuery(treatmentId, responseId ?? ''),
    enabled: responseId !== undefined,
  });
  const readAt = query.data?.response.readAt ?? null;
  useEffect(() => {
    if (readAt === null) return;
    const { queryKey } = measuresQuery(treatmentId);
    client.setQueryData(queryKey, (measures) =>
      measures?.responses.some(({ id, readAt: known }) => id === responseId && known === null)
        ? {
            ...measures,
            responses: measures.responses.map((line) =>
              line.id === responseId ? { ...line, readAt } : line,
            ),
          }
        : measures,
    );
  }, [client, treatmentId, responseId, readAt]);
  return query;
}
