import { paperPassage } from '@remedyboard/shared/templates/paper-passage'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useEditor } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import './passage.css'

/** A quotation where it stands in the paper. Outside of tldraw's element, which listens to every key below itself. */
export default function PassageDialog({ quote, onClose }: { quote: string; onClose: () => void }) {
  const editor = useEditor()
  const { t } = useText()
  const mark = useRef<HTMLElement>(null)
  const passage = paperPassage(quote)

  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'center' })
    editor.menus.addOpenMenu('passage')
    return () => editor.menus.deleteOpenMenu('passage')
  }, [editor])

  return createPortal(
    <Dialog title={t('canvas.details.passage')} closeLabel={t('app.close')} onClose={onClose}>
      {/* scrolled by keyboard, too */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="rb-passage" lang="en" tabIndex={0} role="document">
        {passage ? (
          <>
            {passage.headings.map((heading) => (
              <h3 key={heading}>{heading}</h3>
            ))}
            <p>
              {passage.before}
              <mark ref={mark}>{passage.quote}</mark>
              {passage.after}
            </p>
          </>
        ) : (
          <p>{quote}</p>
        )}
      </div>
      <p className="field-hint">{t('canvas.details.passageNote')}</p>
    </Dialog>,
    document.body,
  )
}
