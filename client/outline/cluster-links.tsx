import { For, Match, Show, Switch, useContext } from 'solid-js'
import { allClusters, answersTo, type ClusterView } from '../../shared/domain/canvas-view'
import { LIMITS } from '../../shared/protocol/limits'
import { outlineText } from '../text/outline'
import { Button } from '../ui/button'
import { focusOn } from '../ui/focus'
import { growToContent } from '../ui/text-field'
import { showToast } from '../ui/toast'
import { followText } from '../workshop/follow-text'
import { areaLook } from '../workshop/writing-field'
import styles from './outline.module.css'
import { clusterHeadId, KeptContext, useOutline } from './outline-context'
import { titleOf } from './places'

const words = outlineText.cluster

/** Under the heading: which proposals answer a barrier; which barriers a proposal answers, and what changes for a resident. */
export function ClusterLinks(props: { cluster: ClusterView }) {
  const outline = useOutline()
  const kept = useContext(KeptContext)
  const answers = () => answersTo(outline.canvas.view, props.cluster.id)
  const barriers = () => {
    const all = allClusters(outline.canvas.view)
    return props.cluster.addresses.flatMap((id) => all.find((cluster) => cluster.id === id) ?? [])
  }
  return (
    <Switch>
      <Match when={props.cluster.kind === 'barrier'}>
        <div class={styles.links}>
          <Show when={answers().length > 0} fallback={<span>{words.noProposal}</span>}>
            <span>{words.addressedBy}</span>
            <Links to={answers()} />
          </Show>
        </div>
      </Match>
      <Match when={props.cluster.kind === 'proposal'}>
        <ResidentChange cluster={props.cluster} />
        <div class={styles.links}>
          <Show when={barriers().length > 0} fallback={<span>{words.answersNone}</span>}>
            <span>{words.answers}</span>
            <Links to={barriers()} />
          </Show>
          <Show when={outline.may('arrange') && !kept()}>
            <Button small kind="quiet" onClick={() => outline.show({ is: 'link', id: props.cluster.id })}>
              {words.linkButton}
            </Button>
          </Show>
        </div>
      </Match>
    </Switch>
  )
}

function Links(props: { to: ClusterView[] }) {
  return (
    <ul class="plain-list">
      <For each={props.to}>
        {(cluster) => (
          <li>
            <a
              dir="auto"
              href={`#${clusterHeadId(cluster.id)}`}
              on:click={(event: MouseEvent) => {
                // focus, not an address change: the router must not take it for a page
                if (focusOn(clusterHeadId(cluster.id))) event.preventDefault()
              }}
            >
              {titleOf(cluster)}
            </a>
          </li>
        )}
      </For>
    </ul>
  )
}

/** Each proposal says it, so the line is there to be filled in and not hidden behind a button. */
function ResidentChange(props: { cluster: ClusterView }) {
  const outline = useOutline()
  const kept = useContext(KeptContext)
  const fieldId = () => `${clusterHeadId(props.cluster.id)}-resident`
  return (
    <div class={styles.resident}>
      <Show
        when={outline.may('write-cluster') && !kept()}
        fallback={
          <>
            <span class={styles.residentLabel}>{words.residentChange}</span>
            <p class={props.cluster.residentChange.trim() ? undefined : styles.unsaid}>
              {props.cluster.residentChange.trim() || words.residentUnsaid}
            </p>
          </>
        }
      >
        <label for={fieldId()}>{words.residentChange}</label>
        <ResidentField id={fieldId()} cluster={props.cluster} />
      </Show>
    </div>
  )
}

function ResidentField(props: { id: string; cluster: ClusterView }) {
  const outline = useOutline()
  let area!: HTMLTextAreaElement
  followText(
    () => area,
    () => outline.canvas.clusterText(props.cluster.id, 'residentChange'),
    {
      maxLength: LIMITS.residentChange,
      onShown: () => growToContent(area),
      onTooLong: () => showToast({ text: words.tooLong(LIMITS.residentChange), kind: 'alert' }),
    },
  )
  return (
    <textarea
      ref={area}
      id={props.id}
      rows={1}
      aria-label={words.residentChangeOf(titleOf(props.cluster))}
      class={areaLook}
      placeholder={words.residentHint}
    />
  )
}
