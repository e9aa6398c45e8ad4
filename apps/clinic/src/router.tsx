/** Every view, tab and filter has an address. Ids are opaque; no name, number or search is ever in one. */
import type { PaperKind } from '@skute/papers/contract';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { measuresQuery, papersQuery, patientQuery, steeringQuery, worklistQuery } from './data/queries.ts';
import { paperKinds } from './papers/kinds.ts';
import { type Filter, filters } from './patients/filters.ts';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { Root } from './shell/root.tsx';
import { WorklistPage } from './worklist/worklist-page.tsx';

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Root,
  notFoundComponent: NotFoundPage,
});

const front = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/worklist', replace: true });
  },
});

const worklist = createRoute({
  getParentRoute: () => root,
  path: '/worklist',
  validateSearch: (search): { split?: 'all' } => (search.split === 'all' ? { split: 'all' } : {}),
  loaderDeps: ({ search }) => search,
  // Asked for at the same time as the session, not after it.
  loader: ({ context, deps }) => void context.client.prefetchQuery(worklistQuery(deps.split ?? 'mine')),
  component: WorklistPage,
});

const patients = createRoute({
  getParentRoute: () => root,
  path: '/patients',
  validateSearch: (search): { filter?: Exclude<Filter, 'all'> } => {
    const filter = filters.find((one) => one === search.filter);
    return filter && filter !== 'all' ? { filter } : {};
  },
  component: lazyRouteComponent(() => import('./patients/patients-page.tsx'), 'PatientsPage'),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  component: lazyRouteComponent(() => import('./invite/invite-page.tsx'), 'InvitePage'),
});

const treatment = createRoute({
  getParentRoute: () => root,
  path: '/treatments/$treatmentId',
  loader: ({ context, params }) => void context.client.prefetchQuery(patientQuery(params.treatmentId)),
  component: lazyRouteComponent(() => import('./patient/patient-layout.tsx'), 'PatientLayout'),
});

const treatmentFront = createRoute({
  getParentRoute: () => treatment,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/treatments/$treatmentId/overview', params, replace: true });
  },
});

const overview = createRoute({
  getParentRoute: () => treatment,
  path: '/overview',
  component: lazyRouteComponent(() => import('./patient/overview-tab.tsx'), 'OverviewTab'),
});

const steering = createRoute({
  getParentRoute: () => treatment,
  path: '/programme',
  validateSearch: (search): { step?: string } =>
    typeof search.step === 'string' ? { step: search.step } : {},
  loader: ({ context, params }) => void context.client.prefetchQuery(steeringQuery(params.treatmentId)),
  component: lazyRouteComponent(() => import('./programme/programme-tab.tsx'), 'ProgrammeTab'),
});

const week = createRoute({
  getParentRoute: () => treatment,
  path: '/week',
  validateSearch: (search): { pane?: 1 | 2 | 3 | 4 } => {
    const pane = ([1, 2, 3, 4] as const).find((one) => one === search.pane);
    return pane === undefined ? {} : { pane };
  },
  loader: ({ context, params }) => void context.client.prefetchQuery(measuresQuery(params.treatmentId)),
  component: lazyRouteComponent(() => import('./week/week-tab.tsx'), 'WeekTab'),
});

const forms = createRoute({
  getParentRoute: () => treatment,
  path: '/forms',
  validateSearch: (search): { response?: string } =>
    typeof search.response === 'string' ? { response: search.response } : {},
  loader: ({ context, params }) => void context.client.prefetchQuery(measuresQuery(params.treatmentId)),
  component: lazyRouteComponent(() => import('./forms/forms-tab.tsx'), 'FormsTab'),
});

const papers = createRoute({
  getParentRoute: () => treatment,
  path: '/papers',
  validateSearch: (search): { write?: PaperKind; send?: true; paper?: string } => {
    const write = paperKinds.find((kind) => kind === search.write);
    return {
      ...(write ? { write, ...(search.send === true ? { send: true as const } : {}) } : {}),
      ...(typeof search.paper === 'string' ? { paper: search.paper } : {}),
    };
  },
  loader: ({ context, params }) => void context.client.prefetchQuery(papersQuery(params.treatmentId)),
  component: lazyRouteComponent(() => import('./papers/papers-tab.tsx'), 'PapersTab'),
});

const programmes = createRoute({
  getParentRoute: () => root,
  path: '/programmes',
  component: lazyRouteComponent(() => import('./programmes/programmes-page.tsx'), 'ProgrammesPage'),
});

const programme = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$versionId',
  component: lazyRouteComponent(() => import('./programmes/programme-page.tsx'), 'ProgrammePage'),
});

const tree = root.addChildren([
  front,
  worklist,
  patients,
  invite,
  treatment.addChildren([treatmentFront, week, overview, steering, forms, papers]),
  programmes,
  programme,
]);

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    basepath: '/clinic',
    // A read of a patient's page is written in the access log: only what was asked for is fetched.
    defaultPreload: false,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
