import { RecordView } from '../../export/record-view'

/** `/w/:id/record`: what is signed, and everything as a file; the workshop's address once it has ended. */
export function RecordPage() {
  return <RecordView />
}
