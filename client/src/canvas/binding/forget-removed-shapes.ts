import { PageRecordType, type TLInstancePageState, type TLRecord, type TLShapeId, type TLStore } from 'tldraw'

/** Takes removed shapes out of selection, hover, editing and cropping: with side effects off tldraw does not do it itself. */
export function forgetRemovedShapes(store: TLStore, removed: ReadonlySet<TLRecord['id']>): void {
  if (removed.size === 0) return
  const stays = (id: TLShapeId) => !removed.has(id)
  const one = (id: TLShapeId | null) => (id && stays(id) ? id : null)
  for (const record of store.allRecords()) {
    if (record.typeName !== 'instance_page_state' || !PageRecordType.isId(record.pageId)) continue
    const next: TLInstancePageState = {
      ...record,
      selectedShapeIds: record.selectedShapeIds.filter(stays),
      hintingShapeIds: record.hintingShapeIds.filter(stays),
      erasingShapeIds: record.erasingShapeIds.filter(stays),
      hoveredShapeId: one(record.hoveredShapeId),
      editingShapeId: one(record.editingShapeId),
      croppingShapeId: one(record.croppingShapeId),
      focusedGroupId: one(record.focusedGroupId),
    }
    store.put([next])
  }
}
