import { DefaultStylePanel, type TLUiStylePanelProps } from 'tldraw'
import { useOrdinaryStyles } from './use-ordinary-styles.ts'

/** tldraw's style panel, only when there is something that it can style. */
export function OrdinaryStylePanel(props: TLUiStylePanelProps) {
  return useOrdinaryStyles() ? <DefaultStylePanel {...props} /> : null
}
