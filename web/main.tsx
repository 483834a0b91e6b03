import './no-eval.ts';
import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-500.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-500.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './base.css';
import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { CallError, isLost } from '../src/api/client.ts';
import { Notices } from './parts/notices.tsx';
import { Wording } from './parts/preferences.tsx';
import { router } from './router.tsx';
import { theme } from './theme.ts';

const lookAgain = 5_000;

/** What the server refused stays refused; what was lost on the way is asked again until it comes. An ended session shows the sign-in. */
const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      const ended = error instanceof CallError && error.code === 'notSignedIn' && queryKey[0] !== 'session';
      if (ended) void queries.invalidateQueries({ queryKey: ['session'] });
    },
  }),
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && isLost(error),
      refetchInterval: ({ state }) => (isLost(state.error) ? lookAgain : false),
      staleTime: 10_000,
    },
  },
});

/** The word by which the server's policy lets elements of style through; in development there is no policy. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// Mantine passes its own on, but not to what it holds the page still with below a dialogue.
setNonce(nonce);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
    <QueryClientProvider client={queries}>
      <Wording>
        <Notices />
        <RouterProvider router={router} />
      </Wording>
    </QueryClientProvider>
  </MantineProvider>,
);
