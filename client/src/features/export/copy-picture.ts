/** Browsers copy pictures only where they trust the page: not over plain http. */
export function canCopyPictures(): boolean {
  return typeof ClipboardItem !== 'undefined' && 'clipboard' in navigator && 'write' in navigator.clipboard
}

/** Safari allows it only within the click, so the clipboard gets the promise and waits for it. */
export async function copyPicture(png: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
}
