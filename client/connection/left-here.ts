const CHANNEL = 'concordat/left'

/** Tells the other windows of this browser that a member has left on this device, so that none of them goes on. */
export function sayLeft(memberId: string): void {
  const channel = open()
  channel?.postMessage(memberId)
  channel?.close()
}

/** Calls when this member leaves in another window; answers how to stop listening. */
export function onLeftElsewhere(memberId: string, left: () => void): () => void {
  const channel = open()
  if (!channel) return () => undefined
  channel.onmessage = ({ data }) => {
    if (data === memberId) left()
  }
  return () => channel.close()
}

function open(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CHANNEL)
  } catch {
    return undefined
  }
}
