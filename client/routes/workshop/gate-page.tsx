import { onMount, Show } from 'solid-js'
import type { CallRefusal } from '../../connection/call'
import { CodeForm } from '../../join/code-form'
import { gateWords, workshopShellText } from '../../text/workshop-shell'
import { Button } from '../../ui/button'
import { Card } from '../../ui/layout'
import { announce } from '../../ui/live-region'
import { createPageTitle } from '../../ui/page-title'
import { Loading } from '../../ui/progress'
import { PageHeader } from '../../ui/shell'
import { PageFrame } from '../page-frame'
import { lastContact } from './last-contact'

/** A workshop that does not open: what happened, and what to do. */
export function GatePage(props: { refusal: CallRefusal; workshopId: string }) {
  const words = () => gateWords(props.refusal, lastContact(props.workshopId))
  createPageTitle(() => words().title)
  // it comes over whatever one was doing
  onMount(() => props.refusal === 'removed' && announce(words().title, { kind: 'alert' }))
  return (
    <PageFrame width="narrow">
      <PageHeader title={words().title} lead={words().lead} />
      <Show when={props.refusal === 'no-answer'}>
        <Loading label="" />
      </Show>
      <Show when={words().reload}>
        <div>
          <Button kind="main" onClick={() => window.location.reload()}>
            {workshopShellText.gate.reload}
          </Button>
        </div>
      </Show>
      <Show when={words().mayJoin}>
        <Card as="section" aria-labelledby="gate-code">
          <h2 id="gate-code">{workshopShellText.gate.haveCode}</h2>
          <CodeForm />
        </Card>
      </Show>
      <p>
        <a href="/">{workshopShellText.gate.home}</a>
      </p>
    </PageFrame>
  )
}
