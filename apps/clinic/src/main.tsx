import './styles/clinic.css';
import { makeQueryClient } from '@skute/ui/session';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeRouter } from './router.tsx';

const client = makeQueryClient();
const router = makeRouter(client);

// A new version has been put in place while this one was open: its parts are gone, and what was typed is kept.
window.addEventListener('vite:preloadError', () => window.location.reload());

const page = document.getElementById('app');
if (page) {
  createRoot(page).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
