import { createSignal, createUniqueId, Match, Show, Switch } from 'solid-js'
import type { Side } from '../../shared/domain/side'
import { sideName } from '../../shared/domain/side'
import { LIMITS } from '../../shared/protocol/limits'
import type { JoinedBody, LookBody } from '../connection/bodies'
import { type Called, call } from '../connection/call'
import { joinText } from '../text/join'
import { refusalText } from '../text/refusals'
import { Button } from '../ui/button'
import { ErrorSummary, type FormError } from '../ui/error-summary'
import { Card, Stack } from '../ui/layout'
import { SideMark } from '../ui/mark'
import { InlineNotice } from '../ui/notice'
import { SuggestField } from '../ui/suggest-field'
import { TextField } from '../ui/text-field'
import { SideCards } from '../workshop/shell/side-cards'
import { createJoinDraft } from './join-draft'
import styles from './join-form.module.css'
import { JoinedAlready } from './joined-already'
import { type LinkChoice, linkName } from './link'

/** Name, organisation and, where the link leaves it open, side. Nothing is used up until *Join* is pressed. */
export function JoinForm(props: {
  link: LinkChoice
  look: LookBody
  onJoined: (joined: JoinedBody) => void
  /** Somebody has begun to fill it in; said at each change. */
  onFilling?: () => void
}) {
  const { draft, write, forget: forgetDraft } = createJoinDraft(linkName(props.link))
  const [errors, setErrors] = createSignal<FormError[]>([])
  const [sending, setSending] = createSignal(false)
  const [sameName, setSameName] = createSignal(false)
  const ids = { name: createUniqueId(), organisation: createUniqueId(), side: createUniqueId() }

  const asksSide = () => props.look.link.side === null && props.look.link.role !== 'observer'
  const side = () => props.look.link.side ?? draft().side
  const errorAt = (id: string) => errors().find((error) => error.fieldId === id)?.message
  const suggestions = () => {
    const mine = (one: { side: Side }) => Number(side() != null && one.side === side())
    return [...props.look.organisations]
      .sort((a, b) => mine(b) - mine(a))
      .map((one) => ({
        value: one.name,
        side: one.side,
        detail: <SideMark side={one.side} label={sideName(one.side, props.look.workshop.sides)} />,
      }))
  }
  const choseOrganisation = (name: string) => {
    const known = props.look.organisations.find((one) => one.name === name)
    if (known && asksSide() && draft().side === undefined) write({ side: known.side })
  }

  const missing = (): FormError[] => {
    const found: FormError[] = []
    const participant = props.look.link.role === 'participant'
    if (asksSide() && participant && draft().side == null)
      found.push({ message: joinText.sideMissing, fieldId: ids.side })
    if (draft().name.trim() === '') found.push({ message: joinText.nameMissing, fieldId: ids.name })
    if (participant && side() !== 'other' && draft().organisation.trim() === '')
      found.push({ message: joinText.organisationMissing, fieldId: ids.organisation })
    return found
  }
  const failed = (called: Extract<Called<unknown>, { ok: false }>) => {
    if (called.refusal === 'joined-already') {
      setSameName(true)
      return
    }
    const byRefusal: Record<string, string> = { 'side-needed': ids.side, 'organisation-needed': ids.organisation }
    const byField: Record<string, string> = ids
    const fieldId = byRefusal[called.refusal] ?? byField[called.field ?? '']
    setErrors([{ message: refusalText(called.refusal), fieldId }])
  }
  const send = async (asSomebodyElse: boolean) => {
    const found = missing()
    setErrors(found)
    if (found.length > 0 || sending()) return
    setSending(true)
    const called = await call<JoinedBody>('POST', '/api/join', {
      body: {
        ...props.link,
        name: draft().name,
        organisation: draft().organisation,
        side: asksSide() ? (draft().side ?? null) : undefined,
        asSomebodyElse,
      },
    })
    setSending(false)
    if (!called.ok) return failed(called)
    forgetDraft()
    props.onJoined(called.body)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void send(false)
  }

  return (
    <Stack gap={5}>
      <ErrorSummary title={joinText.errorsTitle} errors={errors()} />
      <Show when={!asksSide()}>
        <JoiningAs look={props.look} />
      </Show>
      <Show
        when={!sameName()}
        fallback={
          <JoinedAlready
            name={draft().name}
            organisation={draft().organisation}
            sending={sending()}
            onSomebodyElse={() => void send(true)}
            onChangeName={() => setSameName(false)}
          />
        }
      >
        <Card as="section" aria-label={joinText.join}>
          <form class={styles.form} onSubmit={submit} onInput={() => props.onFilling?.()} noValidate>
            <Show when={props.look.door === 'closed'}>
              <InlineNotice>{joinText.doorClosedFirst}</InlineNotice>
            </Show>
            <Show when={asksSide()}>
              <SideCards
                id={ids.side}
                sides={props.look.workshop.sides}
                noneOffered={props.look.link.role === 'facilitator'}
                value={draft().side}
                error={errorAt(ids.side)}
                onValue={(chosen) => write({ side: chosen })}
              />
            </Show>
            <TextField
              id={ids.name}
              label={joinText.name}
              hint={joinText.nameHint}
              name="name"
              autocomplete="name"
              limit={LIMITS.name}
              error={errorAt(ids.name)}
              value={draft().name}
              onValue={(name) => write({ name })}
            />
            <SuggestField
              id={ids.organisation}
              label={joinText.organisation}
              hint={props.look.organisations.length > 0 ? joinText.organisationHint : undefined}
              name="organization"
              autocomplete="organization"
              suggestions={suggestions()}
              limit={LIMITS.organisation}
              error={errorAt(ids.organisation)}
              value={draft().organisation}
              onValue={(organisation) => write({ organisation })}
              onChosen={(suggestion) => choseOrganisation(suggestion.value)}
            />
            <p>
              {joinText.keptBy(props.look.workshop.runBy)} {joinText.kept} <a href="/privacy">{joinText.keptMore}</a>
            </p>
            <Button type="submit" kind="main" tall wide busy={sending()}>
              {props.look.door === 'closed' ? joinText.askToComeIn : joinText.join}
            </Button>
          </form>
        </Card>
      </Show>
    </Stack>
  )
}

/** "You are joining as ● Local · Change". A link that fixes the side cannot be changed here, so *Change* says what to do. */
function JoiningAs(props: { look: LookBody }) {
  const [asked, setAsked] = createSignal(false)
  const side = () => props.look.link.side
  const name = () => sideName(side() ?? 'other', props.look.workshop.sides)
  return (
    <div class={styles.joiningAs}>
      <p class={styles.as}>
        {joinText.joiningAs}{' '}
        <Switch>
          <Match when={side()}>
            {(fixed) => (
              <>
                <SideMark side={fixed()} label={name()} />
                {' · '}
                <button type="button" class={styles.change} aria-expanded={asked()} onClick={() => setAsked(!asked())}>
                  {joinText.change}
                </button>
              </>
            )}
          </Match>
          <Match when={true}>
            <strong>{joinText.joiningAsRole[props.look.link.role]}</strong>
          </Match>
        </Switch>
      </p>
      <Show when={props.look.link.role === 'observer'}>
        <p class={styles.quiet}>{joinText.observerCan}</p>
      </Show>
      <Show when={asked()}>
        <InlineNotice live="polite" actions={<a href="/join">{joinText.otherCode}</a>}>
          {joinText.fixedSide(name())}
        </InlineNotice>
      </Show>
    </div>
  )
}
