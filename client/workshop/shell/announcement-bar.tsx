import MegaphoneIcon from 'lucide-solid/icons/megaphone'
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import { attentionText } from '../../text/attention'
import { Button } from '../../ui/button'
import { classes } from '../../ui/classes'
import { keep, readKept } from '../../ui/kept'
import { announce } from '../../ui/live-region'
import { showToast } from '../../ui/toast'
import { useWorkshop } from '../workshop-context'
import styles from './announcement-bar.module.css'
import { COMPACT, createMediaQuery } from './media'

const words = attentionText.announcement
const NEWS_FOR_MS = 30_000

/** The sentence on everybody's screen until it is taken down. Folded on this device it stays as one line. */
export function AnnouncementBar(props: { onEdit?: () => void }) {
  const workshop = useWorkshop()
  // a copy: the store writes the next one into the same object, and nobody could tell them apart
  const shown = createMemo(() => workshop.stage.announcement && { ...workshop.stage.announcement }, null, {
    equals: (a, b) => a?.at === b?.at,
  })
  const compact = createMediaQuery(COMPACT)
  const folded = createFolded(
    () => workshop.id,
    () => shown()?.at,
  )
  const nameOf = (by: Parameters<typeof workshop.member>[0]) => workshop.member(by)?.name ?? attentionText.somebody
  createEffect(
    on(shown, (now) => {
      // what stood already when the page opened is read as part of it
      if (!now || workshop.now() - now.at > NEWS_FOR_MS) return
      const said = words.said(nameOf(now.by), now.text)
      // on a phone the bar stays at the head of the page, and who is further down would not see it come
      if (compact()) showToast({ text: said, seconds: 15, about: 'step' })
      else announce(said, { kind: 'step' })
    }),
  )
  return (
    <Show when={shown()}>
      {(now) => (
        <section class={classes(styles.bar, folded.is() && styles.folded)} aria-label={words.region}>
          <MegaphoneIcon aria-hidden="true" />
          <p class={styles.text}>
            <bdi>{now().text}</bdi> <span class={styles.quiet}>{words.from(nameOf(now().by))}</span>
          </p>
          <div class={styles.acts}>
            <Show when={props.onEdit}>
              {(edit) => (
                <Button small kind="quiet" onClick={() => edit()()}>
                  {words.edit}
                </Button>
              )}
            </Show>
            <Button
              small
              kind="quiet"
              aria-expanded={!folded.is()}
              aria-label={folded.is() ? words.unfoldName : words.foldName}
              onClick={folded.turn}
            >
              {folded.is() ? words.unfold : words.fold}
            </Button>
          </div>
        </section>
      )}
    </Show>
  )
}

/** Which announcement was folded here, kept over reloads; a new one is unfolded. */
function createFolded(workshopId: () => string, at: () => number | undefined) {
  const key = () => `concordat:folded/${workshopId()}`
  const [kept, setKept] = createSignal(readKept('device', key()) ?? '')
  return {
    is: () => at() !== undefined && kept() === String(at()),
    turn() {
      const next = kept() === String(at()) ? '' : String(at())
      setKept(next)
      keep('device', key(), next)
    },
  }
}
