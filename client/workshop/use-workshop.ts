import { createContext, useContext } from 'solid-js'
import type { Workshop } from './contract'

/** Filled by the provider that every page under `/w/:id` stands in; tests give a workshop of their own. */
export const WorkshopContext = createContext<Workshop>()

export function useWorkshop(): Workshop {
  const workshop = useContext(WorkshopContext)
  if (!workshop) throw new Error('useWorkshop() outside of a workshop')
  return workshop
}
