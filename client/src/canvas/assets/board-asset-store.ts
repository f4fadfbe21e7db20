import type { TLAssetStore } from 'tldraw'
import type { BoardSession } from '../../session/board-session.ts'
import { boardAssetSrc } from './board-asset-src.ts'
import { sendImage } from './take-images.ts'

/** Where tldraw keeps and finds images: on this board's server, nowhere else. */
export function boardAssetStore(session: BoardSession): TLAssetStore {
  return {
    async upload(_asset, file) {
      const { props } = await sendImage(session, file)
      return { src: props.src ?? '' }
    },
    resolve: (asset) => boardAssetSrc(session.board.id, asset.props.src),
  }
}
