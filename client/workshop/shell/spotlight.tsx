import { useLocation, useNavigate } from '@solidjs/router'
import ScanEye from 'lucide-solid/icons/scan-eye'
import { createEffect, createMemo, createSignal, on, onCleanup, Show } from 'solid-js'
import type { Spotlight } from '../../../shared/domain/attention'
import { spotlightNow } from '../../../shared/domain/stage-view'
import { attentionText as words } from '../../text/attention'
import { Button } from '../../ui/button'
import { announce } from '../../ui/live-region'
import { showToast } from '../../ui/toast'
import { useWorkshop } from '../workshop-context'
import { type Activity, createActivity } from './activity'
import { useAttention } from './attention'
import { createBringing } from './bringing'
import { createCanvasChoice } from './canvas-choice'
import { preferredView } from './preferred-view'
import styles from './spotlight.module.css'
import { pageOf } from './spotlight-pages'

/** Older than this when a page opens, it is no news: who comes late starts where the workshop is. */
const NEWS_FOR_MS = 5 * 60_000

/**
 * Follows where a facilitator points. Who is on that page, and not in the middle of something, is shown the item there;
 * everybody else is asked, and stays where they are until they go. Focus moves only with who presses *Go there*.
 */
export function SpotlightFollower(props: { board: boolean }) {
  const workshop = useWorkshop()
  const activity = createActivity()
  const follow = createFollowing(activity)
  const [answered, setAnswered] = createSignal<number>()
  const spotlight = createMemo(() => (workshop.me().preview ? null : copyOf(spotlightNow(workshop.stage))), null, {
    equals: (a, b) => a?.at === b?.at,
  })
  const mine = () => spotlight()?.by === workshop.me().id
  const facilitates = () => workshop.me().role === 'facilitator'
  const asked = () => {
    const now = spotlight()
    return now && !mine() && answered() !== now.at ? now : undefined
  }

  createEffect(
    on(spotlight, (now) => {
      if (!now || mine()) return
      const isNews = workshop.now() - now.at < NEWS_FOR_MS
      if (!isNews || follow.byItself(now)) setAnswered(now.at)
      else sayOnceNotTyping(activity, `${words.asks(nameOf(now), now.page, now.title)} ${words.goThereIs}`)
    }),
  )
  const nameOf = (now: Spotlight) => workshop.member(now.by)?.name ?? words.somebody
  const goThere = (now: Spotlight) => {
    setAnswered(now.at)
    follow.onRequest(now, props.board)
  }
  const bringing = createBringing()
  return (
    <>
      <Show when={asked()}>
        {(now) => (
          <section class={styles.notice} aria-label={words.region}>
            <ScanEye aria-hidden="true" />
            <p>{words.asks(nameOf(now()), now().page, now().title)}</p>
            <div class={styles.acts}>
              <Button small kind="main" onClick={() => goThere(now())}>
                {words.goThere}
              </Button>
              <Button small kind="quiet" onClick={() => setAnswered(now().at)}>
                {words.notNow}
              </Button>
            </div>
          </section>
        )}
      </Show>
      <Show when={facilitates() && !asked() && spotlight()}>
        {(now) => (
          <section class={styles.mine} aria-label={words.region}>
            <ScanEye aria-hidden="true" />
            <p>{mine() ? words.youAsk(now().page, now().title) : words.asks(nameOf(now()), now().page, now().title)}</p>
            <Button small onClick={() => void bringing.stop()}>
              {words.stop}
            </Button>
          </section>
        )}
      </Show>
    </>
  )
}

/** The store writes the next one into the same object: only a copy can be told from it. */
function copyOf(now: Spotlight | null): Spotlight | null {
  return now && { ...now, item: now.item && { ...now.item } }
}

/** The two ways of being taken there. */
function createFollowing(activity: Activity) {
  const workshop = useWorkshop()
  const attention = useAttention()
  const navigate = useNavigate()
  const location = useLocation()
  const chosen = createCanvasChoice()
  const isHere = (now: Spotlight) =>
    pageOf(location.pathname) === now.page && (now.canvasId === null || now.canvasId === chosen())
  const show = (now: Spotlight, focus: boolean) => {
    if (now.canvasId !== null && now.item !== null)
      attention.want({ canvasId: now.canvasId, item: { ...now.item }, focus })
  }
  return {
    /** Answers no where the person has to be asked. */
    byItself(now: Spotlight): boolean {
      if (!isHere(now)) return false
      if (now.item === null) return true
      if (activity.busy()) return false
      show(now, false)
      const name = workshop.member(now.by)?.name ?? words.somebody
      // seen by the eyes alone: whoever reads by focus goes there when they want to
      const action = { label: words.goThere, run: () => show(now, true) }
      showToast({ text: words.brought(name, now.page, now.title), about: 'step', action })
      return true
    },
    onRequest(now: Spotlight, board: boolean): void {
      show(now, true)
      if (!isHere(now)) navigate(hrefOf(now, board))
    },
  }
  function hrefOf({ page, canvasId }: Spotlight, board: boolean): string {
    const base = `/w/${workshop.id}`
    if (page !== 'canvas') return `${base}/${page}`
    const onCanvas = pageOf(location.pathname) === 'canvas'
    const list = !board || (onCanvas ? location.pathname.endsWith('/list') : preferredView() === 'list')
    return `${base}${list ? '/list' : ''}?canvas=${canvasId}`
  }
}

/** A sentence read out in the middle of one's own is lost, and so is one's own. */
function sayOnceNotTyping(activity: Activity, text: string): void {
  if (!activity.typing()) {
    announce(text, { kind: 'step' })
    return
  }
  const timer = setInterval(() => {
    if (activity.typing()) return
    clearInterval(timer)
    announce(text, { kind: 'step' })
  }, 1_000)
  onCleanup(() => clearInterval(timer))
}
