import { CARD_TOOL_KINDS, cardToolId } from '../card/card-tools.ts'
import { kindNames } from '../../i18n/kind-names.ts'

/** tldraw's name of the board's language. */
export function tldrawLocale(locale: string): string {
  return locale === 'zh-CN' ? 'zh-cn' : 'en'
}

/** Names of our tools, which tldraw announces to screen readers. */
function toolNames(kinds: (typeof kindNames)[keyof typeof kindNames]): Record<string, string> {
  return Object.fromEntries(CARD_TOOL_KINDS.map((kind) => [cardToolId(kind), kinds[kind]]))
}

/** Texts that tldraw 3.15.6 shows but has not in Chinese, as far as a person at this board can meet them. */
const MISSING_IN_CHINESE: Record<string, string> = {
  'action.download-original': '下载原图',
  'action.open-kbd-shortcuts': '查看快捷键',
  'action.toggle-keyboard-shortcuts': '启用快捷键',
  'arrow-kind-style.arc': '弧线',
  'arrow-kind-style.elbow': '折线',
  'tool.replace-media': '替换图片',
  'tool.aspect-ratio': '宽高比',
  'tool.aspect-ratio.original': '原始',
  'tool.aspect-ratio.square': '正方形（1:1）',
  'tool.aspect-ratio.circle': '圆形（1:1）',
  'tool.aspect-ratio.landscape': '横向（4:3）',
  'tool.aspect-ratio.portrait': '纵向（3:4）',
  'tool.aspect-ratio.wide': '宽幅（16:9）',
  'tool.image-toolbar-title': '图片工具',
  'tool.image-crop': '裁剪图片',
  'tool.media-alt-text': '替代文字',
  'tool.media-alt-text-desc': '简单描述一下图片…',
  'tool.media-alt-text-confirm': '确定',
  'tool.rich-text-toolbar-title': '文字格式',
  'tool.rich-text-orderedList': '编号列表',
  'a11y.status': '状态',
  'a11y.select-shape': '选中下一个图形',
  'a11y.select-shape-direction': '按方向选中图形',
  'a11y.enter-leave-container': '进入或离开容器',
  'a11y.repeat-shape': '重复图形',
  'a11y.move-shape': '移动图形',
  'a11y.move-shape-faster': '快速移动图形',
  'a11y.enlarge-shape': '放大图形',
  'a11y.shrink-shape': '缩小图形',
  'a11y.pan-camera': '平移画布',
  'a11y.adjust-shape-styles': '调整图形样式',
  'a11y.open-context-menu': '打开右键菜单',
  'a11y.open-keyboard-shortcuts': '打开快捷键列表',
  'edit-link-dialog.external-link': '外部链接',
  'people-menu.avatar-color': '头像颜色',
  'shortcuts-dialog.a11y': '无障碍',
  'shortcuts-dialog.text-formatting': '文字格式',
  'navigation-zone.title': '导航',
  'navigation-zone.minimap': '缩略图',
  'toast.success': '成功',
  'toast.info': '提示',
  'toast.warning': '注意',
  'app.loading': '正在打开画布…',
  // tldraw calls copy and duplicate by the same word
  'action.duplicate': '创建副本',
  'handle.resize-top': '调整上边',
  'handle.resize-bottom': '调整下边',
  'handle.resize-left': '调整左边',
  'handle.resize-right': '调整右边',
  'handle.resize-top-left': '调整左上角',
  'handle.resize-top-right': '调整右上角',
  'handle.resize-bottom-left': '调整左下角',
  'handle.resize-bottom-right': '调整右下角',
  'handle.rotate.top_left_rotate': '从左上角旋转',
  'handle.rotate.top_right_rotate': '从右上角旋转',
  'handle.rotate.bottom_left_rotate': '从左下角旋转',
  'handle.rotate.bottom_right_rotate': '从右下角旋转',
  'handle.crop.top': '裁剪上边',
  'handle.crop.bottom': '裁剪下边',
  'handle.crop.left': '裁剪左边',
  'handle.crop.right': '裁剪右边',
  'handle.crop.top-left': '裁剪左上角',
  'handle.crop.top-right': '裁剪右上角',
  'handle.crop.bottom-left': '裁剪左下角',
  'handle.crop.bottom-right': '裁剪右下角',
  'ui.checked': '已选中',
  'ui.unchecked': '未选中',
}

export const tldrawTranslations = {
  en: { ...toolNames(kindNames.en), 'app.loading': 'Opening the canvas…' },
  'zh-cn': { ...MISSING_IN_CHINESE, ...toolNames(kindNames['zh-CN']) },
}
