import { type Accessor, createContext, useContext } from 'solid-js'
import type { ConfigBody } from '../../connection/bodies'
import { call } from '../../connection/call'

/** Whether this server offers the board (`BOARD=on`); the list can do everything without it. */
export const BoardOffered = createContext<Accessor<boolean>>(() => true)

export function useBoardOffered(): Accessor<boolean> {
  return useContext(BoardOffered)
}

let asked: Promise<boolean> | undefined

/** Whether this server offers the board; asked once, also ahead. While nobody answers it is taken to be, and asked again later. */
export function askForBoard(): Promise<boolean> {
  asked ??= call<ConfigBody>('GET', '/api/config').then((called) => {
    if (called.ok) return called.body.board
    asked = undefined
    return true
  })
  return asked
}
