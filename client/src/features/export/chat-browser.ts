/** WeChat's own browser: it ignores downloads, but lets people long-press a picture that is not a blob. */
export function isChatBrowser(userAgent: string): boolean {
  return /MicroMessenger/i.test(userAgent)
}

/** The picture itself as an address, for browsers that cannot save blobs. */
export function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => (typeof reader.result === 'string' ? resolve(reader.result) : reject(new Error('no text')))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(blob)
  })
}
