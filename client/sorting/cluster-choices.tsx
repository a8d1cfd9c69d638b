import { Key } from '@solid-primitives/keyed'
import Lock from 'lucide-solid/icons/lock'
import { createUniqueId, Show } from 'solid-js'
import type { ClusterView } from '../../shared/domain/canvas-view'
import { sortingText as words } from '../text/sorting'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { createGrowing } from '../ui/growing'
import { KindGlyph } from '../ui/mark'
import { TextField } from '../ui/text-field'
import { singleKeys } from '../workshop/single-keys'
import { keyOf } from './cluster-keys'
import type { ChoiceGroup, Choices } from './create-choices'
import type { Sorting } from './create-sorting'
import styles from './sorting.module.css'
import { clusterTitle } from './titles'

type Props = { sorting: Sorting; choices: Choices }

/** The clusters as buttons, those of the note's section first. More than there are keys for are found by their words. */
export function ClusterChoices(props: Props) {
  const titleId = createUniqueId()
  return (
    <section class={styles.choices} aria-labelledby={titleId}>
      <h3 id={titleId} class={styles.choicesTitle}>
        {words.choices}
      </h3>
      <Show when={props.choices.many()}>
        <Find {...props} />
      </Show>
      {/* by key: others go on working, and what one is about to press must not be made anew under one's finger */}
      <Key each={props.choices.groups()} by="key">
        {(group) => <Group {...props} group={group()} />}
      </Key>
    </section>
  )
}

function Find(props: Props) {
  const { choices } = props
  const none = () => choices.query() !== '' && choices.groups().length === 0
  const kind = () => props.sorting.newHome()?.kind
  const keys = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.isComposing) return
    if (event.key === 'Enter' && choices.query().trim() !== '') {
      event.preventDefault()
      const first = choices.first()
      if (first) choices.choose(first.id)
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      choices.setQuery('')
      props.sorting.toNote()
    }
  }
  return (
    <div class={styles.find}>
      <TextField
        label={words.find}
        value={choices.query()}
        onValue={choices.setQuery}
        onKeyDown={keys}
        autocomplete="off"
        aria-keyshortcuts={singleKeys() ? '/' : undefined}
        data-find
      />
      <div role="status">
        <Show when={none()}>
          <p>{words.noMatch}</p>
        </Show>
      </div>
      <Show when={none() && kind()}>
        {(made) => (
          <Button
            onClick={() => {
              if (props.sorting.answerNew(choices.query())) choices.setQuery('')
            }}
          >
            {words.makeNamed(made(), choices.query().trim())}
          </Button>
        )}
      </Show>
    </div>
  )
}

function Group(props: Props & { group: ChoiceGroup }) {
  const drawn = createGrowing(() => props.group.clusters.length)
  return (
    <div class={styles.group}>
      <h4 class={styles.groupTitle}>{props.group.title}</h4>
      <Show when={props.group.clusters.length > 0} fallback={<p class={styles.quiet}>{words.none}</p>}>
        <ul class={classes('plain-list', styles.grid)} aria-label={words.choicesIn(props.group.title)}>
          <Key each={props.group.clusters.slice(0, drawn())} by="id">
            {(cluster) => (
              <li>
                <Choice {...props} cluster={cluster()} />
              </li>
            )}
          </Key>
        </ul>
      </Show>
    </div>
  )
}

function Choice(props: Props & { cluster: ClusterView }) {
  const key = () => (singleKeys() ? keyOf(props.choices.slots(), props.cluster.id) : undefined)
  const isLocked = () => props.choices.isLocked(props.cluster)
  const isClosed = () => isLocked() || !props.sorting.mayAnswer()
  return (
    <button
      type="button"
      class={classes(styles.choice, styles[props.cluster.kind])}
      aria-disabled={isClosed() ? 'true' : undefined}
      aria-keyshortcuts={key()}
      onClick={() => props.choices.choose(props.cluster.id)}
    >
      <KindGlyph kind={props.cluster.kind} class={styles.kind} />
      <span class={styles.title} dir="auto">
        {clusterTitle(props.cluster)}
      </span>
      <span class={styles.count}>
        <Show when={isLocked()}>
          <Lock aria-hidden="true" /> {words.locked},{' '}
        </Show>
        {words.notes(props.cluster.notes.length)}
      </span>
      {/* the number is in aria-keyshortcuts */}
      <Show when={key()}>
        {(number) => (
          <span class={styles.key} aria-hidden="true">
            {number()}
          </span>
        )}
      </Show>
    </button>
  )
}
