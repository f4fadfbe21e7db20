import { afterEach, describe, expect, it } from 'vitest'
import { currentLocale, setLocale, text } from '../../i18n/i18n.ts'
import { cardLabels } from './card-labels.ts'

afterEach(() => setLocale('en'))

describe('card labels', () => {
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
