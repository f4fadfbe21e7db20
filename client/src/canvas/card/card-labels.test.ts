import { afterEach, describe, expect, it } from 'vitest'
import { currentLocale, setLocale, text } from '../../i18n/i18n.ts'
import { cardLabels, sectionLabel } from './card-labels.ts'

afterEach(() => setLocale('en'))

describe('card labels', () => {
  it("name the paper's sections as the language counts", () => {
    expect(sectionLabel('3.2 First', 'en')).toBe('3.2 First')
    expect(sectionLabel('3.2 First', 'zh-CN')).toBe('3.2 一')
    expect(sectionLabel('4.3 Second', 'zh-CN')).toBe('4.3 第二力')
    expect(sectionLabel('4.3 (closing)', 'zh-CN')).toBe('4.3 结尾')
    expect(sectionLabel('4.1', 'zh-CN')).toBe('4.1')
    expect(sectionLabel('throughout', 'zh-CN')).toBe('全文')
  })

  it("call a dilemma that is not the paper's a local problem", async () => {
    await setLocale('zh-CN')
    expect(cardLabels('dilemma', { author: 'p1' }, text, currentLocale())).toMatchObject({ kind: '本地困境', section: '' })
    const ofPaper = { origin: { paper: 'd1-1', section: '3.2 First' }, setting: 'rural' as const }
    expect(cardLabels('dilemma', ofPaper, text, currentLocale())).toEqual({
      kind: '困境',
      section: '3.2 一',
      setting: 'rural',
      settingName: '农村',
    })
  })
})
