import { Key } from '@solid-primitives/keyed'
import { createMemo, Match, Show, Switch, useContext } from 'solid-js'
import type { ClusterView } from '../../shared/domain/canvas-view'
import { LIMITS } from '../../shared/protocol/limits'
import { outlineText } from '../text/outline'
import { Button } from '../ui/button'
import { focusOn } from '../ui/focus'
import { growToContent } from '../ui/text-field'
import { showToast } from '../ui/toast'
import { followText } from '../workshop/follow-text'
import { areaLook } from '../workshop/writing-field'
import type { ClusterLink } from './links-of'
import styles from './outline.module.css'
import { clusterHeadId, KeptContext, useOutline } from './outline-context'
import { titleOf } from './places'

const words = outlineText.cluster

/** Under the heading: which proposals answer a barrier; which barriers a proposal answers, and what changes for a resident. */
export function ClusterLinks(props: { cluster: ClusterView }) {
  const outline = useOutline()
  const kept = useContext(KeptContext)
  const links = createMemo(() => outline.linksOf(props.cluster.id))
  return (
    <Switch>
      <Match when={props.cluster.kind === 'barrier'}>
        <div class={styles.links}>
          <Show when={links().length > 0} fallback={<span>{words.noProposal}</span>}>
            <span>{words.addressedBy}</span>
            <Links to={links()} />
          </Show>
        </div>
      </Match>
      <Match when={props.cluster.kind === 'proposal'}>
        <ResidentChange cluster={props.cluster} />
        <div class={styles.links}>
          <Show when={links().length > 0} fallback={<span>{words.answersNone}</span>}>
            <span>{words.answers}</span>
            <Links to={links()} />
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

function Links(props: { to: readonly ClusterLink[] }) {
  return (
    <ul class="plain-list">
      {/* by id: a title that somebody else changes leaves the link, and focus on it, where they are */}
      <Key each={props.to} by="id">
        {(link) => (
          <li>
            <a
              dir="auto"
              href={`#${clusterHeadId(link().id)}`}
              on:click={(event: MouseEvent) => {
                // focus, not an address change: the router must not take it for a page
                if (focusOn(clusterHeadId(link().id))) event.preventDefault()
              }}
            >
              {link().words}
            </a>
          </li>
        )}
      </Key>
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
