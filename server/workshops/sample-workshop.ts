import type { CanvasDocument } from '../../shared/document/first-state'
import type { CanvasId, SectionId } from '../../shared/domain/ids'
import type { CreateWorkshop } from '../../shared/protocol/http'
import type { Content } from './assemble'

export const SAMPLE: CreateWorkshop = { title: 'Sample' }

export function sampleContent(_now: number): Content {
  return {
    members: [],
    step: 0,
    fillCanvas(_document: CanvasDocument, _sections: SectionId[]) {},
    fillAgreement(_document: CanvasDocument, _canvas: CanvasId) {},
  }
}
