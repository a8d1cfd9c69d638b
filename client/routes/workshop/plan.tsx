import { PlanView } from '../../plan/plan-view'

/** `/w/:id/plan`: the agenda, to be planned by facilitators and read by everybody. */
export function PlanPage() {
  return <PlanView />
}
