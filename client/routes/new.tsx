import { useNavigate } from '@solidjs/router'
import { createSignal, onMount } from 'solid-js'
import type { ConfigBody } from '../connection/bodies'
import { call } from '../connection/call'
import { NewWorkshopForm } from '../facilitation/new-workshop/new-workshop-form'
import { newWorkshopText } from '../text/new-workshop'
import { createPageTitle } from '../ui/page-title'
import { PageHeader } from '../ui/shell'
import { workshopHref } from '../workshop/shell/preferred-view'
import { PageFrame } from './page-frame'

export function NewWorkshopPage() {
  const navigate = useNavigate()
  const [keyNeeded, setKeyNeeded] = createSignal(false)
  createPageTitle(() => newWorkshopText.title)
  // without an answer the form goes on: the server asks for the key when it needs one
  const askForKey = async () => {
    const called = await call<ConfigBody>('GET', '/api/config')
    if (called.ok) setKeyNeeded(called.body.creationKey)
  }
  onMount(() => void askForKey())
  return (
    <PageFrame width="wide">
      <PageHeader title={newWorkshopText.title} lead={newWorkshopText.lead} />
      <NewWorkshopForm
        keyNeeded={keyNeeded()}
        onCreated={(created) => navigate(workshopHref(created.workshop.id, '?open=share'))}
      />
    </PageFrame>
  )
}
