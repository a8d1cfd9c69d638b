import { createSignal } from 'solid-js'
import { Button } from '../button'
import { Checkbox, RadioCards } from '../choice'
import { ErrorSummary, type FormError } from '../error-summary'
import { FieldGroup } from '../field'
import { Card, Row, Stack } from '../layout'
import { SideMark } from '../mark'
import { SuggestField } from '../suggest-field'
import { Select, TextArea, TextField } from '../text-field'

type Side = 'central' | 'local' | 'other'

export function FormSamples() {
  const [side, setSide] = createSignal<Side | undefined>('local')
  const [organisation, setOrganisation] = createSignal('')
  const [name, setName] = createSignal('')
  const [errors, setErrors] = createSignal<FormError[]>([])
  const send = (event: Event) => {
    event.preventDefault()
    setErrors(name() ? [] : [{ message: 'Enter your name', fieldId: 'name' }])
  }
  return (
    <Card as="section">
      <h2>Forms</h2>
      <form onSubmit={send} novalidate>
        <Stack gap={5}>
          <ErrorSummary title="There is a problem" errors={errors()} />
          <TextField
            id="name"
            label="Your name"
            hint="As you want others in the workshop to see it"
            error={errors()[0]?.message}
            value={name()}
            onValue={setName}
            limit={20}
            autocomplete="name"
          />
          <SuggestField
            label="Organisation"
            value={organisation()}
            onValue={setOrganisation}
            suggestions={[
              { value: 'Northshire Council', detail: <SideMark side="local" label="Local" /> },
              { value: 'Westshire Council', detail: <SideMark side="local" label="Local" /> },
              { value: 'Department', detail: <SideMark side="central" label="Central" /> },
            ]}
          />
          <RadioCards<Side>
            label="Which side are you on?"
            columns
            value={side()}
            onValue={setSide}
            options={[
              {
                value: 'central',
                label: <SideMark side="central" label="Central" />,
                detail: 'A department or agency',
              },
              {
                value: 'local',
                label: <SideMark side="local" label="Local" />,
                detail: 'A council or combined authority',
              },
              {
                value: 'other',
                label: <SideMark side="other" label="Other" />,
                detail: 'A charity, a provider, a resident',
              },
            ]}
          />
          <TextArea label="Purpose" optional hint="One or two sentences" placeholder="Agree how…" />
          <TextField label="Title" error="Shorten the title to 120 characters" value="Homelessness funding" />
          <Select label="Handling">
            <option>None</option>
            <option>OFFICIAL</option>
            <option>OFFICIAL-SENSITIVE</option>
          </Select>
          <FieldGroup label="Who is asked to answer?" hint="Those named in a commitment are ticked">
            <Checkbox label="Department" checked />
            <Checkbox label="Northshire Council" hint="Named in one commitment" checked />
            <Checkbox label="Westshire Council" />
          </FieldGroup>
          <Row>
            <Button kind="main" type="submit">
              Send
            </Button>
            <Button kind="quiet">Cancel</Button>
          </Row>
        </Stack>
      </form>
    </Card>
  )
}
