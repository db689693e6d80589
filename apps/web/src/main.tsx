import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueries } from './api/queries.js';
import './look/faces.css';
import './look/tokens.css';
import './look/ground.css';
import { createAppRouter } from './routes.js';
import { fetchAhead } from './shell/fetch-ahead.js';

const queries = createQueries();
const router = createAppRouter(queries);
fetchAhead(router);

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
