import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import type { TLRecord } from 'tldraw'

/** tldraw's interfaces have no index signature, so TypeScript cannot see that they are JSON; the schema's validators do. */
export function toBoardRecord(record: TLRecord): BoardRecord {
  return record as unknown as BoardRecord
}

/** Only for records that the store's schema has validated. */
export function toTLRecord(record: BoardRecord): TLRecord {
  return record as unknown as TLRecord
}
