import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { expect, it } from 'vitest'
import { tldrawAssetUrls } from './tldraw-asset-urls.ts'

it('names every font and icon that tldraw names, and the two languages', () => {
  const all = getAssetUrlsByImport()
  expect(Object.keys(tldrawAssetUrls.fonts).sort()).toEqual(Object.keys(all.fonts).sort())
  expect(Object.keys(tldrawAssetUrls.icons).sort()).toEqual(Object.keys(all.icons).sort())
  expect(tldrawAssetUrls.icons['lock']).toMatch(/0_merged.*\.svg#lock$/)
  for (const language of Object.keys(tldrawAssetUrls.translations)) expect(Object.keys(all.translations)).toContain(language)
})

it('leaves no picture of an embed to the CDN: tldraw would ask for each when the editor starts', () => {
  expect(Object.keys(tldrawAssetUrls.embedIcons).sort()).toEqual(Object.keys(getAssetUrlsByImport().embedIcons).sort())
  for (const address of Object.values(tldrawAssetUrls.embedIcons)) expect(address).toMatch(/^data:/)
})
