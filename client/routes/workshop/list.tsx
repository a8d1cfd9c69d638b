import { PlainWords } from './plain-words'

export function ListPage() {
  return <PlainWords text="The list is being built." />
}
