import { EntryGate } from './EntryGate.tsx'
import { PhonePage } from './PhonePage.tsx'
import { chosenBoardPath, viewIn } from './route.ts'
import { OtherDocument } from './OtherDocument.tsx'

/** `/p/<id>`. Whoever leads needs the console, which is on the board, unless they asked for this page. */
export default function PhoneGate({ id, linkKey }: { id: string; linkKey: string | null }) {
  return (
    <EntryGate id={id} linkKey={linkKey}>
      {(board) =>
        board.session.me.role === 'facilitator' && viewIn(location.search) !== 'phone' ? (
          <OtherDocument address={chosenBoardPath(id)} />
        ) : (
          <PhonePage board={board} />
        )
      }
    </EntryGate>
  )
}
