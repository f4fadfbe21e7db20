import type { OperationOrigins } from '@remedyboard/shared/board/board-operation'

/** Origins of what panels and phones write (`BoardSession.edit`); the canvas's undo tracks `edits`. */
export const EDIT_ORIGINS = { births: { name: 'births' }, edits: { name: 'edits' } } as const satisfies OperationOrigins
