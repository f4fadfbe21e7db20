import { BoardPage } from './BoardPage.tsx'
import { EntryGate } from './EntryGate.tsx'

/** `/b/<id>` */
export default function BoardGate({ id, linkKey }: { id: string; linkKey: string | null }) {
  return (
    <EntryGate id={id} linkKey={linkKey}>
      {(board) => <BoardPage board={board} />}
    </EntryGate>
  )
}
