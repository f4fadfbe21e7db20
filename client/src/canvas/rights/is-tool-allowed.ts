import type { EditRights } from '@remedyboard/shared/board/permission'

/** Tools that change nothing. */
const LOOKING_TOOLS: ReadonlySet<string> = new Set(['select', 'hand', 'laser', 'zoom', 'keys'])

/** Whether somebody with these rights may use a tool now. The eraser takes away one's own things, too. */
export function isToolAllowed(rights: EditRights, tool: string): boolean {
  if (LOOKING_TOOLS.has(tool)) return true
  if (tool === 'eraser') return rights.edit || rights.add
  return tool === 'arrow' || tool === 'link' ? rights.link : rights.add
}
