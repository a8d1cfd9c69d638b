import Check from 'lucide-solid/icons/check'
import { Match, Show, Switch } from 'solid-js'
import { type AskedOrganisation, actionName, mayBecomeRecord, type PutAction } from '../../shared/domain/action'
import { agreementText } from '../text/agreement'
import { dateText } from '../text/dates'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Card } from '../ui/layout'
import { ActionWording } from '../workshop/actions/action-wording'
import { AnswersTable } from '../workshop/actions/answers-table'
import { RecordFacts } from '../workshop/actions/record-facts'
import { SupportLine } from '../workshop/actions/support-line'
import { TrailLines } from '../workshop/actions/trail-line'
import styles from './agreement.module.css'
import { cardHeading, useAgreementPage } from './agreement-page'
import { myTurn } from './my-turn'
import { statusOf } from './summary'

/** An action that was put to agreement, or that became a record: its words are frozen, its answers come in live. */
export function PutCard(props: { action: PutAction }) {
  const page = useAgreementPage()
  const name = () => actionName(props.action.number)
  const open = () => props.action.status === 'put'
  return (
    <Card
      as="article"
      data-action={props.action.id}
      class={styles.action}
      aria-labelledby={cardHeading(props.action.id)}
    >
      <header class={styles.head}>
        <Badge>{name()}</Badge>
        <h2 class={styles.title} id={cardHeading(props.action.id)} tabindex="-1">
          {props.action.wording.title}
        </h2>
      </header>
      <StatusLine action={props.action} />
      <ActionWording wording={props.action.wording} sides={page.sides()} known={page.known()} anchors />
      <AnswersTable
        action={props.action}
        caption={agreementText.answers.caption(name())}
        sides={page.sides()}
        act={open() && page.answers() ? (asked) => <MyTurnButton action={props.action} asked={asked} /> : undefined}
      />
      <Show when={!open()}>
        <RecordFacts action={props.action} />
      </Show>
      <TrailLines trail={props.action.trail} sides={page.sides()} />
      <SupportLine ids={[props.action.id, page.draft(props.action.id)?.from?.clusterId]} sides={page.sides()} />
      <Show when={open() && page.leads()}>
        <Leading action={props.action} />
      </Show>
    </Card>
  )
}

function StatusLine(props: { action: PutAction }) {
  const page = useAgreementPage()
  const status = () => statusOf(props.action, page.sides())
  return (
    <Show
      when={props.action.status === 'put'}
      fallback={
        <p class={`${styles.status} ${styles.signed}`}>
          <Check aria-hidden="true" />
          {props.action.recordedAt === null
            ? agreementText.state.record
            : agreementText.status.signed(dateText(props.action.recordedAt))}
        </p>
      }
    >
      <div>
        <p class={styles.status}>
          {status().words}
          <span class={styles.quiet}> · {agreementText.status.locked(props.action.revision)}</span>
        </p>
        <Show when={page.leads() && status().next}>
          <p class={styles.quiet}>{status().next}</p>
        </Show>
      </div>
    </Show>
  )
}

/** What I can do about an organisation's answer: nothing, unless I came from it. */
function MyTurnButton(props: { action: PutAction; asked: AskedOrganisation }) {
  const page = useAgreementPage()
  const turn = () => myTurn(props.action, props.asked.name, page.workshop.me())
  const show = (is: 'answer' | 'dispute') =>
    page.show({ is, action: props.action.id, asked: { ...props.asked }, revision: props.action.revision })
  const text = agreementText.answers
  return (
    <Switch>
      <Match when={turn() === 'answer'}>
        <Button kind="main" class={styles.wraps} onClick={() => show('answer')}>
          {text.answerFor(props.asked.name)}
        </Button>
      </Match>
      <Match when={turn() === 'answer-again'}>
        <Button kind="main" class={styles.wraps} onClick={() => show('answer')}>
          {text.answerAgain(props.asked.name)}
        </Button>
      </Match>
      <Match when={turn() === 'change'}>
        <Button small aria-label={text.changeNamed(props.asked.name)} onClick={() => show('answer')}>
          {text.change}
        </Button>
      </Match>
      <Match when={turn() === 'dispute'}>
        <Button small aria-label={text.disputeNamed(props.asked.name)} onClick={() => show('dispute')}>
          {text.dispute}
        </Button>
      </Match>
    </Switch>
  )
}

/** What a facilitator can do with an action that waits for answers. */
function Leading(props: { action: PutAction }) {
  const page = useAgreementPage()
  const at = () => ({ action: props.action.id, revision: props.action.revision })
  return (
    <footer class={styles.foot}>
      <Button kind="quiet" onClick={() => page.show({ is: 'take-back', ...at() })}>
        {agreementText.facilitator.takeBack}
      </Button>
      <Show when={mayBecomeRecord(props.action, true).ok}>
        <Button onClick={() => page.show({ is: 'close', ...at() })}>{agreementText.facilitator.closeEarly}</Button>
      </Show>
    </footer>
  )
}
