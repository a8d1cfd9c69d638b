import { useNavigate } from '@solidjs/router'
import { VotingView } from '../../voting/voting-view'
import { useWorkshop } from '../../workshop/workshop-context'
import { useShowPanel } from './panel-control'

/** `/w/:id/results`: the ballot that is open, and what was found. */
export function ResultsPage() {
  const workshop = useWorkshop()
  const navigate = useNavigate()
  const show = useShowPanel()
  return (
    <VotingView onOpenBallot={() => show('ballot')} onGoToAgreement={() => navigate(`/w/${workshop.id}/agreement`)} />
  )
}
