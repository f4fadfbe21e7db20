import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import './keyboard-help.css'
import { SHORTCUTS } from './shortcut-list.ts'

const MOD = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'

/** All keys, ours first. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  return (
    <Dialog title={t('canvas.keys.title')} closeLabel={t('app.close')} onClose={onClose}>
      <div className="rb-keys">
        {SHORTCUTS.map(({ title, rows }) => (
          <section key={title} aria-label={t(`canvas.keys.group.${title}`)}>
            <h3>{t(`canvas.keys.group.${title}`)}</h3>
            <dl>
              {rows.map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key.replace('Mod', MOD)}</kbd>
                    ))}
                  </dt>
                  <dd>{t(`canvas.keys.does.${does}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
