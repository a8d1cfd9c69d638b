import { createMemo } from 'solid-js'
import { encode } from 'uqr'
import { QrCode } from '../../ui/qr-code'

/** A link as a QR code. Error correction M: it has to survive a projector, and a larger code would have finer modules. */
export function JoinQr(props: { url: string; label: string; class?: string }) {
  const matrix = createMemo(() => encode(props.url, { border: 0, ecc: 'M' }).data)
  return <QrCode matrix={matrix()} label={props.label} class={props.class} />
}

/** A code in pieces, so that it can be read aloud and wraps between words: "amber otter 42". */
export function spokenCode(code: string): string {
  return code.replaceAll('-', ' ')
}

/** The address people type, without what nobody types: "concordat.example.gov.uk". */
export function typedAddress(url: string): string {
  const { protocol, host } = new URL(url)
  return protocol === 'http:' ? `http://${host}` : host
}
