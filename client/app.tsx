import { Route, Router, type RouteSectionProps, useLocation } from '@solidjs/router'
import { type Component, createEffect, ErrorBoundary, on } from 'solid-js'
import styles from './app.module.css'
import { FaultPage } from './routes/fault'
import { whenFirstViewIsThere } from './routes/first-view'
import { LoadingPage } from './routes/loading-page'
import { startPage } from './routes/page-start'
import { startAgain } from './routes/start-again'
import { shellText } from './text/shell'
import { late } from './ui/late'
import { LiveRegion } from './ui/live-region'
import { Toasts } from './ui/toast'

const WorkshopPage = page(() => import('./routes/workshop/workshop-page'), 'WorkshopPage')
const VIEWS = {
  board: page(() => import('./routes/workshop/board'), 'BoardPage'),
  list: page(() => import('./routes/workshop/list'), 'ListPage'),
  sort: page(() => import('./routes/workshop/sort'), 'SortPage'),
  results: page(() => import('./routes/workshop/results'), 'ResultsPage'),
  agreement: page(() => import('./routes/workshop/agreement'), 'AgreementPage'),
  record: page(() => import('./routes/workshop/record'), 'RecordPage'),
  plan: page(() => import('./routes/workshop/plan'), 'PlanPage'),
  copies: page(() => import('./routes/workshop/copies'), 'CopiesPage'),
}

/**
 * The code of all views comes as soon as the first of them is there (the canvas of the board does not): going from one to
 * another must not wait for the network while others' changes come in, and has to work without a network.
 */
function loadViews(): void {
  whenFirstViewIsThere(() => {
    for (const view of Object.values(VIEWS)) void view.preload()
  })
}

/** Every address of the product. Each page is a chunk of its own: the join page loads neither documents nor dialogs. */
export function App() {
  return (
    <>
      <Router root={Root}>
        <Route path="/" component={page(() => import('./routes/home'), 'HomePage')} />
        <Route path="/new" component={page(() => import('./routes/new'), 'NewWorkshopPage')} />
        <Route path="/join/:token?" component={page(() => import('./routes/join'), 'JoinPage')} />
        <Route path="/w/:id/show" component={page(() => import('./routes/workshop/show'), 'ShowPage')} />
        <Route path="/w/:id" component={WorkshopPage} preload={loadViews}>
          <Route path="/" component={VIEWS.board} />
          <Route path="/list" component={VIEWS.list} />
          <Route path="/sort" component={VIEWS.sort} />
          <Route path="/results" component={VIEWS.results} />
          <Route path="/agreement" component={VIEWS.agreement} />
          <Route path="/record" component={VIEWS.record} />
          <Route path="/plan" component={VIEWS.plan} />
          <Route path="/copies/:copy?" component={VIEWS.copies} />
        </Route>
        <Route path="/privacy" component={page(() => import('./routes/privacy'), 'PrivacyPage')} />
        <Route path="/accessibility" component={page(() => import('./routes/accessibility'), 'AccessibilityPage')} />
        <Route path="/help" component={page(() => import('./routes/help'), 'HelpPage')} />
        <Route path="*" component={page(() => import('./routes/not-found'), 'NotFoundPage')} />
      </Router>
      <LiveRegion />
      <Toasts />
    </>
  )
}

/** A page loaded when it is first needed. */
function page<Name extends string, Props extends object>(
  load: () => Promise<Record<Name, Component<Props>>>,
  name: Name,
) {
  return late(
    () => load().then((module) => module[name], startAgain),
    () => <LoadingPage label={shellText.loading} />,
  )
}

function Root(props: RouteSectionProps) {
  const location = useLocation()
  createEffect(on(() => location.pathname, startPage, { defer: true }))
  return (
    <div class={styles.app} data-page>
      <ErrorBoundary fallback={(_fault, again) => <FaultPage again={again} />}>{props.children}</ErrorBoundary>
    </div>
  )
}
