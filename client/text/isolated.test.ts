import { describe, expect, test } from 'vitest'
import { isolated, quoted } from './isolated'
import { outlineText } from './outline'

const FSI = '\u2068'
const PDI = '\u2069'

describe('[L56] words of people in our sentences', () => {
  test('from right to left they are isolated: the number after a name stays after it', () => {
    expect(isolated('שרה כהן')).toBe(`${FSI}שרה כהן${PDI}`)
    expect(isolated('مجلس المدينة')).toBe(`${FSI}مجلس المدينة${PDI}`)
    expect(quoted('Bids עתידיים')).toBe(`“${FSI}Bids עתידיים${PDI}”`)
    expect(outlineText.move.done(1, 'שרה', 3)).toBe(`Note moved to ${FSI}שרה${PDI}. 3 left`)
  })

  test('all others are as they were written', () => {
    for (const words of ['Annual bids', 'Łódź', '東京', 'Zoë 👩🏽‍🚀', 'e\u0301', '', '50% (of 3)'])
      expect(isolated(words)).toBe(words)
  })

  test('nobody’s name turns round what is not theirs', () => {
    expect(isolated('Sam\u202e')).toBe(`${FSI}Sam${PDI}`)
    expect(isolated(`a${PDI}b`)).toBe(`${FSI}ab${PDI}`)
    expect(isolated(`a\u2067b`)).toBe(`${FSI}a\u2067b${PDI}${PDI}`)
    expect(isolated(isolated('שרה'))).toBe(`${FSI}${FSI}שרה${PDI}${PDI}`)
  })
})
