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
/** Stays drawn from the first part of the form to the receipt: the address says which of them is seen. */
const form = createRoute({
  getParentRoute: () => inside,
  path: '/form/$formId',
  component: lazyRouteComponent(() => import('./form/form-page.tsx'), 'FormPage'),
});
const formPart = createRoute({ getParentRoute: () => form, path: '$part' });
const progress = createRoute({
  getParentRoute: () => inside,
  path: '/progress',
  component: lazyRouteComponent(() => import('./progress/progress-page.tsx'), 'ProgressPage'),
});
const response = createRoute({
  getParentRoute: () => inside,
  path: '/progress/$responseId',
  component: lazyRouteComponent(() => import('./progress/response-page.tsx'), 'ResponsePage'),
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
  routeTree: root.addChildren([
    inside.addChildren([
      today,
      programme,
      step,
      finished,
      form.addChildren([formPart]),
      progress,
      response,
      more,
    ]),
    help,
  ]),
  scrollRestoration: true,
  defaultPreload: 'intent',
});
