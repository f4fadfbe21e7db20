import type { BoardSession } from '../../session/board-session.ts'
import { CARD_LIMITS, type CardMeta } from '@remedyboard/shared/board/card'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import {
  defaultHandleExternalTldrawContent,
  type Editor,
  type TLContent,
  type TLExternalContentSource,
  type TLShapeId,
  type VecLike,
} from 'tldraw'
import { text as words } from '../../i18n/i18n.ts'
import { areaKind } from '../area/area-kind.ts'
import { areaAt } from '../area/areas-on-page.ts'
import { problemInWords, sendImage, takeImages } from '../assets/take-images.ts'
import { heightAfter } from '../card/card-layout.ts'
import { addCard } from '../card/card-tools.ts'
import { showNotice } from '../overlay/notice.ts'
import { dialogOf } from '../overlay/open-dialog.ts'
import { parseList } from './parse-list.ts'

/** Distance that a pasted card keeps from the lower border of its area, in board units. */
const BORDER = 24

/** Shapes that show something of another server, or that this board has no use for. */
const UNWANTED: ReadonlySet<string> = new Set(['embed', 'bookmark', 'video'])

/**
 * What happens to everything that is pasted or dropped: images are sent to the board's server, text becomes cards, things
 * from another board stay what they are. Nothing is ever loaded from elsewhere: no embeds, no link previews, no videos.
 */
export function takeContent(editor: Editor, session: BoardSession): void {
  const takeText = (text: string, point?: VecLike) => {
    if (editor.getIsReadonly()) return
    const { lines } = parseList(text)
    const at = point ?? pastePoint(editor)
    if (lines.length > 1) dialogOf(editor).set({ kind: 'paste-list', text, point: at })
    else addTextCard(editor, lines[0] ?? text.trim(), at)
  }
  editor.registerExternalContentHandler('text', ({ text, sources, point }) => takeText(plainText(sources) ?? text, point))
  editor.registerExternalContentHandler('url', ({ url, point }) => takeText(url, point))
  editor.registerExternalContentHandler('embed', ({ url, point }) => takeText(url, point))
  editor.registerExternalContentHandler('excalidraw', () => showNotice(editor, { text: words('canvas.images.unknown'), tone: 'problem' }))
  editor.registerExternalContentHandler('files', ({ files, point }) => void takeImages(editor, session, files, point))
  editor.registerExternalContentHandler('svg-text', ({ text, point }) => {
    void takeImages(editor, session, [new File([text], 'image.svg', { type: 'image/svg+xml' })], point)
  })
  editor.registerExternalContentHandler('tldraw', ({ content, point }) => {
    void takeShapes(editor, session, content as TLContent, point) // tldraw's own clipboard format
  })
  editor.registerExternalContentHandler('file-replace', ({ file, shapeId }) => void replaceImage(editor, session, file, shapeId))
  // Never reached by our own ways in; tldraw's would ask another server.
  editor.registerExternalAssetHandler('url', () => Promise.reject(new Error('no link previews')))
  editor.registerExternalAssetHandler('file', ({ file }) => sendImage(session, file))
}

async function replaceImage(editor: Editor, session: BoardSession, file: File, shapeId: TLShapeId): Promise<void> {
  try {
    const asset = await sendImage(session, file)
    editor.markHistoryStoppingPoint('replace image')
    editor.run(() => {
      if (!editor.getAsset(asset.id)) editor.createAssets([asset])
      editor.updateShape({ id: shapeId, type: 'image', props: { assetId: asset.id, crop: null } })
    })
  } catch (problem) {
    showNotice(editor, { text: problemInWords(problem, file.name), tone: 'problem' })
  }
}

/** tldraw takes the text out of copied HTML, which loses the line breaks; most programs copy the plain text as well. */
function plainText(sources: readonly TLExternalContentSource[] | undefined): string | undefined {
  const plain = sources?.find((source) => source.type === 'text' && source.subtype === 'text')
  return plain?.type === 'text' ? plain.data : undefined
}

/** The pointer, when it is over the board: people point at a place and paste. */
function pastePoint(editor: Editor): VecLike {
  const { currentPagePoint } = editor.inputs
  const view = editor.getViewportPageBounds()
  return view.containsPoint(currentPagePoint) ? currentPagePoint.clone() : view.center
}

function addTextCard(editor: Editor, text: string, at: VecLike): void {
  if (text === '') return
  editor.markHistoryStoppingPoint('paste text')
  const id = addCard(editor, areaKind(areaAt(editor, at)), at)
  const card = id && editor.getShape<TLCardShape>(id)
  if (!card) return
  const written = text.slice(0, CARD_LIMITS.textLength)
  const h = heightAfter(card.props, { text: written })
  // It grows downwards from where it was put; inside an area it moves up instead of growing out of it.
  const area = areaAt(editor, at)
  const y = area && card.parentId === area.id ? Math.max(0, Math.min(card.y, area.props.h - h - BORDER)) : card.y
  editor.updateShape<TLCardShape>({ id: card.id, type: 'card', y, props: { text: written, h } })
}

/** Things copied on this or another board. Images of another board are sent to this one first. */
async function takeShapes(editor: Editor, session: BoardSession, content: TLContent, point?: VecLike): Promise<void> {
  if (editor.getIsReadonly()) return
  const unwanted = new Set<string>(content.shapes.filter(({ type }) => UNWANTED.has(type)).map(({ id }) => id))
  const assets: TLContent['assets'] = []
  for (const asset of content.assets) {
    if (asset.type !== 'image') continue
    if (editor.getAsset(asset.id) || !isElsewhere(session, asset.props.src)) {
      assets.push(asset)
      continue
    }
    try {
      const answer = await fetch(asset.props.src ?? '')
      if (!answer.ok) throw new Error(`${answer.status}`)
      const blob = await answer.blob()
      const sent = await sendImage(session, new File([blob], asset.props.name, { type: blob.type }))
      assets.push({ ...asset, props: { ...asset.props, src: sent.props.src } })
    } catch (problem) {
      showNotice(editor, { text: problemInWords(problem, asset.props.name), tone: 'problem' })
      for (const { id, props } of content.shapes) if ('assetId' in props && props.assetId === asset.id) unwanted.add(id)
    }
  }
  const shapes = content.shapes.filter(({ id }) => !unwanted.has(id)).map((shape) => ({ ...shape, meta: ownMeta(editor, shape.meta) }))
  if (shapes.length === 0) return
  const rootShapeIds = content.rootShapeIds.filter((id) => !unwanted.has(id))
  const bindings = content.bindings?.filter(({ fromId, toId }) => !unwanted.has(fromId) && !unwanted.has(toId))
  await defaultHandleExternalTldrawContent(editor, { content: { ...content, shapes, assets, rootShapeIds, bindings }, point })
}

/** An image that this board does not have: inside of what was copied, or on another board of this server. */
function isElsewhere(session: BoardSession, src: string | null): boolean {
  if (src === null) return false
  return src.startsWith('data:') || (src.startsWith('/api/boards/') && !src.startsWith(`/api/boards/${session.board.id}/`))
}

/** Copies keep what they say, not who made them, who may change them, and what they were on another board. */
function ownMeta(editor: Editor, meta: CardMeta & TLContent['shapes'][number]['meta']): TLContent['shapes'][number]['meta'] {
  const { author: _author, lock: _lock, parked: _parked, mergedInto: _mergedInto, parent, ...rest } = meta
  const kept: TLContent['shapes'][number]['meta'] = rest
  if (kept['cluster'] === 'settled') kept['cluster'] = 'suggested'
  // an id of a card that may be on another board only
  if (parent !== undefined && editor.getShape(parent as TLShapeId)) kept['parent'] = parent
  return kept
}
