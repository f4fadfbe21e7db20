/** Characters per part. File systems take names of 255 bytes and a Chinese character is 3: twice 38 leave room for date and ending. */
const MAX_PART = 38

/** Characters that Windows, macOS or a share refuses, plus spaces, middle dots and control characters. */
// oxlint-disable-next-line no-control-regex -- control characters are what must go
const NOT_IN_NAMES = /[\u0000-\u001f\u007f\\/:*?"<>|\s·•]+/g

function part(text: string): string {
  const clean = text.normalize('NFC').replace(NOT_IN_NAMES, '-').replace(/-{2,}/g, '-')
  return [...clean]
    .slice(0, MAX_PART)
    .join('')
    .replace(/^[-.]+|[-.]+$/g, '')
}

/** `东街社区-困境与对策-2026-03-02.png`: title, what part of the board, local date. */
export function exportFileName(title: string, partOfBoard: string | null, date: Date, ending: 'png' | 'svg'): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  const parts = [part(title) || 'board', partOfBoard === null ? '' : part(partOfBoard), day]
  return `${parts.filter(Boolean).join('-')}.${ending}`
}
