import { PlainWords } from './plain-words'

export function AgreementPage() {
  return <PlainWords text="The agreement is being built." />
}
