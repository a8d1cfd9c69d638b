import { createMemo, For, Show } from 'solid-js'
import { actionName, type PutAction } from '../../shared/domain/action'
import { DEFAULT_SIDE_NAMES } from '../../shared/domain/side'
import { agreementText } from '../text/agreement'
import { dateText } from '../text/dates'
import { clockText, exportText } from '../text/export'
import { Badge } from '../ui/badge'
import { ButtonLink } from '../ui/button'
import { Card, Stack } from '../ui/layout'
import { EmptyState } from '../ui/notice'
import { PageHeader, ViewColumn } from '../ui/shell'
import { ActionWording } from '../workshop/actions/action-wording'
import { AnswersTable } from '../workshop/actions/answers-table'
import { knownCommitments } from '../workshop/actions/known-commitments'
import { RecordFacts } from '../workshop/actions/record-facts'
import { TrailLines } from '../workshop/actions/trail-line'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './record.module.css'
import { RecordFile } from './record-file'

/** What came out of the workshop: its signed actions to read, and everything as a file. */
export function RecordView() {
  const { stage, me } = useWorkshop()
  const endedAt = () => stage.workshop?.endedAt ?? null
  const signed = createMemo(() =>
    stage.actions.filter((action) => action.status === 'record').sort((a, b) => a.number - b.number),
  )
  return (
    <ViewColumn>
      <Show
        when={endedAt()}
        fallback={
          <PageHeader
            title={exportText.heading}
            lead={me().role === 'observer' ? exportText.leadObserver : exportText.lead}
          />
        }
      >
        {(at) => (
          <PageHeader
            title={stage.workshop?.title}
            lead={
              <>
                {exportText.endedAt(dateText(at()), clockText(at()))} <LookBack />
              </>
            }
          />
        )}
      </Show>
      <RecordFile>
        <section class={styles.part} aria-labelledby="signed">
          <h2 id="signed">{exportText.signed}</h2>
          <For each={signed()} fallback={<NoneSigned ended={endedAt() !== null} />}>
            {(action) => <SignedAction action={action} />}
          </For>
        </section>
      </RecordFile>
    </ViewColumn>
  )
}

/** After the end everything can be read on, though not changed. */
function LookBack() {
  const workshop = useWorkshop()
  return (
    <>
      {exportText.look.before}
      <a href={`/w/${workshop.id}/list`}>{exportText.look.list}</a>
      {exportText.look.or}
      <a href={`/w/${workshop.id}/agreement`}>{exportText.look.agreement}</a>
      {exportText.look.after}
    </>
  )
}

function NoneSigned(props: { ended: boolean }) {
  const workshop = useWorkshop()
  return (
    <EmptyState
      title={exportText.noneSigned}
      level={3}
      actions={
        <Show when={!props.ended}>
          <ButtonLink href={`/w/${workshop.id}/agreement`}>{exportText.goToAgreement}</ButtonLink>
        </Show>
      }
    >
      <Show when={!props.ended}>{exportText.noneSignedText}</Show>
    </EmptyState>
  )
}

function SignedAction(props: { action: PutAction }) {
  const { stage } = useWorkshop()
  const sides = () => stage.workshop?.sides ?? DEFAULT_SIDE_NAMES
  const known = createMemo(() => knownCommitments([], stage.actions))
  const name = () => actionName(props.action.number)
  return (
    <Card as="article" aria-labelledby={`record-${props.action.id}`}>
      <Stack gap={2}>
        <header class={styles.head}>
          <Badge>{name()}</Badge>
          <h3 id={`record-${props.action.id}`}>{props.action.wording.title}</h3>
        </header>
        <Show when={props.action.recordedAt}>
          {(at) => <p class={styles.quiet}>{agreementText.status.signed(dateText(at()))}</p>}
        </Show>
      </Stack>
      <ActionWording wording={props.action.wording} sides={sides()} known={known()} anchors headingLevel={4} />
      <AnswersTable action={props.action} caption={agreementText.answers.caption(name())} sides={sides()} />
      <RecordFacts action={props.action} />
      <TrailLines trail={props.action.trail} sides={sides()} />
    </Card>
  )
}
