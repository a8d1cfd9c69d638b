import Lock from 'lucide-solid/icons/lock'
import Plus from 'lucide-solid/icons/plus'
import ScanEye from 'lucide-solid/icons/scan-eye'
import { For, Show } from 'solid-js'
import type { CanvasView, NoteView, SectionView } from '../../shared/domain/canvas-view'
import { attentionText } from '../text/attention'
import { outlineText } from '../text/outline'
import { Button, IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { usePrivateNotes } from '../workshop/private/private-notes'
import { PrivateSection } from '../workshop/private/private-section'
import { createBringing } from '../workshop/shell/bringing'
import { addCluster } from './cluster-actions'
import { ClusterCard } from './cluster-card'
import { Counts } from './counts'
import { NoteRow } from './note-row'
import styles from './outline.module.css'
import { KeptContext, useOutline } from './outline-context'
import { keepWritten } from './rows'
import { SectionMenu } from './section-menu'

/** One section: its question, the notes that are not sorted, then its clusters. */
export function SectionPart(props: { section: SectionView }) {
  const outline = useOutline()
  const mine = usePrivateNotes()
  const hasOwn = () => {
    const { id } = outline.canvas
    return mine.isOn(id) && mine.notes(id).some(({ place }) => place.in === props.section.id)
  }
  const headingId = () => `section-${props.section.id}`
  const loose = keepWritten(() => props.section.notes)
  const kept = () => props.section.locked && !outline.may('change-locked')
  const isEmpty = () => loose().length === 0 && props.section.clusters.length === 0 && !hasOwn()
  const title = () => props.section.title.trim() || outlineText.untitledSection
  return (
    <section
      class={styles.section}
      aria-labelledby={headingId()}
      hidden={
        !outline.list.showsSection(props.section.id, props.section) &&
        !props.section.clusters.some(({ id }) => id === outline.renaming())
      }
    >
      <div>
        <div class={styles.sectionHead}>
          <h2 id={headingId()} tabindex="-1" dir="auto">
            {title()}
          </h2>
          <BringHere id={props.section.id} title={title()} />
          <SectionMenu section={props.section} title={title()} />
        </div>
        <Show when={props.section.prompt}>
          {(prompt) => (
            <p class={styles.prompt} dir="auto">
              {prompt()}
            </p>
          )}
        </Show>
        <Show when={props.section.locked}>
          <p class={styles.prompt}>
            <Lock aria-hidden="true" /> {kept() ? outlineText.sectionLocked : outlineText.sectionLockedByYou}
          </p>
        </Show>
      </div>
      <Show when={isEmpty()}>
        <div class={styles.empty}>
          <p>{outlineText.empty}</p>
          <Show when={outline.may('add-note') && !kept()}>
            <Button small onClick={() => outline.writeInto(props.section.id)}>
              {outlineText.writeFirst}
            </Button>
          </Show>
        </div>
      </Show>
      <PrivateSection canvas={outline.canvas} section={{ id: props.section.id, title: title() }} level={3} />
      <KeptContext.Provider value={kept}>
        <Show when={loose().length > 0}>
          <NotSorted notes={props.section.notes} rows={loose()} section={title()} />
        </Show>
        <For each={outline.drawn.cards(props.section.clusters)}>{(cluster) => <ClusterCard cluster={cluster} />}</For>
      </KeptContext.Provider>
      <Show when={outline.may('arrange') && !kept()}>
        <div class={styles.sectionEnd}>
          <Button
            small
            kind="quiet"
            icon={<Plus />}
            aria-label={outlineText.cluster.newNamed(props.section.kind, title())}
            onClick={() => addCluster(outline, props.section)}
          >
            {outlineText.cluster.newOne(props.section.kind)}
          </Button>
        </div>
      </Show>
    </section>
  )
}

/** A facilitator brings everybody to a section. */
function BringHere(props: { id: SectionView['id']; title: string }) {
  const outline = useOutline()
  const bringing = createBringing()
  return (
    <Show when={bringing.may()}>
      <IconButton
        small
        label={attentionText.bringNamed(props.title)}
        aria-disabled={bringing.waits() ? 'true' : undefined}
        onClick={() =>
          bringing.waits() === undefined && void bringing.toItem(outline.canvas.id, { is: 'section', id: props.id })
        }
      >
        <ScanEye aria-hidden="true" />
      </IconButton>
    </Show>
  )
}

/** What somebody left on the bare canvas of the board. From here it can only be moved into a section. */
export function LoosePart(props: { loose: CanvasView['loose'] }) {
  const outline = useOutline()
  const loose = keepWritten(() => props.loose.notes)
  return (
    <section
      class={styles.section}
      aria-labelledby="section-loose"
      hidden={!outline.list.showsSection(null, props.loose)}
    >
      <div>
        <h2 id="section-loose" tabindex="-1">
          {outlineText.onCanvas}
        </h2>
        <p class={styles.prompt}>{outlineText.onCanvasPrompt}</p>
      </div>
      <Show when={loose().length > 0}>
        <NotSorted notes={props.loose.notes} rows={loose()} section={outlineText.onCanvas} />
      </Show>
      <For each={outline.drawn.cards(props.loose.clusters)}>{(cluster) => <ClusterCard cluster={cluster} />}</For>
    </section>
  )
}

/** Notes in no cluster, before all clusters, as on the board. `rows`: with one that is gone and still written in. */
function NotSorted(props: { notes: readonly NoteView[]; rows: readonly NoteView[]; section: string }) {
  const { list, drawn } = useOutline()
  return (
    <div class={styles.card} style={{ '--rows': props.rows.length }} hidden={!list.showsAnyOf(props.rows)}>
      <div class={styles.plainHead}>
        <h3>{outlineText.notSorted}</h3>
        <Counts notes={props.notes} />
      </div>
      <ul
        class={classes('plain-list', styles.notes)}
        aria-label={outlineText.listOf(`${outlineText.notSorted}, ${props.section}`)}
      >
        <For each={drawn.rows(props.rows)}>{(note) => <NoteRow note={note} />}</For>
      </ul>
    </div>
  )
}
