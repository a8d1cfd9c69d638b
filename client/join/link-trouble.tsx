import { Show } from 'solid-js'
import type { CallRefusal } from '../connection/call'
import { joinText } from '../text/join'
import { Button } from '../ui/button'
import { Card } from '../ui/layout'
import { PageHeader } from '../ui/shell'
import { workshopHref } from '../workshop/shell/preferred-view'
import { CodeForm } from './code-form'

/** A link or code that leads nowhere: says which way it failed and what to do. */
export function LinkTrouble(props: {
  refusal: CallRefusal
  /** The workshop that the link was for, where this device is in it. */
  workshopId: string | undefined
  byCode: boolean
  onAgain: () => void
}) {
  const words = () => troubleWords(props.refusal, props.byCode)
  const mayPass = () => ['no-answer', 'too-many-requests', 'shutting-down', 'server-fault'].includes(props.refusal)
  return (
    <>
      <PageHeader title={words().title} lead={words().lead} />
      <Show when={mayPass()}>
        <div>
          <Button kind="main" onClick={() => props.onAgain()}>
            {joinText.trouble.again}
          </Button>
        </div>
      </Show>
      <Card as="section" aria-labelledby="type-code">
        <h2 id="type-code">{joinText.trouble.typeCode}</h2>
        <CodeForm />
      </Card>
      <Show when={!mayPass()}>
        <p>
          {joinText.trouble.before}{' '}
          <a href={props.workshopId ? workshopHref(props.workshopId) : '/'}>{joinText.trouble.goBackIn}</a>
        </p>
      </Show>
    </>
  )
}

export function troubleWords(refusal: CallRefusal, byCode: boolean): { title: string; lead: string } {
  const { trouble, ended } = joinText
  switch (refusal) {
    case 'link-replaced':
      return trouble.replaced
    case 'link-expired':
      return trouble.expired
    case 'link-used':
      return trouble.used
    case 'workshop-ended':
      return ended
    case 'removed':
      return trouble.removed
    case 'too-many-requests':
      return trouble.tooMany
    case 'no-answer':
    case 'shutting-down':
    case 'server-fault':
      return trouble.noAnswer
    default:
      return byCode ? trouble.unknownCode : trouble.unknown
  }
}
