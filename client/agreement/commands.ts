import type { AskedOrganisation, PutAction } from '../../shared/domain/action'
import type { ActionId, WorkshopId } from '../../shared/domain/ids'
import type { SignOff } from '../../shared/protocol/http'
import { type Called, type CallRefusal, call } from '../connection/call'
import { agreementRefusal } from '../text/agreement'
import { refusalText } from '../text/refusals'

type Answered = Promise<Called<{ action: PutAction }>>

/** The commands of one action. Each names the revision or the words it was given on, so that twice is once. */
export function actionCommands(workshopId: WorkshopId, actionId: ActionId) {
  const post = (command: string, body: unknown): Answered =>
    call('POST', `/api/workshops/${workshopId}/actions/${actionId}/${command}`, { body })
  return {
    put: (body: { hash: string; asked: AskedOrganisation[] }) => post('put', body),
    withdraw: (revision: number) => post('withdraw', { revision }),
    signOff: (body: SignOff) => post('sign-offs', body),
    dispute: (body: { revision: number; organisation: string; reason: string }) => post('disputes', body),
    close: (revision: number) => post('close', { revision }),
  }
}

export function refusalWords(refusal: CallRefusal): string {
  return agreementRefusal(refusal) ?? refusalText(refusal)
}
