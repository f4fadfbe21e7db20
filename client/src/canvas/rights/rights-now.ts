import { editRights, type EditRights } from '@remedyboard/shared/board/permission'
import { createContext, useContext } from 'react'
import { Cell, type Readable } from '../../session/readable.ts'
import { useReadable } from '../use-readable.ts'

/** What the person at this canvas may change now. */
export const RightsNow = createContext<Readable<EditRights>>(new Cell(editRights('viewer', null)))

export function useRights(): EditRights {
  return useReadable(useContext(RightsNow))
}
