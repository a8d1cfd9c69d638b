import { createSignal, Show } from 'solid-js'
import type { JoinedBody, LookBody } from '../connection/bodies'
import { call } from '../connection/call'
import { joinText } from '../text/join'
import { refusalText } from '../text/refusals'
import { Button } from '../ui/button'
import { ErrorSummary, type FormError } from '../ui/error-summary'
import { Card, Stack } from '../ui/layout'
import type { LinkChoice } from './link'

/** A private link to the same member on another device. It asks before it is used: mail scanners open links too. */
export function OwnDevice(props: { link: LinkChoice; look: LookBody; onJoined: (joined: JoinedBody) => void }) {
  const [errors, setErrors] = createSignal<FormError[]>([])
  const [sending, setSending] = createSignal(false)
  const goOn = async () => {
    setSending(true)
    const called = await call<JoinedBody>('POST', '/api/join', { body: { ...props.link } })
    setSending(false)
    if (called.ok) props.onJoined(called.body)
    else setErrors([{ message: refusalText(called.refusal) }])
  }
  return (
    <Stack gap={5}>
      <ErrorSummary title={joinText.errorsTitle} errors={errors()} />
      <Card as="section" aria-label={joinText.device.goOn}>
        <p>{joinText.device.returnLead}</p>
        <Show when={props.look.link.kind === 'device'}>
          <p>{joinText.device.once}</p>
        </Show>
        <Button kind="main" tall wide busy={sending()} onClick={() => void goOn()}>
          {joinText.device.goOn}
        </Button>
      </Card>
    </Stack>
  )
}
