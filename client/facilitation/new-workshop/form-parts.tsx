import { For } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import { BANNERS, type Banner } from '../../../shared/domain/workshop'
import { LIMITS } from '../../../shared/protocol/limits'
import { TEMPLATES } from '../../../shared/templates/all'
import { newWorkshopText } from '../../text/new-workshop'
import { RadioCards } from '../../ui/choice'
import { Select, TextArea, TextField } from '../../ui/text-field'
import { SideCards } from '../../workshop/shell/side-cards'
import { ExpectedOrganisations } from './expected-organisations'
import { FormPart } from './form-part'
import styles from './new-workshop-form.module.css'
import { TemplatePicture } from './template-picture'
import type { DraftField, WorkshopDraft } from './workshop-draft'

/** What every part of the form gets: the draft, and what a text field spreads to be bound to one line of it. */
export type DraftForm = {
  draft: WorkshopDraft
  setDraft: SetStoreFunction<WorkshopDraft>
  wired: (field: DraftField) => {
    readonly id: string
    readonly value: string
    readonly error: string | undefined
    onValue: (value: string) => void
  }
}
type Part = { form: DraftForm }

export function AboutPart(props: Part) {
  const words = newWorkshopText.about
  return (
    <FormPart heading={words.heading} lead={words.lead}>
      <TextField {...props.form.wired('title')} label={words.title} hint={words.titleHint} limit={LIMITS.title} />
      <TextArea
        {...props.form.wired('purpose')}
        label={words.purpose}
        hint={words.purposeHint}
        optional
        limit={LIMITS.brief}
      />
    </FormPart>
  )
}

export function RoomPart(props: Part) {
  const words = newWorkshopText.room
  return (
    <FormPart heading={words.heading} lead={words.lead}>
      <div class={styles.three}>
        <TextArea
          {...props.form.wired('fixed')}
          label={words.fixed}
          hint={words.fixedHint}
          optional
          limit={LIMITS.brief}
        />
        <TextArea
          {...props.form.wired('open')}
          label={words.open}
          hint={words.openHint}
          optional
          limit={LIMITS.brief}
        />
        <TextArea
          {...props.form.wired('unknown')}
          label={words.unknown}
          hint={words.unknownHint}
          optional
          limit={LIMITS.brief}
        />
      </div>
    </FormPart>
  )
}

export function RunsPart(props: Part) {
  const words = newWorkshopText.runs
  return (
    <FormPart heading={words.heading} lead={words.lead}>
      <TextField
        {...props.form.wired('runBy')}
        label={words.runBy}
        optional
        autocomplete="organization"
        limit={LIMITS.organisation}
      />
      <TextField
        {...props.form.wired('contact')}
        label={words.contact}
        hint={words.contactHint}
        optional
        limit={LIMITS.organisation}
      />
    </FormPart>
  )
}

export function YouPart(props: Part) {
  const words = newWorkshopText.you
  return (
    <FormPart heading={words.heading} lead={words.lead}>
      <div class={styles.two}>
        <TextField {...props.form.wired('name')} label={words.name} autocomplete="name" limit={LIMITS.name} />
        <TextField
          {...props.form.wired('organisation')}
          label={words.organisation}
          optional
          autocomplete="organization"
          limit={LIMITS.organisation}
        />
      </div>
      <SideCards
        label={words.side}
        hint={words.sideHint}
        sides={props.form.draft}
        columns="pairs"
        noneOffered
        value={props.form.draft.side}
        onValue={(side) => props.form.setDraft('side', side)}
      />
    </FormPart>
  )
}

export function TemplatePart(props: Part) {
  const words = newWorkshopText.template
  const options = TEMPLATES.map((template) => ({
    value: template.id as string,
    label: template.name,
    detail: template.summary,
    picture: template.canvases[0] && <TemplatePicture canvas={template.canvases[0]} />,
  }))
  const chosen = () => TEMPLATES.find((template) => template.id === props.form.draft.template) ?? TEMPLATES[0]
  const facts = () =>
    words.facts(
      chosen().canvases.reduce((count, canvas) => count + canvas.sections.length, 0),
      chosen().steps.length,
      chosen().steps.reduce((minutes, step) => minutes + step.minutes, 0),
    )
  return (
    <FormPart heading={words.heading} lead={words.lead}>
      <RadioCards
        label={words.label}
        labelHidden
        columns
        options={options}
        value={props.form.draft.template}
        onValue={(template) => props.form.setDraft('template', template)}
      />
      <p class={styles.facts}>{facts()}</p>
    </FormPart>
  )
}

export function SidesPart(props: Part) {
  const words = newWorkshopText.sides
  return (
    <FormPart heading={words.heading} lead={words.lead}>
      <div class={styles.two}>
        <TextField {...props.form.wired('central')} label={words.central} limit={LIMITS.name} />
        <TextField {...props.form.wired('local')} label={words.local} limit={LIMITS.name} />
      </div>
      <ExpectedOrganisations
        sides={props.form.draft}
        value={props.form.draft.expected}
        onValue={(expected) => props.form.setDraft('expected', expected)}
      />
    </FormPart>
  )
}

export function HandlingPart(props: Part) {
  const words = newWorkshopText.handling
  return (
    <FormPart heading={words.heading} lead={words.lead}>
      <RadioCards
        label={words.attribution}
        columns
        value="named"
        onValue={() => {}}
        options={[
          { value: 'named', label: words.named, detail: words.namedDetail },
          { value: 'safe-space', label: words.safeSpace, detail: words.safeSpaceDetail, disabled: true },
        ]}
      />
      <Select
        label={words.banner}
        class={styles.short}
        value={props.form.draft.banner}
        onValue={(banner) => props.form.setDraft('banner', banner as Banner)}
      >
        <For each={BANNERS}>
          {(banner) => (
            <option value={banner} selected={banner === props.form.draft.banner}>
              {words.banners[banner]}
            </option>
          )}
        </For>
      </Select>
    </FormPart>
  )
}
