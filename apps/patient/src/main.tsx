import '@skute/ui/styles/patient.css';
import './styles/app.css';
import { makeQueryClient } from '@skute/ui/session';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepAnswers, takeOutKept } from './kept/answers.ts';
import { sendWhenOnline } from './kept/outbox.ts';
import { router } from './router.tsx';
import { showFirst } from './shell/first-look.ts';
import { todayQuery } from './today/use-today.ts';
import { startWorker } from './worker/start.ts';

const client = makeQueryClient();
takeOutKept(client);
keepAnswers(client);
sendWhenOnline(client);
if (window.location.pathname === '/') void client.prefetchQuery(todayQuery);
showFirst(client);

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
startWorker();
