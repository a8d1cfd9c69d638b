import { CodeTaken } from './ports'

/** With a million links on one server, all of a new workshop's five short codes are free every other time. */
const DRAWS = 50

/**
 * Makes links, stores them, and does it again with other codes where one is taken: codes short enough to be read aloud
 * meet now and then, and only storing tells whether one is free.
 */
export async function withFreeCodes<T>(makeAndStore: () => Promise<T>): Promise<T> {
  for (let draw = 1; ; draw += 1) {
    try {
      return await makeAndStore()
    } catch (error) {
      if (!(error instanceof CodeTaken) || draw >= DRAWS) throw error
    }
  }
}
