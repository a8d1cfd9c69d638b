import { createSignal, For, onMount, Show } from 'solid-js'
import type { MemberBody } from '../../shared/protocol/http'
import { call } from '../connection/call'
import { forgetCopies, unsavedInCopies } from '../connection/forget-copies'
import { refusalText } from '../text/refusals'
import { seatsText } from '../text/seats'
import { Button } from '../ui/button'
import { focusOn } from '../ui/focus'
import { hush } from '../ui/live-region'
import { InlineNotice } from '../ui/notice'
import { createPageTitle } from '../ui/page-title'
import { dismissToasts } from '../ui/toast'
import styles from './hand-over.module.css'
import type { SeatsBody } from './seats-here'

const words = seatsText.handOver

/**
 * Between two people at one device: the whole window, with nothing of the one before. The next is let in by a page that is
 * loaded afresh, so that nothing in the memory of this one, nor behind *Back*, is the other's.
 */
export function HandOver(props: { workshopId: string; here: SeatsBody; why: 'passed' | 'removed' }) {
  const [busy, setBusy] = createSignal<string>()
  const [failed, setFailed] = createSignal<string>()
  let heading!: HTMLHeadingElement
  const next = () => props.here.seats.find((seat) => seat.id === props.here.current) ?? props.here.seats[0]
  const others = () => props.here.seats.filter((seat) => seat !== next())

  createPageTitle(() => words.title(next()?.name ?? ''))
  onMount(() => {
    dismissToasts()
    hush()
    focusOn(heading)
    void forgetCopiesOf(others())
  })

  const comeIn = async ({ id }: MemberBody) => {
    setBusy(id)
    const called = await call('POST', `/api/workshops/${props.workshopId}/seats/${id}/pass`, { body: {} })
    if (called.ok) window.location.replace(window.location.pathname)
    else {
      setBusy(undefined)
      setFailed(refusalText(called.refusal))
    }
  }
  return (
    <main id="main" class={styles.page}>
      <Show when={next()}>
        {(seat) => (
          <div class={styles.middle}>
            <h1 ref={heading} tabindex="-1" class={styles.title}>
              {words.title(seat().name)}
            </h1>
            <p class={styles.lead}>{props.why === 'removed' ? words.removed : words.lead}</p>
            <Show when={failed()}>
              {(why) => (
                <InlineNotice tone="danger" live="alert" title={words.failed}>
                  {why()}
                </InlineNotice>
              )}
            </Show>
            <Button kind="main" tall wide busy={busy() === seat().id} onClick={() => void comeIn(seat())}>
              {words.iAm(seat().name)}
            </Button>
            <Show when={others().length > 0}>
              <section class={styles.others} aria-labelledby="somebody-else">
                <h2 id="somebody-else" class={styles.else}>
                  {words.else}
                </h2>
                <For each={others()}>
                  {(other) => (
                    <Button wide busy={busy() === other.id} onClick={() => void comeIn(other)}>
                      {words.iAm(other.name)}
                    </Button>
                  )}
                </For>
              </section>
            </Show>
          </div>
        )}
      </Show>
    </main>
  )
}

/** What could not be sent yet stays, under its author's name, until their next turn. */
async function forgetCopiesOf(members: readonly MemberBody[]): Promise<void> {
  for (const { id } of members) if ((await unsavedInCopies(id, [])) === 0) await forgetCopies(id)
}
