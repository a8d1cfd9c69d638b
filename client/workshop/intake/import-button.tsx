import type { JSX } from 'solid-js'
import { intakeText as text } from '../../text/intake'
import { showToast } from '../../ui/toast'
import { readTextFile } from './read-file'

/** Asks for a file and hands on its words; says in words why it cannot be read. `button` gets what it is to do. */
export function ImportFile(props: { onText: (text: string) => void; button: (choose: () => void) => JSX.Element }) {
  let input!: HTMLInputElement
  const chosen = async () => {
    const [file] = input.files ?? []
    // the same file can be chosen again, once it has been put right
    input.value = ''
    if (file) await takeFile(file, props.onText)
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label={text.fromFileTitle}
        onChange={() => void chosen()}
      />
      {props.button(() => input.click())}
    </>
  )
}

export async function takeFile(file: File, onText: (text: string) => void): Promise<void> {
  const read = await readTextFile(file).catch(() => ({ refused: 'not-text' }) as const)
  if ('text' in read) onText(read.text)
  else showToast({ text: read.refused === 'too-large' ? text.tooLarge : text.notText })
}
