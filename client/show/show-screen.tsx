import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { currentStep } from '../../shared/domain/agenda'
import type { CanvasId } from '../../shared/domain/ids'
import { shellText } from '../text/shell'
import { showText } from '../text/show'
import { workshopShellText } from '../text/workshop-shell'
import { Banner } from '../ui/badge'
import { classes } from '../ui/classes'
import { createPageTitle } from '../ui/page-title'
import { VisuallyHidden } from '../ui/visually-hidden'
import { timerFace, timerSpoken } from '../workshop/shell/timer-text'
import { useWorkshop } from '../workshop/workshop-context'
import { Actions } from './actions'
import { createEveryoneLink } from './everyone-link'
import { JoinHere } from './join-here'
import { createKeepAwake } from './keep-awake'
import { Results } from './results'
import { type Scene, sceneOf } from './scene'
import styles from './show-screen.module.css'
import { Voting, Welcome, Writing } from './simple-scenes'

export type Shown = { id: CanvasId; title: string; look: string | null }

/**
 * What the room sees on the wall: the step, the time and what it is about, following the facilitator. Nothing here can be
 * pressed, nobody is named, and nothing is said that is meant for the facilitator alone.
 */
export function ShowScreen(props: { picture: (shown: Shown) => JSX.Element }) {
  const workshop = useWorkshop()
  const scene = createMemo(() => sceneOf(workshop.stage))
  const link = createEveryoneLink()
  createKeepAwake()
  createPageTitle(
    () => showText.pageTitle,
    () => workshop.stage.workshop?.title,
  )
  const beside = () => (scene().is === 'welcome' ? undefined : link())
  return (
    <div class={styles.screen}>
      <Top />
      <Show when={workshop.stage.announcement?.text}>
        {(said) => (
          <section class={styles.announcement} aria-label={showText.announcement}>
            <p>{said()}</p>
          </section>
        )}
      </Show>
      <div class={styles.middle}>
        <main id="main" tabindex="-1" class={styles.main}>
          <SceneView scene={scene()} picture={props.picture} link={link()} />
        </main>
        <Show when={beside()}>{(one) => <JoinHere link={one()} />}</Show>
      </div>
    </div>
  )
}

function Top() {
  const workshop = useWorkshop()
  const state = () => workshop.stage.workshop
  const at = () => (state()?.endedAt == null ? currentStep(workshop.stage.stage) : undefined)
  const banner = () => shellText.banner[state()?.banner ?? 'none']
  return (
    <header class={styles.top}>
      <div class={styles.now}>
        <p class={styles.where}>
          <Show when={banner()}>
            <Banner>{banner()}</Banner>
          </Show>
          <Show when={at()}>
            {(step) => <span>{showText.step(step().index, workshop.stage.stage.steps.length)}</span>}
          </Show>
          <span>{state()?.title}</span>
          <Show when={workshop.status().is === 'offline'}>
            <strong>{showText.outOfDate}</strong>
          </Show>
        </p>
        <h1 class={styles.title}>{at()?.step.title ?? (state()?.endedAt == null ? state()?.title : showText.ended)}</h1>
        <Show when={at()?.step.prompt}>{(prompt) => <p class={styles.prompt}>{prompt()}</p>}</Show>
      </div>
      <Show when={at()}>
        <Clock />
      </Show>
    </header>
  )
}

function Clock() {
  const workshop = useWorkshop()
  const timer = () => workshop.stage.stage.timer
  const face = createMemo(() => timerFace(timer(), workshop.now()))
  return (
    <p class={classes(styles.clock, styles[face().urgency])}>
      <span aria-hidden="true" class={styles.digits}>
        {face().digits}
      </span>
      <span aria-hidden="true" class={styles.word}>
        {face().word}
      </span>
      <VisuallyHidden>
        {workshopShellText.timer.name}, {timerSpoken(timer(), workshop.now())}
      </VisuallyHidden>
    </p>
  )
}

function SceneView(props: {
  scene: Scene
  picture: (shown: Shown) => JSX.Element
  link: ReturnType<ReturnType<typeof createEveryoneLink>>
}) {
  const workshop = useWorkshop()
  const as = <Is extends Scene['is']>(is: Is) =>
    props.scene.is === is ? (props.scene as Extract<Scene, { is: Is }>) : undefined
  const canvas = createMemo(() => as('canvas')?.canvasId)
  const titleOf = (id: CanvasId) => workshop.stage.workshop?.canvases.find((one) => one.id === id)?.title ?? ''
  return (
    <Switch>
      <Match when={as('welcome')}>
        <Welcome link={props.link} />
      </Match>
      <Match when={as('writing')}>
        <Writing />
      </Match>
      <Match when={as('voting')}>{(scene) => <Voting ballot={scene().ballot} />}</Match>
      <Match when={as('results')}>{(scene) => <Results ballot={scene().ballot} />}</Match>
      <Match when={as('agreement')}>
        <Actions only="all" />
      </Match>
      <Match when={as('record')}>
        <Actions only="records" />
      </Match>
      <Match when={canvas()} keyed>
        {(id) => (
          <div class={styles.canvas}>
            <Show when={as('canvas')?.title}>
              {(title) => (
                <p class={styles.look}>
                  <span class={styles.lookAt}>{showText.lookAt}</span> {title()}
                </p>
              )}
            </Show>
            <div class={styles.picture}>
              {props.picture({
                id,
                get title() {
                  return titleOf(id)
                },
                get look() {
                  return as('canvas')?.look ?? null
                },
              })}
            </div>
          </div>
        )}
      </Match>
    </Switch>
  )
}
