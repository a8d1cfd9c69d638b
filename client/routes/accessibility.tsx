import { createMemo, createSignal, onMount } from 'solid-js'
import type { ConfigBody } from '../connection/bodies'
import { call } from '../connection/call'
import { accessibilityStatement, type Host } from '../text/accessibility'
import { ReadingPage } from './reading-page'

/** Names who runs the server as soon as the server has said so; without it the statement holds all the same. */
export function AccessibilityPage() {
  const [host, setHost] = createSignal<Host>({ name: null, contact: null })
  const askWhoRunsThis = async () => {
    const called = await call<ConfigBody>('GET', '/api/config')
    if (called.ok) setHost(called.body.host)
  }
  onMount(() => void askWhoRunsThis())
  const text = createMemo(() => accessibilityStatement(host(), window.location.host))
  return <ReadingPage text={text()} />
}
