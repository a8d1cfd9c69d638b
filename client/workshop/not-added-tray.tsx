import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { For, Show } from 'solid-js'
import { workshopText } from '../text/workshop'
import { Button } from '../ui/button'
import { CopyButton } from '../ui/copy-button'
import { focusOn } from '../ui/focus'
import { Row } from '../ui/layout'
import { announce } from '../ui/live-region'
import { showToast } from '../ui/toast'
import type { NotAddedItem } from './not-added'
import styles from './not-added-tray.module.css'
import { useWorkshopInside } from './workshop-context'

const words = workshopText.notAdded

/** Words that the server did not take, kept here until their author says what to do with them. Nothing when there are none. */
export function NotAddedTray() {
  const { notAdded } = useWorkshopInside()
  let heading!: HTMLHeadingElement
  return (
    <Show when={notAdded.items().length > 0}>
      <section class={styles.tray} aria-labelledby="not-added">
        <h2 id="not-added" ref={heading} class={styles.heading} tabindex="-1">
          <TriangleAlert aria-hidden="true" />
          {words.heading(notAdded.items().length)}
        </h2>
        <For each={notAdded.items()}>{(item) => <Kept item={item} whenGone={() => focusOn(heading)} />}</For>
      </section>
    </Show>
  )
}

/** `whenGone`: the button that was pressed goes with its item, so focus needs a new place. */
function Kept(props: { item: NotAddedItem; whenGone: () => void }) {
  const { notAdded } = useWorkshopInside()
  const addAgain = () => {
    if (notAdded.addAgain(props.item)) {
      announce(words.addedAgain)
      props.whenGone()
    } else showToast({ text: words.cannotNow })
  }
  const dismiss = () => {
    notAdded.dismiss(props.item.id)
    props.whenGone()
  }
  return (
    <article class={styles.item}>
      <p class={styles.why}>{words.why(props.item.code)}</p>
      <p class={styles.words} dir="auto">
        {props.item.text}
      </p>
      <Row>
        <CopyButton text={props.item.text} label={words.copy} small />
        <Show when={notAdded.canAddAgain(props.item)}>
          <Button small onClick={addAgain}>
            {words.addAgain}
          </Button>
        </Show>
        <Button kind="quiet" small onClick={dismiss}>
          {words.dismiss}
        </Button>
      </Row>
    </article>
  )
}
