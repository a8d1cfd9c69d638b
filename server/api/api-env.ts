import type { HttpBindings } from '@hono/node-server'
import type { Access } from '../access/access'
import type { Seat } from '../access/ports'
import type { BallotService } from '../ballots/ballot-service'
import type { Config } from '../config'
import type { AttentionService } from '../facilitation/attention-service'
import type { CopiesService } from '../facilitation/copies-service'
import type { FacilitationService } from '../facilitation/facilitation-service'
import type { PeopleService } from '../facilitation/people-service'
import type { PrivateWritingService } from '../facilitation/private-writing'
import type { SignalsService } from '../facilitation/signals-service'
import type { AgreementService } from '../records/agreement-service'
import type { ReportService } from '../records/report-service'
import type { WorkshopService } from '../workshops/create'

/** What every request carries. `session` is the live one behind its cookie. */
export type ApiEnv = {
  Bindings: Partial<HttpBindings>
  Variables: { requestId: string; session: { hash: string } | undefined }
}

/** Behind `requireMember`: who asks, and in which workshop. */
export type MemberEnv = { Variables: { seat: Seat } }

/** Everything the routes call. */
export type ApiServices = {
  config: Config
  access: Access
  workshops: WorkshopService
  facilitation: FacilitationService
  copies: CopiesService
  signals: SignalsService
  ballots: BallotService
  people: PeopleService
  attention: AttentionService
  writing: PrivateWritingService
  agreement: AgreementService
  reports: ReportService
  now: () => number
}
