import { useLocation, useNavigate, useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, on, onCleanup, type ParentProps, Show } from 'solid-js'
import { currentStep } from '../../../shared/domain/agenda'
import type { CanvasId } from '../../../shared/domain/ids'
import { WaitingButton } from '../../facilitation/door'
import { GoToStep } from '../../facilitation/go-to-step'
import { StepControls } from '../../facilitation/step-controls'
import { UnlockButton } from '../../facilitation/unlock-button'
import { WorkshopMenu } from '../../facilitation/workshop-menu'
import { createPassing } from '../../seats/passing'
import { SeatsBar } from '../../seats/seats-bar'
import { createSeatsHere } from '../../seats/seats-here'
import { shellText } from '../../text/shell'
import { workshopShellText as words } from '../../text/workshop-shell'
import { Button } from '../../ui/button'
import { classes } from '../../ui/classes'
import { late } from '../../ui/late'
import { announce } from '../../ui/live-region'
import { createPageTitle } from '../../ui/page-title'
import { Footer, SkipLinks } from '../../ui/shell'
import { createVotingNews } from '../../voting/announce-voting'
import { VotingBar } from '../../voting/voting-bar'
import type { Canvas } from '../../workshop/contract'
import { CanvasNewsContext, createCanvasNews } from '../../workshop/news/create-news'
import { WhatChangedButton } from '../../workshop/news/what-changed-button'
import { WhatChangedPanel } from '../../workshop/news/what-changed-panel'
import { NotAddedTray } from '../../workshop/not-added-tray'
import { NotKeptBar } from '../../workshop/not-kept-bar'
import { PrivateBars } from '../../workshop/private/private-bars'
import { AnnouncementBar } from '../../workshop/shell/announcement-bar'
import type { TurnAt } from '../../workshop/shell/away-news'
import { AwayNotice } from '../../workshop/shell/away-notice'
import { CanvasSwitch, createCanvasChoice } from '../../workshop/shell/canvas-choice'
import { CompactHeader, WorkshopHeader } from '../../workshop/shell/header'
import { COMPACT, createMediaQuery, NARROW } from '../../workshop/shell/media'
import { LeftOutBar, PreviewBar, StateBar } from '../../workshop/shell/notices'
import { rememberView } from '../../workshop/shell/preferred-view'
import { RoleNews } from '../../workshop/shell/role-news'
import { useCanvas } from '../../workshop/shell/shared-canvases'
import { SpotlightFollower } from '../../workshop/shell/spotlight'
import { StepBar } from '../../workshop/shell/step-bar'
import { StepElsewhere } from '../../workshop/shell/step-canvas'
import { createStuckTop } from '../../workshop/shell/stuck-top'
import { TimerNotices } from '../../workshop/shell/timer'
import { createViewLinks, viewOf } from '../../workshop/shell/views'
import { useWorkshop } from '../../workshop/workshop-context'
import { firstViewIsThere, whenFirstViewIsThere } from '../first-view'
import { useBoardOffered } from './board-offered'
import { rememberContact } from './last-contact'
import { createPanels, ShowPanelProvider } from './panel-control'
import styles from './workshop-frame.module.css'

/** What opens over the page comes after the page, or with the first press that asks for it. */
const Panels = late(
  () => import('./panels').then((module) => module.Panels),
  () => null,
)
whenFirstViewIsThere(() => void Panels.preload())

/** The frame of every page of a workshop: bars above, the page, what was not added, links below. */
export function WorkshopFrame(props: ParentProps) {
  const workshop = useWorkshop()
  const location = useLocation()
  const [search] = useSearchParams<{ canvas?: string }>()
  const compact = createMediaQuery(COMPACT)
  const narrow = createMediaQuery(NARROW)
  const panels = createPanels()
  const seats = createSeatsHere()
  const passing = createPassing()
  let bars!: HTMLDivElement

  const view = () => viewOf(location.pathname)
  const onCanvas = () => view() === 'board' || view() === 'list' || view() === 'sort'
  const canvas = createCanvasChoice()
  const [shown, setShown] = createSignal<Canvas>()
  const news = createCanvasNews(shown)
  const title = () => (!ended() && currentStep(workshop.stage.stage)?.step.title) || workshop.stage.workshop?.title
  const ended = () => (workshop.stage.workshop?.endedAt ?? null) !== null
  const voting = () => workshop.stage.ballots.length > 0
  const facilitates = () => workshop.me().role === 'facilitator' && !workshop.me().preview
  const boardOffered = useBoardOffered()
  const views = createViewLinks({ id: () => workshop.id, board: boardOffered, ended, voting })
  const hrefOf = (wanted: 'record' | 'results' | 'agreement') => views().find((link) => link.id === wanted)?.href ?? '/'
  const ownHref = () => location.pathname
  const goTo = createWayTo(hrefOf)
  /** Only to what is on the page: after the end there is no step, and who may not write has no field. */
  const skips = () => [
    ...(ended() && !compact() ? [] : [skipTo.step]),
    ...(view() === 'list' ? [skipTo.notes] : [skipTo.main]),
    ...(view() === 'list' && workshop.may('add-note') ? [skipTo.addNote] : []),
  ]

  const isFirstViewThere = createFirstView()
  createStuckTop(() => bars)
  rememberViews(view)
  rememberContact(workshop)
  goToRecordAtTheEnd(ended, view)
  tellOfVoting(view)
  createPageTitle(
    () => (onCanvas() ? currentStep(workshop.stage.stage)?.step.title : undefined),
    () => words.pageTitle[view()],
    () => workshop.stage.workshop?.title,
  )

  const menu = () => (
    <WorkshopMenu
      compact={compact()}
      views={views()}
      onOpen={(panel) => (panel === 'changes' ? news.panel.show() : panels.show(panel))}
      news={news.canvasId() === undefined ? undefined : news.count()}
      previewHref={`${location.pathname}?preview=participant`}
    />
  )
  return (
    <CanvasNewsContext.Provider value={news}>
      <div class={classes(styles.frame, view() === 'board' && styles.filled)}>
        <SkipLinks links={skips()} />
        <TimerNotices />
        <div ref={bars} class={styles.bars}>
          <PreviewBar leaveHref={ownHref()} />
          <SeatsBar seats={seats} passing={passing} />
          <Show when={!compact()} fallback={<CompactHeader menu={menu()} title={title()} heads={onCanvas()} />}>
            <WorkshopHeader
              heads={onCanvas() && ended()}
              views={views()}
              onBrief={() => panels.show('brief')}
              onPeople={() => panels.show('people')}
              news={
                <Show when={view() === 'board'}>
                  <WhatChangedButton short={narrow()} />
                </Show>
              }
              share={
                <Show when={facilitates()}>
                  <WaitingButton onOpen={() => panels.show('people')} />
                  <Show when={!ended()}>
                    <Button small kind="main" onClick={() => panels.show('share')}>
                      {words.share}
                    </Button>
                  </Show>
                </Show>
              }
              menu={menu()}
            />
          </Show>
          <Show when={!ended()}>
            <StepBar
              compact={compact()}
              heads={onCanvas()}
              goTo={facilitates() ? (step, close) => <GoToStep step={step} onGo={close} /> : undefined}
              controls={
                <Show when={facilitates()}>
                  <Show when={compact()}>
                    <WaitingButton onOpen={() => panels.show('people')} />
                  </Show>
                  <StepControls />
                </Show>
              }
            />
          </Show>
          <AnnouncementBar onEdit={facilitates() ? () => panels.show('announce') : undefined} />
          <SpotlightFollower board={boardOffered()} />
          {/* who has chosen a canvas is not taken away from it by any step */}
          <Show when={onCanvas() && !search.canvas}>
            <StepElsewhere />
          </Show>
        </div>
        <RoleNews />
        <Show when={view() !== 'record'}>
          <StateBar
            recordHref={hrefOf('record')}
            unlock={
              <Show when={facilitates()}>
                <UnlockButton />
              </Show>
            }
          />
        </Show>
        <Show when={onCanvas() || view() === 'agreement'}>
          <VotingBar href={hrefOf('results')} onOpenBallot={() => panels.show('ballot')} />
        </Show>
        <Show when={onCanvas()}>
          <CanvasSwitch />
          <Show when={canvas()} keyed>
            {(id) => (
              <>
                <LeftOutBar canvasId={id} />
                <ShownCanvas id={id} onShown={setShown} />
              </>
            )}
          </Show>
        </Show>
        <Show when={!ended()}>
          <PrivateBars canvas={shown()} />
        </Show>
        <AwayNotice canvas={shown} />
        <NotKeptBar />
        <NotAddedTray />
        <main id="main" tabindex="-1" class={styles.main}>
          <ShowPanelProvider value={panels.show}>{props.children}</ShowPanelProvider>
        </main>
        <Show when={view() !== 'board'}>
          <Footer links={shellText.footer} />
        </Show>
        <Show when={isFirstViewThere() || panels.open().is !== 'none'}>
          <Panels panels={panels} seats={seats} passing={passing} />
        </Show>
        <WhatChangedPanel onReadAloud={() => panels.show('read-aloud')} onGoTo={goTo} />
      </div>
    </CanvasNewsContext.Provider>
  )
}

/** Whether the page that one came for is complete: all that is open on it has arrived, or will not for now. */
function createFirstView(): () => boolean {
  const workshop = useWorkshop()
  const [isThere, setThere] = createSignal(false)
  whenFirstViewIsThere(() => setThere(true))
  createEffect(() => {
    // seen first, and only then the rest: to set up what is not seen yet takes as long as three frames
    if (workshop.status().is !== 'connecting') requestAnimationFrame(() => setTimeout(firstViewIsThere))
  })
  return isThere
}

/** Which canvas is on the page now, for what stands round it. */
function ShownCanvas(props: { id: CanvasId; onShown: (canvas: Canvas | undefined) => void }) {
  props.onShown(useCanvas(props.id))
  onCleanup(() => props.onShown(undefined))
  return null
}

/** The last two are ids of the outline: what it is about, and where one writes. */
const skipTo = {
  step: { href: '#step', label: words.skip.now },
  main: { href: '#main', label: words.skip.main },
  notes: { href: '#notes', label: words.skip.notes },
  addNote: { href: '#add-note-text', label: words.skip.addNote },
}

/** Where voting is: said on every page, with the way to the result for those who are elsewhere. */
function tellOfVoting(view: () => ReturnType<typeof viewOf>): void {
  const workshop = useWorkshop()
  const navigate = useNavigate()
  createVotingNews({
    isHere: () => view() === 'results',
    onSee: () => navigate(`/w/${workshop.id}/results`),
  })
}

/** Where a turn of the workshop is seen: here on the page, or on a page of its own, which takes focus by itself. */
function createWayTo(hrefOf: (page: 'results' | 'agreement') => string): (turn: TurnAt) => HTMLElement | null {
  const navigate = useNavigate()
  return (turn) => {
    if (turn === 'step') return document.getElementById('step')
    if (turn === 'canvas') return document.getElementById('notes') ?? document.getElementById('main')
    navigate(hrefOf(turn))
    return null
  }
}

function rememberViews(view: () => ReturnType<typeof viewOf>): void {
  createEffect(() => {
    const now = view()
    if (now === 'board' || now === 'list') rememberView(now)
  })
}

/** When the workshop ends under people's eyes, they are taken to its record; those who read something else stay. */
function goToRecordAtTheEnd(ended: () => boolean, view: () => ReturnType<typeof viewOf>): void {
  const workshop = useWorkshop()
  const navigate = useNavigate()
  createEffect(
    on(ended, (now, before) => {
      if (!now || before !== false || view() === 'record') return
      announce(words.endedNow, { kind: 'step' })
      navigate(`/w/${workshop.id}/record`)
    }),
  )
}
