import { createEffect, createMemo, createSignal, on, onCleanup, Show, untrack } from 'solid-js'
import type { CanvasView } from '../../../shared/domain/canvas-view'
import type { CanvasId } from '../../../shared/domain/ids'
import type { ConnectionStatus } from '../../connection/connection-status'
import { stepsText } from '../../text/steps'
import { announce } from '../../ui/live-region'
import { PageNotice } from '../../ui/page-notice'
import { useWorkshopInside } from '../workshop-context'
import { awayNews, type Seen, seenNow } from './away-news'
import { createLastSeen } from './last-seen'

const words = stepsText.away

/** Shorter than this is nothing to speak of, ms. */
const LEAST_MS = 5_000
/** What came since is on the screen by then, ms. */
const SETTLED_MS = 300

const isLive = ({ is }: ConnectionStatus) => is === 'live' || is === 'saving-paused'

type Away = { seconds: number; news: string[] }

/** After a lost connection: how long one was away, and what has changed meanwhile. Stays until it is read. */
export function AwayNotice(props: { canvas: () => { id: CanvasId; view: CanvasView } | undefined }) {
  const { workshop, stageStatus } = useWorkshopInside()
  const [away, setAway] = createSignal<Away>()
  const lastSeen = createLastSeen()
  // another page opens another room: only the loss of the one that is always open is an absence
  const isHere = createMemo(() => isLive(stageStatus()))
  const isBack = createMemo(() => isHere() && isLive(workshop.status()))
  let left: { at: number; seen: Seen } | undefined

  const cameBack = (seen: Seen, ms: number) => {
    const turns = awayNews(seen, { stage: workshop.stage, canvas: props.canvas(), me: workshop.me().id })
    const news = turns.map(({ text }) => text)
    const seconds = Math.round(ms / 1_000)
    setAway({ seconds, news })
    announce([`${words.title(seconds)}.`, ...(news.length > 0 ? news : [words.nothing])].join(' '), { kind: 'step' })
    left = undefined
  }
  createEffect(
    on(isHere, (now, before) => {
      if (now || !before || left) return
      left = { at: lastSeen.at(), seen: untrack(() => seenNow(workshop.stage, props.canvas())) }
    }),
  )
  createEffect(
    on(isBack, (now) => {
      const since = left
      if (!now || !since) return
      const ms = Date.now() - since.at
      if (ms < LEAST_MS) {
        left = undefined
        return
      }
      const timer = setTimeout(() => untrack(() => cameBack(since.seen, ms)), SETTLED_MS)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  return (
    <Show when={away()}>
      {(now) => (
        <PageNotice label={words.region} dismiss={words.dismiss} onDismiss={() => setAway(undefined)}>
          <strong>{words.title(now().seconds)}.</strong> {now().news.length > 0 ? now().news.join(' ') : words.nothing}
        </PageNotice>
      )}
    </Show>
  )
}
