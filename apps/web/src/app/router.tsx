import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { paths } from '../config/paths'
import { AppLayout } from './layout'
import { NotFoundPage, RouteErrorPage } from './error-pages'

/** Pages are loaded when they are first opened. */
export const routes: RouteObject[] = [
  {
    ErrorBoundary: RouteErrorPage,
    HydrateFallback: () => null,
    children: [
      { path: '/sign-in', lazy: { Component: async () => (await import('./routes/sign-in')).SignInRoute } },
      { path: paths.setUp, lazy: { Component: async () => (await import('./routes/set-up')).SetUpRoute } },
      {
        Component: AppLayout,
        children: [
          {
            ErrorBoundary: RouteErrorPage,
            children: [
              { path: paths.home, element: <Navigate to={paths.alerts} replace /> },
              { path: paths.overview, lazy: { Component: async () => (await import('./routes/overview')).OverviewRoute } },
              { path: paths.alerts, lazy: { Component: async () => (await import('./routes/alerts')).AlertsRoute } },
              { path: paths.incidents, lazy: { Component: async () => (await import('./routes/incidents')).IncidentsRoute } },
              { path: paths.incident(':number'), lazy: { Component: async () => (await import('./routes/incident')).IncidentRoute } },
              { path: '/observables/:kind/:value', lazy: { Component: async () => (await import('./routes/observable')).ObservableRoute } },
              { path: paths.lists, lazy: { Component: async () => (await import('./routes/lists')).ListsRoute } },
              { path: paths.list(':listId'), lazy: { Component: async () => (await import('./routes/list')).ListRoute } },
              { path: paths.rules, lazy: { Component: async () => (await import('./routes/rules')).RulesRoute } },
              { path: paths.newRule, lazy: { Component: async () => (await import('./routes/rule')).NewRuleRoute } },
              { path: paths.rule(':ruleId'), lazy: { Component: async () => (await import('./routes/rule')).RuleRoute } },
              { path: paths.devices, lazy: { Component: async () => (await import('./routes/devices')).DevicesRoute } },
              { path: paths.device(':deviceId'), lazy: { Component: async () => (await import('./routes/device')).DeviceRoute } },
              { path: paths.sources, lazy: { Component: async () => (await import('./routes/sources')).SourcesRoute } },
              {
                path: paths.enrichmentTab(':tab?'),
                lazy: { Component: async () => (await import('./routes/enrichment')).EnrichmentRoute },
              },
              { path: paths.workflow, lazy: { Component: async () => (await import('./routes/workflow')).WorkflowRoute } },
              {
                path: paths.notifications,
                lazy: { Component: async () => (await import('./routes/notifications')).NotificationsRoute },
              },
              { path: paths.apiKeys, lazy: { Component: async () => (await import('./routes/api-keys')).ApiKeysRoute } },
              { path: paths.graphiql, lazy: { Component: async () => (await import('./routes/graphiql')).GraphiqlRoute } },
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
    ],
  },
]

export const createRouter = () => createBrowserRouter(routes)
