import { describe, expect, test } from 'vitest'
import { answersIn, headFor } from './page-heads'

const MANIFEST = {
  'index.html': { file: 'assets/index-1.js', css: ['assets/index-1.css'], isEntry: true },
  '_doors.js': { file: 'assets/doors-1.js', css: ['assets/doors-1.css'], imports: ['index.html'] },
  '_workshop.js': { file: 'assets/workshop-1.js', imports: ['index.html', '_doors.js'] },
  'routes/join.tsx': { file: 'assets/join-1.js', imports: ['index.html', '_doors.js'] },
  'routes/workshop/workshop-page.tsx': { file: 'assets/workshop-page-1.js', imports: ['_workshop.js'] },
  'routes/workshop/list.tsx': { file: 'assets/list-1.js', imports: ['_workshop.js'] },
  'routes/workshop/board.tsx': { file: 'assets/board-1.js', imports: ['_workshop.js'] },
}

const addresses = (path: string) => [...headFor(path, MANIFEST).matchAll(/href="([^"]+)"/g)].map(([, href]) => href)

describe('the head of a page', () => {
  test('names the files that it begins with, but for those that stand in every page', () => {
    expect(addresses('/join/abc')).toEqual(['/assets/join-1.js', '/assets/doors-1.css', '/assets/doors-1.js'])
    expect(headFor('/join/abc', MANIFEST)).toContain('<link rel="stylesheet" crossorigin href="/assets/doors-1.css">')
  })

  test('of a workshop names what the view at that address begins with', () => {
    expect(addresses('/w/abc-_1/list')).toEqual(expect.arrayContaining(['/assets/list-1.js', '/assets/workshop-1.js']))
    expect(addresses('/w/abc/list')).not.toContain('/assets/board-1.js')
    expect(addresses('/w/abc')).toContain('/assets/board-1.js')
  })

  test.each(['/w/"><script>/list', '/w/%22/list', '/w/a b'])('repeats nothing of %s', (path) => {
    expect(headFor(path, MANIFEST)).not.toMatch(/%22|a b|script>/)
  })

  test('is empty where nothing is known', () => {
    expect(headFor('/help', MANIFEST)).toBe('')
    expect(headFor('/join/abc', {})).toBe('')
  })
})

describe('the answers in a page', () => {
  test('end no element, whatever people wrote', () => {
    const answers = { 'GET /api/workshops/w1': { title: 'Homes</script><script>alert(1)</script><!--' } }
    const [, json = ''] =
      /^<script type="application\/json" id="brought">(.*)<\/script>$/.exec(answersIn(answers)) ?? []
    expect(json).not.toContain('<')
    expect(JSON.parse(json)).toEqual(answers)
  })

  test('are nothing where there are none', () => {
    expect(answersIn({})).toBe('')
  })
})
