import { Trash2 } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'

/** Takes back what one wrote. Asks first: on a phone the finger lands beside the pencil. */
export function TakeBack({ text, onConfirm }: { text: string; onConfirm: () => void }) {
  const { t } = useText()
  return (
    <ConfirmButton
      className="btn btn-quiet phone-icon-button"
      label={t('drafts.remove', { text })}
      question={t('phone.write.removeSure')}
      yes={t('phone.write.removeYes')}
      no={t('remarks.deleteNo')}
      onConfirm={onConfirm}
    >
      <Trash2 aria-hidden />
    </ConfirmButton>
  )
}
