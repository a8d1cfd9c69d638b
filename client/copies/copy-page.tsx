import { useSearchParams } from '@solidjs/router'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import Image from 'lucide-solid/icons/image'
import List from 'lucide-solid/icons/list'
import { createMemo, createResource, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import type { CanvasCopy } from '../../shared/domain/canvas-copy'
import type { NoteId } from '../../shared/domain/ids'
import { copiesText as words } from '../text/copies'
import { dateText, timeText } from '../text/dates'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/choice'
import { InlineNotice } from '../ui/notice'
import { Loading } from '../ui/progress'
import { SegmentedSwitch } from '../ui/segmented-switch'
import { PageHeader, ViewColumn } from '../ui/shell'
import { Select } from '../ui/text-field'
import type { Canvas } from '../workshop/contract'
import { useCanvas } from '../workshop/shell/shared-canvases'
import { createStillCanvas } from '../workshop/still-canvas'
import { useWorkshop } from '../workshop/workshop-context'
import { createCanvasTitles } from './canvas-titles'
import styles from './copies.module.css'
import { CopyInWords } from './copy-in-words'
import { fetchCopy } from './fetch-copies'
import { OpenCopy } from './open-copy'
import type { Picture } from './picture'
import { type Since, sinceThen } from './since'

/** One copy: what it is, and the canvas as it was, in words or as a picture. */
export function CopyPage(props: { copy: CanvasCopy; picture: Picture }) {
  const workshop = useWorkshop()
  const titleOf = createCanvasTitles()
  const title = () => words.heading(titleOf(props.copy.canvasId), props.copy.stepTitle)
  const { id } = props.copy
  const [bytes, { refetch }] = createResource(() => fetchCopy(workshop.id, id))
  const state = () => {
    const came = bytes.latest
    return came?.is === 'there' ? came.state : undefined
  }
  return (
    <ViewColumn>
      <PageHeader
        above={
          <a class={styles.back} href={`/w/${workshop.id}/copies`}>
            <ArrowLeft aria-hidden="true" /> {words.all}
          </a>
        }
        title={title()}
        lead={`${words.keptAt(dateText(props.copy.at), timeText(props.copy.at))} · ${words.notes(props.copy.notes)}`}
        actions={<OpenCopy copy={props.copy} title={title()} />}
      />
      <Switch fallback={<Loading label={words.opening} />}>
        <Match when={bytes.latest?.is === 'gone'}>
          <InlineNotice title={words.gone}>{words.goneText}</InlineNotice>
        </Match>
        <Match when={bytes.latest?.is === 'failed'}>
          <InlineNotice
            tone="danger"
            live="polite"
            actions={
              <Button small onClick={() => void refetch()}>
                {words.again}
              </Button>
            }
          >
            {words.failed}
          </InlineNotice>
        </Match>
        <Match when={state()} keyed>
          {(there) => <AsItWas copy={props.copy} state={there} title={title()} picture={props.picture} />}
        </Match>
      </Switch>
    </ViewColumn>
  )
}

function AsItWas(props: { copy: CanvasCopy; state: Uint8Array; title: string; picture: Picture }) {
  const then = createStillCanvas(props.copy.canvasId, props.state)
  const now = useCanvas(props.copy.canvasId)
  const [search] = useSearchParams<{ look?: string }>()
  const drawn = () => search.look === 'picture' && props.picture !== undefined
  const how = () => (
    <Show when={props.picture}>
      <HowToLook copy={props.copy} drawn={drawn()} />
    </Show>
  )
  return (
    <Show when={drawn()} fallback={<InWords then={then} now={now} how={how()} />}>
      <Drawn canvas={then} title={props.title} picture={props.picture} how={how()} />
    </Show>
  )
}

function HowToLook(props: { copy: CanvasCopy; drawn: boolean }) {
  const workshop = useWorkshop()
  const at = (look: string) => `/w/${workshop.id}/copies/${props.copy.id}${look}`
  const items = () => [
    { id: 'list', href: at(''), label: words.list, current: !props.drawn, icon: <List aria-hidden="true" /> },
    {
      id: 'picture',
      href: at('?look=picture'),
      label: words.picture,
      current: props.drawn,
      icon: <Image aria-hidden="true" />,
    },
  ]
  return <SegmentedSwitch label={words.look} items={items()} />
}

function InWords(props: { then: Canvas; now: Canvas; how: JSX.Element }) {
  const [only, setOnly] = createSignal(false)
  const since = createMemo(() =>
    props.now.ready() ? sinceThen(props.then.view, props.now.view) : new Map<NoteId, Since>(),
  )
  const count = (what: Since) => [...since().values()].filter((one) => one === what).length
  return (
    <>
      <div class={styles.how}>
        {props.how}
        <Show when={props.now.ready()}>
          <Show when={since().size > 0} fallback={<p class={styles.quiet}>{words.sinceNothing}</p>}>
            <div class={styles.became}>
              <p>{words.since(count('deleted'), count('changed'))}</p>
              <Checkbox label={words.onlySince} checked={only()} onChecked={setOnly} />
            </div>
          </Show>
        </Show>
      </div>
      <CopyInWords view={props.then.view} since={since()} only={only() && since().size > 0} />
    </>
  )
}

function Drawn(props: { canvas: Canvas; title: string; picture: Picture; how: JSX.Element }) {
  const [look, setLook] = createSignal<string | null>(null)
  return (
    <>
      <div class={styles.how}>
        {props.how}
        <Select
          class={styles.part}
          label={words.show}
          labelHidden
          value={look() ?? ''}
          onValue={(id) => setLook(id === '' ? null : id)}
        >
          <option value="">{words.whole}</option>
          <For each={props.canvas.view.sections}>
            {(section) => <option value={section.id}>{section.title || words.untitledSection}</option>}
          </For>
        </Select>
      </div>
      <div class={styles.picture}>
        {props.picture?.({
          canvas: props.canvas,
          title: props.title,
          get look() {
            return look()
          },
        })}
      </div>
    </>
  )
}
