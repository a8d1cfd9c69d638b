import { PlainWords } from './plain-words'

export function RecordPage() {
  return <PlainWords text="The record is being built." />
}
