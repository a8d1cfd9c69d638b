/** Stands where a view is still being built. */
export function PlainWords(props: { text: string }) {
  return <p style={{ padding: '24px' }}>{props.text}</p>
}
