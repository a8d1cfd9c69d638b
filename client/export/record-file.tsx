import Download from 'lucide-solid/icons/download'
import RefreshCw from 'lucide-solid/icons/refresh-cw'
import { createSignal, createUniqueId, For, onMount, type ParentProps, Show } from 'solid-js'
import { clockText, exportText } from '../text/export'
import { Button } from '../ui/button'
import { CopyButton } from '../ui/copy-button'
import { Card } from '../ui/layout'
import { announce } from '../ui/live-region'
import { InlineNotice } from '../ui/notice'
import { Loading } from '../ui/progress'
import { saveFile } from '../ui/save-file'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './record.module.css'
import { type ExportFormat, fetchRecord, fileName, type RecordMade } from './record-fetch'

const FORMATS: readonly ExportFormat[] = ['markdown', 'json']

/** The record as a file: what is in it, to copy, to download, to read. It is as of one moment, which it names. */
export function RecordFile(props: ParentProps) {
  const workshop = useWorkshop()
  const [format, setFormat] = createSignal<ExportFormat>('markdown')
  const { record, is, make } = createRecord()
  const busy = () => is() === 'saving' || is() === 'making'
  return (
    <>
      <Card as="section" aria-labelledby="record-file">
        <h2 id="record-file" class={styles.fileTitle}>
          {workshop.me().role === 'observer' ? exportText.fileSigned : exportText.file}
        </h2>
        <Show when={is() === 'failed'}>
          <InlineNotice
            tone="danger"
            live="alert"
            actions={
              <Button small onClick={() => void make()}>
                {exportText.again}
              </Button>
            }
          >
            {exportText.failed}
          </InlineNotice>
        </Show>
        <Show when={busy() && !record()}>
          <Loading label={is() === 'saving' ? exportText.saving : exportText.making} />
        </Show>
        <Show when={record()}>
          {(made) => (
            <>
              <div class={styles.about}>
                <p>{aboutFile(made())}</p>
                <Button small kind="quiet" busy={busy()} icon={<RefreshCw />} onClick={() => void make()}>
                  {exportText.renew}
                </Button>
              </div>
              <Taking record={made()} format={format()} onFormat={setFormat} />
            </>
          )}
        </Show>
      </Card>
      {props.children}
      <Show when={record()}>{(made) => <Preview text={made().text[format()]} format={format()} />}</Show>
    </>
  )
}

/** Makes the record once the page's own changes are saved, and again when asked. */
function createRecord() {
  const workshop = useWorkshop()
  const [is, setIs] = createSignal<'saving' | 'making' | 'failed' | 'made'>('saving')
  const [record, setRecord] = createSignal<RecordMade>()
  const make = async () => {
    const renewing = record() !== undefined
    setIs('saving')
    await workshop.saved()
    setIs('making')
    const made = await fetchRecord(workshop.id)
    if (!made) return void setIs('failed')
    setRecord(made)
    setIs('made')
    if (renewing) announce(exportText.renewed(clockText(made.at)))
  }
  onMount(() => void make())
  return { is, record, make }
}

function aboutFile({ scope, at, actions, notes }: RecordMade): string {
  const time = clockText(at)
  return scope === 'signed' ? exportText.signedOnly(time, actions) : exportText.everything(time, actions, notes)
}

/** The format, and the two ways to take it along. */
function Taking(props: { record: RecordMade; format: ExportFormat; onFormat: (format: ExportFormat) => void }) {
  const { stage } = useWorkshop()
  const group = `format-${createUniqueId()}`
  const download = () => {
    // made of what is shown, so that it holds what the page says
    const content = new Blob([props.record.text[props.format]], { type: 'application/octet-stream' })
    saveFile(content, fileName(stage.workshop?.title ?? '', props.format, props.record.at))
  }
  return (
    <div class={styles.taking}>
      <fieldset class={styles.formats}>
        <legend>{exportText.format}</legend>
        <div class={styles.switch}>
          <For each={FORMATS}>
            {(one) => (
              <label>
                <input
                  type="radio"
                  name={group}
                  value={one}
                  checked={props.format === one}
                  onChange={() => props.onFormat(one)}
                />
                <span>{exportText.formats[one]}</span>
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <p class={styles.hint}>{exportText.formatHints[props.format]}</p>
      <div class={styles.buttons}>
        <CopyButton
          text={() => props.record.text[props.format]}
          label={exportText.copy}
          name={exportText.copyNamed(exportText.formats[props.format])}
        />
        <Button kind="main" icon={<Download />} onClick={download}>
          {exportText.download}
        </Button>
      </div>
    </div>
  )
}

/** Plain text in a box of its own that a keyboard can scroll. */
function Preview(props: { text: string; format: ExportFormat }) {
  return (
    <div class={styles.part}>
      <h2 id="record-preview">{exportText.preview(exportText.formats[props.format])}</h2>
      <section class={styles.preview} aria-labelledby="record-preview" tabindex="0">
        <pre>{props.text}</pre>
      </section>
    </div>
  )
}
