import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Gate } from './shell/gate.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { Root } from './shell/root.tsx';
import { TodayPage } from './today/today-page.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage });

/** Pages inside ask for a session first; the help page outside is open to everybody, online or not. */
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Gate });

const today = createRoute({ getParentRoute: () => inside, path: '/', component: TodayPage });
const programme = createRoute({
  getParentRoute: () => inside,
  path: '/programme',
  component: lazyRouteComponent(() => import('./programme/programme-page.tsx'), 'ProgrammePage'),
});
const step = createRoute({
  getParentRoute: () => inside,
  path: '/step/$stepId',
  component: lazyRouteComponent(() => import('./step/step-page.tsx'), 'StepPage'),
});
const finished = createRoute({
  getParentRoute: () => inside,
  path: '/step/$stepId/finished',
  component: lazyRouteComponent(() => import('./step/finished-page.tsx'), 'FinishedPage'),
});
const more = createRoute({
  getParentRoute: () => inside,
  path: '/more',
  component: lazyRouteComponent(() => import('./more/more-page.tsx'), 'MorePage'),
});
const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(() => import('./help/help-page.tsx'), 'HelpPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([inside.addChildren([today, programme, step, finished, more]), help]),
  scrollRestoration: true,
  defaultPreload: 'intent',
});
