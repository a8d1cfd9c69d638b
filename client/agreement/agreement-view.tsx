import Handshake from 'lucide-solid/icons/handshake'
import Plus from 'lucide-solid/icons/plus'
import { createEffect, createSignal, For, Match, on, Show, Switch } from 'solid-js'
import type { PutAction } from '../../shared/domain/action'
import { agreementText } from '../text/agreement'
import { Button } from '../ui/button'
import { Disclosure } from '../ui/disclosure'
import { Row } from '../ui/layout'
import { announce } from '../ui/live-region'
import { EmptyState, InlineNotice } from '../ui/notice'
import { Loading } from '../ui/progress'
import { PageHeader, ViewColumn } from '../ui/shell'
import { createAgreement } from '../workshop/agreement-document'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './agreement.module.css'
import { AgreementDialogs } from './agreement-dialogs'
import { AgreementPageProvider, createAgreementPage, type OpenDialog, useAgreementPage } from './agreement-page'
import { DraftCard } from './draft-card'
import { keepFocusOnCards } from './keep-focus'
import { newsBetween } from './news'
import { PutCard } from './put-card'
import { summaryOf } from './summary'

/** What we agree: actions worded together, put to agreement, answered and signed. */
export function AgreementView() {
  const workshop = useWorkshop()
  const [dialog, setDialog] = createSignal<OpenDialog>({ is: 'none' })
  const page = createAgreementPage(workshop, createAgreement(), setDialog)
  let column!: HTMLDivElement
  keepFocusOnCards(() => column)
  announceNews(() => workshop.stage.actions)
  return (
    <AgreementPageProvider value={page}>
      <ViewColumn ref={column}>
        <PageHeader
          title={agreementText.heading}
          lead={summaryOf(page.agreement.view.actions, workshop.stage.actions)}
          actions={
            <Show when={workshop.may('word-action')}>
              <Button icon={<Plus />} onClick={() => setDialog({ is: 'new' })}>
                {agreementText.newAction}
              </Button>
            </Show>
          }
        />
        <WhyReadOnly />
        <Cards />
        <Bin />
      </ViewColumn>
      <AgreementDialogs dialog={dialog()} onClose={() => setDialog({ is: 'none' })} />
    </AgreementPageProvider>
  )
}

/** The frame says when a workshop is locked, has ended or is a preview; what the step allows is told here. */
function WhyReadOnly() {
  const page = useAgreementPage()
  const isClosedByStep = () => {
    const { me, may, stage } = page.workshop
    const isOpen = !me().preview && stage.workshop?.endedAt === null && !stage.workshop.locked
    return me().role === 'participant' && isOpen && !may('write-action')
  }
  return (
    <Switch>
      <Match when={page.workshop.mayEdit() === 'observer'}>
        <InlineNotice>{agreementText.observer}</InlineNotice>
      </Match>
      <Match when={isClosedByStep()}>
        <InlineNotice>{agreementText.closedByStep}</InlineNotice>
      </Match>
    </Switch>
  )
}

function Cards() {
  const page = useAgreementPage()
  const none = () => page.cards().put.length + page.cards().drafts.length === 0
  return (
    <>
      <For each={page.cards().put}>
        {(id) => <Show when={page.put(id)}>{(action) => <PutCard action={action()} />}</Show>}
      </For>
      <For each={page.cards().drafts}>
        {(id) => <Show when={page.draft(id)}>{(draft) => <DraftCard draft={draft()} />}</Show>}
      </For>
      <Show when={none()}>
        <Show when={page.agreement.ready()} fallback={<Loading label={agreementText.loading} />}>
          <Empty />
        </Show>
      </Show>
    </>
  )
}

function Empty() {
  const page = useAgreementPage()
  const mayEdit = () => page.workshop.may('word-action')
  return (
    <EmptyState
      level={2}
      title={agreementText.empty.title}
      icon={<Handshake aria-hidden="true" />}
      actions={
        <Show when={mayEdit()}>
          <Button kind="main" icon={<Plus />} onClick={() => page.show({ is: 'new' })}>
            {agreementText.newAction}
          </Button>
        </Show>
      }
    >
      {mayEdit() ? agreementText.empty.text : agreementText.empty.read}
    </EmptyState>
  )
}

/** Deleted drafts, to be put back after the toast has gone. */
function Bin() {
  const page = useAgreementPage()
  const bin = () => page.agreement.view.bin
  return (
    <Show when={page.workshop.may('word-action') && bin().length > 0}>
      <Disclosure label={agreementText.bin.label(bin().length)}>
        <ul class={`plain-list ${styles.bin}`}>
          <For each={bin()}>
            {(binned) => {
              const title = () => binned.title.trim() || agreementText.noTitle
              return (
                <Row as="li" justify="between">
                  <span>{title()}</span>
                  <Button
                    small
                    aria-label={agreementText.bin.putBackNamed(title())}
                    onClick={() => {
                      // its row goes with it, and its title
                      const words = agreementText.bin.back(title())
                      if (page.edits.setBinned(binned.id, false)) announce(words)
                    }}
                  >
                    {agreementText.bin.putBack}
                  </Button>
                </Row>
              )
            }}
          </For>
        </ul>
      </Disclosure>
    </Show>
  )
}

/** Reads out what others (and oneself) have brought about; not what was there when the page opened. */
function announceNews(actions: () => readonly PutAction[]): void {
  const workshop = useWorkshop()
  const plain = () => ({
    // until the stage arrives, nobody is known to have joined
    loaded: workshop.me().joinedAt > 0,
    // a copy: the store is written into
    actions: JSON.parse(JSON.stringify(actions())) as PutAction[],
  })
  createEffect(
    on(plain, (now, before) => {
      if (!before?.loaded) return
      for (const words of newsBetween(before.actions, now.actions)) announce(words, { kind: 'step' })
    }),
  )
}
