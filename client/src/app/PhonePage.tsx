import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import { PhoneView } from '../companion/PhoneView.tsx'
import { MyGroup } from '../features/people/MyGroup.tsx'
import { RoleNotice } from '../features/people/RoleNotice.tsx'
import { RefusalNotice } from '../features/refusal/RefusalNotice.tsx'
import { ConnectionBanner } from '../features/save-status/ConnectionBanner.tsx'
import { SaveChip } from '../features/save-status/SaveChip.tsx'
import { useText } from '../i18n/use-text.ts'
import { PhoneMenu } from './PhoneMenu.tsx'
import { PhoneTimer } from './PhoneTimer.tsx'
import { chosenBoardPath } from './route.ts'
import { SessionHost } from './SessionHost.tsx'

/** An open board on a phone: what to do now, in large words, and the whole board as an outline. */
export function PhonePage({ board }: { board: BoardResponse }) {
  const { t } = useText()
  return (
    <SessionHost board={board}>
      {(session, startOver) => (
        <>
          <PhoneView
            session={session}
            status={<SaveChip session={session} wordsFor={(form) => t(`phone.saving.${form}`)} />}
            banner={
              <>
                <ConnectionBanner session={session} />
                <RoleNotice
                  session={session}
                  lead={
                    <a className="btn" href={chosenBoardPath(session.board.id)}>
                      {t('phone.shell.lead')}
                    </a>
                  }
                />
              </>
            }
            group={<MyGroup session={session} />}
            timer={<PhoneTimer session={session} />}
            menu={<PhoneMenu session={session} />}
          />
          <RefusalNotice session={session} onRead={(refused) => refused.some(({ code }) => code === 'viewer') && startOver()} />
        </>
      )}
    </SessionHost>
  )
}
