import { type RouteSectionProps, useSearchParams } from '@solidjs/router'
import { OwnVoteProvider } from '../../voting/own-vote'
import { OwnPrivateNotes } from '../../workshop/private/own-private-notes'
import { OpenedWorkshop } from './opened-workshop'
import { WorkshopFrame } from './workshop-frame'

/** Everything under `/w/:id` but the show screen: the workshop once, and its pages inside it. */
export function WorkshopPage(props: RouteSectionProps) {
  const [search] = useSearchParams<{ preview?: string }>()
  const preview = () => (search.preview === 'participant' ? ('participant' as const) : undefined)
  return (
    <OpenedWorkshop preview={preview()}>
      <OwnPrivateNotes>
        <OwnVoteProvider>
          <WorkshopFrame>{props.children}</WorkshopFrame>
        </OwnVoteProvider>
      </OwnPrivateNotes>
    </OpenedWorkshop>
  )
}
