import { Key } from '@solid-primitives/keyed'
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { BALLOT_LIMITS } from '../../shared/domain/ballot'
import { LIMITS } from '../../shared/protocol/limits'
import { refusalText } from '../text/refusals'
import { ballotRefusal, votingText } from '../text/voting'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/choice'
import { Dialog } from '../ui/dialog'
import { ErrorSummary, type FormError } from '../ui/error-summary'
import { FieldGroup } from '../ui/field'
import { Row, Stack } from '../ui/layout'
import { InlineNotice } from '../ui/notice'
import { Loading } from '../ui/progress'
import { Select, TextField } from '../ui/text-field'
import { createKeptField, formKey } from '../workshop/kept-texts'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'
import { type Candidate, type CandidateGroup, createCandidates } from './ballot-choice'
import { stepWithoutVote } from './step-vote'
import styles from './voting.module.css'

const words = votingText.dialog

/** A facilitator chooses what people vote on. Mounted for as long as it is open: it keeps the canvases open. */
export function OpenBallotDialog(props: { onClose: () => void; onOpened: () => void }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const ids = { question: createUniqueId(), items: createUniqueId(), letVote: createUniqueId() }
  const choice = createChoice()
  const [question, setQuestion] = createKeptField(formKey(workshop.me().id, 'ballot'), words.asks)
  const [dots, setDots] = createSignal(3)
  const [most, setMost] = createSignal(2)
  const [facilitatorsVote, setFacilitatorsVote] = createSignal(false)
  const [letVote, setLetVote] = createSignal(false)
  const [errors, setErrors] = createSignal<FormError[]>([])
  const [refused, setRefused] = createSignal<string>()
  const step = () => stepWithoutVote(workshop.stage.stage)

  const findErrors = (): FormError[] => {
    const count = choice.chosen().length
    const found: FormError[] = []
    if (question().trim() === '') found.push({ message: words.errors.question, fieldId: ids.question })
    if (count < BALLOT_LIMITS.fewestItems) found.push({ message: words.errors.fewItems, fieldId: ids.items })
    if (count > BALLOT_LIMITS.mostItems)
      found.push({ message: words.errors.manyItems(BALLOT_LIMITS.mostItems), fieldId: ids.items })
    if (step() && !letVote()) found.push({ message: words.errors.letVote, fieldId: ids.letVote })
    return found
  }
  const open = async () => {
    setRefused(undefined)
    setErrors(findErrors())
    if (errors().length > 0) return
    const items = choice.chosen().map(({ title, ...item }) => ({ ...item, seen: title }))
    const most_ = Math.min(most(), dots())
    const body = { question: question(), items, dots: dots(), most: most_, facilitatorsVote: facilitatorsVote() }
    // what this page wrote has to be there before the server reads it
    await workshop.saved()
    const called = await command.run('ballots', { body: { ...body, letVote: letVote() }, quiet: true })
    if (called.ok) props.onOpened()
    else setRefused(ballotRefusal(called.refusal) ?? refusalText(called.refusal, called.field))
  }
  const errorOf = (id: string) => errors().find((error) => error.fieldId === id)?.message
  return (
    <Dialog
      open
      size="medium"
      title={words.title}
      description={words.lead}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button
            kind="main"
            busy={command.busy()}
            aria-disabled={command.waits() ? 'true' : undefined}
            title={command.waits()}
            onClick={() => void open()}
          >
            {words.confirm}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <ErrorSummary title={words.errorsTitle} errors={errors()} />
        <Show when={command.waits()}>{(why) => <p class={styles.quiet}>{why()}</p>}</Show>
        <Show when={refused()}>
          {(why) => (
            <InlineNotice tone="warn" live="alert">
              {why()}
            </InlineNotice>
          )}
        </Show>
        <TextField
          id={ids.question}
          label={words.question}
          value={question()}
          onValue={setQuestion}
          limit={LIMITS.stepPrompt}
          error={errorOf(ids.question)}
        />
        <Row gap={4} align="top">
          <NumberSelect label={words.dots} value={dots()} upTo={BALLOT_LIMITS.dots} onValue={setDots} />
          <NumberSelect label={words.most} value={Math.min(most(), dots())} upTo={dots()} onValue={setMost} />
        </Row>
        <ItemChoice choice={choice} id={ids.items} error={errorOf(ids.items)} />
        <Checkbox label={words.facilitators} checked={facilitatorsVote()} onChecked={setFacilitatorsVote} />
        <Show when={step()}>
          {(now) => (
            <Checkbox
              id={ids.letVote}
              label={words.letVote(now().title)}
              hint={words.letVoteHint}
              error={errorOf(ids.letVote)}
              checked={letVote()}
              onChecked={setLetVote}
            />
          )}
        </Show>
      </Stack>
    </Dialog>
  )
}

function NumberSelect(props: { label: string; value: number; upTo: number; onValue: (value: number) => void }) {
  return (
    <Select label={props.label} value={String(props.value)} onValue={(value) => props.onValue(Number(value))}>
      <For each={Array.from({ length: props.upTo }, (_, at) => at + 1)}>
        {(count) => (
          <option value={count} selected={count === props.value}>
            {count}
          </option>
        )}
      </For>
    </Select>
  )
}

type Choice = ReturnType<typeof createChoice>

/** What is ticked: as preselected, but for what the person has changed. Others go on writing meanwhile. */
function createChoice() {
  const { groups, ready } = createCandidates()
  const [changed, setChanged] = createSignal<ReadonlyMap<string, boolean>>(new Map())
  const isOn = (group: CandidateGroup, { id }: Candidate) => changed().get(id) ?? group.preselected
  const chosen = createMemo(() => groups().flatMap((group) => group.candidates.filter((one) => isOn(group, one))))
  const set = (candidates: readonly Candidate[], on: boolean) =>
    setChanged((before) => new Map([...before, ...candidates.map(({ id }) => [id, on] as const)]))
  return { groups, ready, isOn, chosen, set }
}

function ItemChoice(props: { choice: Choice; id: string; error: string | undefined }) {
  const { choice } = props
  return (
    <FieldGroup
      id={props.id}
      label={words.items}
      hint={`${words.itemsHint(BALLOT_LIMITS.mostItems)} ${words.chosen(choice.chosen().length)}.`}
      error={props.error}
    >
      <Show when={choice.groups().length === 0}>
        <Show when={choice.ready()} fallback={<Loading label={words.loading} />}>
          <p class={styles.quiet}>{words.nothing}</p>
        </Show>
      </Show>
      <Key each={choice.groups()} by="key">
        {(group) => (
          <section class={styles.group} aria-label={group().heading}>
            <div class={styles.groupHead}>
              <h3>{group().heading}</h3>
              <Button
                small
                kind="quiet"
                aria-label={words.all(group().heading)}
                onClick={() => choice.set(group().candidates, true)}
              >
                {words.allShort}
              </Button>
              <Button
                small
                kind="quiet"
                aria-label={words.none(group().heading)}
                onClick={() => choice.set(group().candidates, false)}
              >
                {words.noneShort}
              </Button>
            </div>
            <Key each={group().candidates} by="id">
              {(candidate) => (
                <Checkbox
                  label={candidate().title}
                  checked={choice.isOn(group(), candidate())}
                  onChecked={(on) => choice.set([candidate()], on)}
                />
              )}
            </Key>
          </section>
        )}
      </Key>
    </FieldGroup>
  )
}
