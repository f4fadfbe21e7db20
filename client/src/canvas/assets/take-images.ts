import type { BoardSession } from '../../session/board-session.ts'
import { ApiFailure } from '../../session/api-client.ts'
import { uploadAsset } from '../../session/upload-asset.ts'
import { AssetRecordType, createShapeId, type Editor, type TLImageAsset, type VecLike } from 'tldraw'
import { text } from '../../i18n/i18n.ts'
import { showNotice } from '../overlay/notice.ts'
import { sizeOnBoard } from './image-size.ts'
import { ImageProblem, prepareImage } from './prepare-image.ts'

/** More at once would be a slip of the mouse in a folder. */
const MAX_AT_ONCE = 20

/** Air between images that arrive together, in board units. */
const GAP = 24

/**
 * Puts images on the board: each is made smaller, sent, and only then shown, to everybody at once and as one step. What
 * could not be taken is said in words.
 */
export async function takeImages(editor: Editor, session: BoardSession, files: readonly File[], point?: VecLike): Promise<void> {
  if (editor.getIsReadonly() || files.length === 0) return
  const at = point ?? editor.getViewportPageBounds().center
  const taken: TLImageAsset[] = []
  const problems: string[] = []
  const chosen = files.slice(0, MAX_AT_ONCE)
  for (const [i, file] of chosen.entries()) {
    const words = chosen.length === 1 ? text('canvas.images.sending') : text('canvas.images.sendingOf', { n: i + 1, total: chosen.length })
    showNotice(editor, { text: words, tone: 'progress', share: 0 })
    try {
      taken.push(await sendImage(session, file, (share) => showNotice(editor, { text: words, tone: 'progress', share })))
    } catch (problem) {
      problems.push(problemInWords(problem, file.name))
    }
  }
  if (files.length > MAX_AT_ONCE) problems.push(text('canvas.images.tooMany', { count: MAX_AT_ONCE }))
  showNotice(editor, problems.length === 0 ? null : { text: [...new Set(problems)].join(' '), tone: 'problem' })
  // The board may have been left while the images were on their way.
  if (taken.length > 0 && !editor.isDisposed) placeImages(editor, taken, at)
}

/** Makes an image smaller if need be, sends it, and returns its record. Throws `ImageProblem` or `ApiFailure`. */
export async function sendImage(session: BoardSession, file: File, onProgress: (share: number) => void = () => {}): Promise<TLImageAsset> {
  const { state } = session.status.get()
  if (state === 'offline' || state === 'connecting') throw new ApiFailure(0, 'offline', 'no connection')
  const { blob, w, h } = await prepareImage(file)
  const { url } = await uploadAsset(session.board.id, blob, onProgress)
  const asset = AssetRecordType.create({
    // The same image twice is one record, as it is one file on the server.
    id: AssetRecordType.createId(url.slice(url.lastIndexOf('/') + 1)),
    type: 'image',
    props: { name: file.name, src: url, w, h, fileSize: blob.size, mimeType: blob.type, isAnimated: blob.type === 'image/gif' },
    meta: {},
  })
  return asset as TLImageAsset // created as one right above
}

/** In a row around `at`, on top of everything. */
function placeImages(editor: Editor, assets: readonly TLImageAsset[], at: VecLike): void {
  const sizes = assets.map(({ props }) => sizeOnBoard(props))
  const width = sizes.reduce((sum, { w }) => sum + w + GAP, -GAP)
  let x = at.x - width / 2
  const shapes = assets.map((asset, i) => {
    const { w, h } = sizes[i] ?? sizeOnBoard(asset.props)
    const shape = {
      id: createShapeId(),
      type: 'image',
      x,
      y: at.y - h / 2,
      props: { assetId: asset.id, w, h, altText: '' },
    }
    x += w + GAP
    return shape
  })
  editor.markHistoryStoppingPoint('add images')
  editor.run(() => {
    editor.createAssets(assets.filter(({ id }) => !editor.getAsset(id)))
    editor.createShapes(shapes)
    editor.setCurrentTool('select')
    editor.select(...shapes.map(({ id }) => id))
  })
}

/** What to tell the person about an image that could not be taken. */
export function problemInWords(problem: unknown, name: string): string {
  if (problem instanceof ImageProblem)
    return text(problem.code === 'too-large' ? 'canvas.images.tooLarge' : 'canvas.images.notImage', { name })
  if (!(problem instanceof ApiFailure)) throw problem
  if (problem.code === 'offline') return text('canvas.images.offline')
  if (problem.code === 'too-large') return text('canvas.images.tooLarge', { name })
  if (problem.code === 'unprocessable') return text('canvas.images.notImage', { name })
  return text('canvas.images.failed', { name, reason: text(`error.${problem.code}`) })
}
