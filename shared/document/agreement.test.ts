import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addAction, addCommitment, readAgreement } from './agreement'

test.each(['2026-13-45', '2026-02-30', '20266-01-01'])('a commitment by %s is read as one without a day', (by) => {
  const document = new Y.Doc()
  const action = addAction(document, { title: 'One outcomes report', residentChange: '', from: null })
  addCommitment(document, action, { side: 'local', organisation: 'Leeds', by })
  expect(readAgreement(document).actions[0]?.commitments[0]?.by).toBe('')
})
