import { newsText } from '../../text/news'
import { Button } from '../../ui/button'
import { RadioCards } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { Stack } from '../../ui/layout'
import { setVolume, VOLUMES, type VolumeKind, volume } from '../../ui/volumes'

const words = newsText.aloud

/** How much of what happens is said to a screen reader on this device: the fewest choices, and what cannot be turned off. */
export function ReadAloudDialog(props: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={words.title}
      description={words.lead}
      actions={
        <Button kind="main" onClick={() => props.onClose()}>
          {words.done}
        </Button>
      }
    >
      <Stack gap={5}>
        <VolumeOf kind="notes" label={words.notes} hint={words.notesHint} />
        <VolumeOf kind="people" label={words.people} hint={words.peopleHint} />
        <section aria-labelledby="always-aloud">
          <h3 id="always-aloud">{words.always}</h3>
          <p>{words.alwaysText}</p>
        </section>
      </Stack>
    </Dialog>
  )
}

function VolumeOf(props: { kind: VolumeKind; label: string; hint: string }) {
  return (
    <RadioCards
      columns
      label={props.label}
      hint={props.hint}
      options={VOLUMES[props.kind].map((value) => ({ value, label: words.volume[props.kind][value] ?? value }))}
      value={volume(props.kind)}
      onValue={(to) => setVolume(props.kind, to)}
    />
  )
}
