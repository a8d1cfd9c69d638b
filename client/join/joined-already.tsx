import { onMount } from 'solid-js'
import { joinText } from '../text/join'
import { Button } from '../ui/button'
import { focusOn } from '../ui/focus'
import { Card } from '../ui/layout'
import styles from './join-form.module.css'

/** Two people may share a name; one person must not become two. So the person decides. */
export function JoinedAlready(props: {
  name: string
  organisation: string
  sending: boolean
  onSomebodyElse: () => void
  onChangeName: () => void
}) {
  let heading!: HTMLHeadingElement
  onMount(() => focusOn(heading))
  return (
    <Card as="section" aria-labelledby="joined-already">
      <h2 id="joined-already" ref={heading} tabindex="-1">
        {joinText.already.title}
      </h2>
      <p>{joinText.already.text(props.name, props.organisation)}</p>
      <p>{joinText.already.itIsMe}</p>
      <div class={styles.buttons}>
        <Button kind="main" tall wide busy={props.sending} onClick={() => props.onSomebodyElse()}>
          {joinText.already.somebodyElse}
        </Button>
        <Button wide onClick={() => props.onChangeName()}>
          {joinText.already.changeName}
        </Button>
      </div>
    </Card>
  )
}
