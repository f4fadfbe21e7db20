/**
 * Copies what an input shows. Plain http has no clipboard API, so the old command is the second way;
 * if that is refused too, the text stays marked and the person is told (`marked`).
 */
export async function copyText(input: HTMLInputElement | HTMLTextAreaElement): Promise<'copied' | 'marked'> {
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (clipboard) {
    try {
      await clipboard.writeText(input.value)
      return 'copied'
    } catch {
      // not focused or not permitted: go on to the second way
    }
  }
  input.focus()
  input.select()
  input.setSelectionRange(0, input.value.length)
  return document.execCommand('copy') ? 'copied' : 'marked'
}
