import {
  ArrangeMenuSubmenu,
  ClipboardMenuGroup,
  DefaultContextMenu,
  EditSubmenu,
  ReorderMenuSubmenu,
  SelectAllMenuItem,
  TldrawUiMenuGroup,
  useEditor,
  useValue,
  type TLUiContextMenuProps,
} from 'tldraw'
import { TidyMenuGroup } from '../tidy/TidyMenuGroup.tsx'

/** tldraw's context menu without pages, conversions and its own export: ours is in the header. */
export function BoardContextMenu(props: TLUiContextMenuProps) {
  const editor = useEditor()
  const isSelecting = useValue('select tool', () => editor.getCurrentToolId() === 'select', [editor])
  return (
    <DefaultContextMenu {...props}>
      {isSelecting && (
        <>
          <TldrawUiMenuGroup id="modify">
            <EditSubmenu />
            <ArrangeMenuSubmenu />
            <ReorderMenuSubmenu />
          </TldrawUiMenuGroup>
          <TidyMenuGroup />
          <ClipboardMenuGroup />
          <TldrawUiMenuGroup id="select-all">
            <SelectAllMenuItem />
          </TldrawUiMenuGroup>
        </>
      )}
    </DefaultContextMenu>
  )
}
