import { MAX_ASSET_BYTES, type ApiError, type AssetResponse } from '@remedyboard/shared/protocol/api'
import { ApiFailure } from './api-client.ts'

/**
 * Sends an image to a board and tells how much has left, as a share of 1. `fetch` cannot tell that, so this is the older
 * request. Throws `ApiFailure`; what the server would refuse for its size is not sent at all.
 */
export function uploadAsset(boardId: string, image: Blob, onProgress: (share: number) => void): Promise<AssetResponse> {
  if (image.size > MAX_ASSET_BYTES) return Promise.reject(new ApiFailure(413, 'too-large', `${image.size} bytes`))
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/boards/${encodeURIComponent(boardId)}/assets`)
    request.setRequestHeader('content-type', image.type)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new ApiFailure(0, 'offline', 'The image could not be sent.'))
    request.onload = () => {
      // Both shapes are named in shared/protocol/api.ts; null when the answer is no JSON.
      const answer = request.response as AssetResponse | Partial<ApiError> | null
      if (request.status === 201 && answer && 'url' in answer) resolve(answer)
      else {
        const error = answer && 'error' in answer ? answer.error : undefined
        reject(new ApiFailure(request.status, error?.code ?? 'internal', error?.message ?? `upload: ${request.status}`))
      }
    }
    request.send(image)
  })
}
