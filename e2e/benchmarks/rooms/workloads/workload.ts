import type { Report } from '../report'

export type Settings = {
  /** How long each measurement lasts. */
  seconds: number
  /** How often each server is measured, taking turns. */
  rounds: number
}

export type Workload = { name: string; run(settings: Settings): Promise<Report> }
