import type { RefusalCode } from '../../shared/protocol/refusals'

/** A room that is not opened at all, for whoever asks: a socket, or a command that reads or writes the document. */
export class RoomRefused extends Error {
  override readonly name = 'RoomRefused'

  constructor(readonly refusal: RefusalCode) {
    super(refusal)
  }
}
