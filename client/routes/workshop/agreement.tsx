import { AgreementView } from '../../agreement/agreement-view'

/** `/w/:id/agreement`: actions worded together, put to agreement, answered and signed. */
export function AgreementPage() {
  return <AgreementView />
}
