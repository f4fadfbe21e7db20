import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import type { Editor } from 'tldraw'
import { text } from '../../i18n/i18n.ts'
import { cardsInReadingOrder } from '../keyboard/cards-in-reading-order.ts'
import { showNotice } from '../overlay/notice.ts'

/** Copies the cards' texts, one per line, in reading order. */
export async function copyCards(editor: Editor, cards: readonly TLCardShape[]): Promise<void> {
  const copied = await copyToClipboard(
    cardsInReadingOrder(editor, cards)
      .map(({ props }) => props.text)
      .join('\n'),
  )
  showNotice(editor, copied ? { text: text('canvas.bar.copied'), tone: 'done' } : { text: text('canvas.bar.notCopied'), tone: 'problem' })
}

/** Plain http has no clipboard API; there the old command does it. */
async function copyToClipboard(words: string): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (clipboard) {
    try {
      await clipboard.writeText(words)
      return true
    } catch {
      // not permitted: go on to the old command
    }
  }
  const area = document.createElement('textarea')
  area.value = words
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  return copied
}
