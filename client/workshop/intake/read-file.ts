import { LARGEST_INTAKE } from './intake'

/** Words of a text file, or why there are none: pictures and documents are not read, nor more than anybody writes. */
export async function readTextFile(file: File): Promise<{ text: string } | { refused: 'not-text' | 'too-large' }> {
  if (!isText(file)) return { refused: 'not-text' }
  if (file.size > LARGEST_INTAKE) return { refused: 'too-large' }
  return { text: decoded(await bytesOf(file)) }
}

/** Spreadsheets say many types for a CSV, and some none at all. */
function isText({ name, type }: File): boolean {
  return /\.(csv|tsv|txt|md)$/i.test(name) || /^text\/(plain|csv|tab-separated-values|markdown)$/.test(type)
}

function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer))
    reader.onerror = () => reject(reader.error)
    reader.readAsArrayBuffer(file)
  })
}

/** Spreadsheets on Windows still save CSV in its old character set. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
