import { useEffect, useRef, type ReactNode } from 'react'
import { Check, CloudOff, HardDrive, LoaderCircle, PlugZap, TriangleAlert } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession, SaveStatus } from '../../session/board-session.ts'
import type { DeviceCopyState } from '../../session/device-copy.ts'
import { announce } from '../../ui/announce.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './save-status.css'

interface SaveChipProps {
  session: BoardSession
  /** shorter words, where there is little room */
  wordsFor?: (form: SaveForm) => string
}

/**
 * Whether what people did is stored, said as it is: an icon, words and a colour. Spoken is only that the connection went away, and that
 * all is well again: each edit is "saving" and "saved". What is worse than that the banner says.
 */
export function SaveChip({ session, wordsFor }: SaveChipProps) {
  const { t } = useText()
  const status = useReadable(session.status)
  const form = formOf(status, useReadable(session.deviceCopy))
  const { mood, icon } = FORMS[form]
  const words = {
    connecting: t('save.connecting'),
    saved: t('save.saved'),
    saving: t('save.saving'),
    offline: t('save.offline'),
    offlineKept: t('save.offlineKept'),
    offlineWriting: t('save.offlineWriting'),
    offlineUnsaved: t('save.offlineUnsaved'),
    notSaved: t('save.notSaved'),
    closed: t('save.closed'),
  }[form]
  const was = useRef<typeof mood>('ok')
  useEffect(() => {
    if (mood === 'busy' || mood === was.current) return
    was.current = mood
    if (mood !== 'danger') announce(words)
  }, [mood, words])
  return (
    <span className={`chip save-chip save-${mood}`} title={words} data-state={status.state}>
      {icon}
      <span className="save-words">{wordsFor?.(form) ?? words}</span>
    </span>
  )
}

export type SaveForm =
  | 'connecting'
  | 'saved'
  | 'saving'
  | 'offline'
  | 'offlineKept'
  | 'offlineWriting'
  | 'offlineUnsaved'
  | 'notSaved'
  | 'closed'

const FORMS: Record<SaveForm, { mood: 'ok' | 'busy' | 'warn' | 'danger'; icon: ReactNode }> = {
  connecting: { mood: 'busy', icon: <LoaderCircle aria-hidden className="save-turning" /> },
  saved: { mood: 'ok', icon: <Check aria-hidden /> },
  saving: { mood: 'busy', icon: <LoaderCircle aria-hidden className="save-turning" /> },
  offline: { mood: 'warn', icon: <CloudOff aria-hidden /> },
  offlineKept: { mood: 'warn', icon: <HardDrive aria-hidden /> },
  offlineWriting: { mood: 'warn', icon: <HardDrive aria-hidden /> },
  offlineUnsaved: { mood: 'danger', icon: <TriangleAlert aria-hidden /> },
  notSaved: { mood: 'danger', icon: <TriangleAlert aria-hidden /> },
  closed: { mood: 'danger', icon: <PlugZap aria-hidden /> },
}

/** `kept` is false also for the milliseconds of writing, which are no reason for alarm. */
export function formOf(status: SaveStatus, copy: DeviceCopyState): SaveForm {
  switch (status.state) {
    case 'offline':
      if (!status.unsaved) return 'offline'
      if (status.kept) return 'offlineKept'
      return copy === 'writing' || copy === 'loading' ? 'offlineWriting' : 'offlineUnsaved'
    case 'not-saved':
      return 'notSaved'
    default:
      return status.state
  }
}
