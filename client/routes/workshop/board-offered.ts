import { type Accessor, createContext, useContext } from 'solid-js'

/** Whether this server offers the board (`BOARD=on`); the list can do everything without it. */
export const BoardOffered = createContext<Accessor<boolean>>(() => true)

export function useBoardOffered(): Accessor<boolean> {
  return useContext(BoardOffered)
}
