import { OpenAPIHono } from '@hono/zod-openapi'
import { aboutServerRoutes } from './about-server'
import { actionRoutes } from './actions'
import { agendaRoutes } from './agenda'
import type { ApiEnv, ApiServices } from './api-env'
import { attentionRoutes } from './attention'
import { ballotRoutes } from './ballots'
import { copyRoutes } from './copies'
import { doorRoutes } from './door'
import { exportRoutes } from './exports'
import { joinRoutes } from './join'
import { linkRoutes } from './links'
import { meRoutes } from './me'
import { openApiDocument } from './openapi'
import { peopleRoutes } from './people'
import { privateWritingRoutes } from './private-writing'
import { respondToInvalid } from './respond'
import { runningRoutes } from './running'
import { seatRoutes } from './seats'
import { signalRoutes } from './signals'
import { stageRoutes } from './stage'
import { workshopRoutes } from './workshops'

/** Every address under `/api`, chained so that the client's calls are typed by it. */
export function createRoutes(services: ApiServices) {
  const routes = new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid })
    .route('/', aboutServerRoutes(services))
    .route('/', workshopRoutes(services))
    .route('/', joinRoutes(services))
    .route('/', doorRoutes(services))
    .route('/', linkRoutes(services))
    .route('/', runningRoutes(services))
    .route('/', stageRoutes(services))
    .route('/', agendaRoutes(services))
    .route('/', copyRoutes(services))
    .route('/', signalRoutes(services))
    .route('/', privateWritingRoutes(services))
    .route('/', peopleRoutes(services))
    .route('/', seatRoutes(services))
    .route('/', ballotRoutes(services))
    .route('/', attentionRoutes(services))
    .route('/', actionRoutes(services))
    .route('/', exportRoutes(services))
    .route('/', meRoutes(services))
  routes.get('/openapi.json', (c) => c.json(openApiDocument(routes)))
  return routes
}

/** For `hono/client`; its base is `/api`. */
export type ApiRoutes = ReturnType<typeof createRoutes>
