import { ySyncPluginKey } from 'y-prosemirror'

/** Origin of the transactions in which the open text editor writes what this person types. */
export const TEXT_EDITOR: object = ySyncPluginKey
