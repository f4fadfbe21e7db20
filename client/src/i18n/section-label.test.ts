import { expect, it } from 'vitest'
import { sectionLabel } from './section-label.ts'

it("names the paper's sections as the language counts", () => {
  expect(sectionLabel('3.2 First', 'en')).toBe('3.2 First')
  expect(sectionLabel('3.2 First', 'zh-CN')).toBe('3.2 一')
  expect(sectionLabel('4.3 Second', 'zh-CN')).toBe('4.3 第二力')
  expect(sectionLabel('4.3 (closing)', 'zh-CN')).toBe('4.3 结尾')
  expect(sectionLabel('4.1', 'zh-CN')).toBe('4.1')
  expect(sectionLabel('throughout', 'zh-CN')).toBe('全文')
})
